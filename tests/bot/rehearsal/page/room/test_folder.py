"""The room's folder: whose it is, and what is left alone."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.rehearsal.page.opening import served
from bot.rehearsal.page.room.faults import RoomRefused
from bot.rehearsal.page.room.folder import STATE, Room, entered
from bot.texts import pages as texts

SOP = Path("bot/sops/dpmd_banten.toml").absolute()


def contents(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file() and file.suffix != ".lock")
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


def enter(path: Path, sop_file: Path | None = None) -> None:
    with entered(path, sop_file):
        pass


async def begin(path: Path, sop_file: Path | None = None) -> None:
    with entered(path, sop_file) as room:
        async with served(room) as scene:
            scene.people[0].says(scene.group, "Selamat pagi")
            scene.keep()


def test_a_second_rehearsal_in_the_same_room_is_refused(tmp_path: Path) -> None:
    with entered(tmp_path, None):
        with pytest.raises(RoomRefused) as refused:
            enter(tmp_path)
        assert str(refused.value) == texts.room_busy(str(tmp_path))
    enter(tmp_path)


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "laporan.xlsx").write_bytes(b"isi")
    with pytest.raises(RoomRefused) as refused:
        enter(tmp_path)
    assert str(refused.value) == texts.room_is_other(str(tmp_path))
    assert [file.name for file in tmp_path.iterdir()] == ["laporan.xlsx"]


def other_version(path: Path) -> None:
    state = json.loads((path / STATE).read_bytes())
    (path / STATE).write_text(json.dumps({**state, "gladi": 2}))


def cut_off(path: Path) -> None:
    (path / STATE).write_bytes((path / STATE).read_bytes()[:-100])


def no_state(path: Path) -> None:
    (path / STATE).write_text("[]")


def lacks_chats(path: Path) -> None:
    state = json.loads((path / STATE).read_bytes())
    del state["chats"]
    (path / STATE).write_text(json.dumps(state))


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (other_version, texts.room_of_other_version),
        (cut_off, texts.room_damaged),
        (no_state, texts.room_damaged),
        (lacks_chats, texts.room_damaged),
    ],
)
async def test_a_room_that_cannot_be_read_is_refused_and_nothing_in_it_changed(
    tmp_path: Path, spoil: Callable[[Path], None], sentence: Callable[[str], str]
) -> None:
    path = tmp_path / "ruang"
    await begin(path)
    spoil(path)
    before = contents(path)
    with entered(path, None) as room, pytest.raises(RoomRefused) as refused:
        async with served(room):
            pass
    assert (str(refused.value), contents(path)) == (sentence(str(path)), before)


async def test_a_room_goes_on_with_the_sop_that_it_began_with(tmp_path: Path) -> None:
    path = tmp_path / "ruang"
    await begin(path, SOP)
    with entered(path, None) as room:
        async with served(room) as scene:
            assert scene.stage.sop.agency != ""
            assert room.sop_file is not None
    enter(path, SOP)
    with pytest.raises(RoomRefused) as refused:
        enter(path, SOP.with_name("dpmd_jeneponto.toml"))
    assert str(refused.value) == texts.room_has_other_sop(str(path))


def test_a_file_that_is_no_longer_what_it_was_is_refused(tmp_path: Path) -> None:
    room = Room(tmp_path)
    digest = room.keep_file(b"isi")
    assert room.open_file(digest) == b"isi"
    (tmp_path / "berkas" / digest).write_bytes(b"lain")
    for asked in (digest, "../gladi.json"):
        with pytest.raises(ValueError, match=re.escape(asked)):
            room.open_file(asked)
