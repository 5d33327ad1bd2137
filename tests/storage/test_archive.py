"""The archive that people read: the cabinet's files under names, as links or copies."""

import os
from pathlib import Path

import pytest

from storage.cabinet import FileCabinet
from storage.faults import NotInCabinet

FOLDERS = ("2026-TW3", "irban-2")
NAMES = ("LHP_v1_laporan.pdf", "LHP_v1_7_laporan.pdf")


@pytest.fixture
def cabinet(tmp_path: Path) -> FileCabinet:
    return FileCabinet(tmp_path)


def shown(home: Path) -> dict[str, bytes]:
    root = home / "arsip"
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {str(path.relative_to(root)): path.read_bytes() for path in files}


async def test_a_file_stands_under_its_name_as_a_link_and_once(
    cabinet: FileCabinet, tmp_path: Path
) -> None:
    digest = await cabinet.keep(b"isi")
    for _ in range(2):
        await cabinet.show_as(digest, FOLDERS, NAMES)
    assert shown(tmp_path) == {"2026-TW3/irban-2/LHP_v1_laporan.pdf": b"isi"}
    linked = tmp_path / "arsip/2026-TW3/irban-2/LHP_v1_laporan.pdf"
    assert linked.samefile(tmp_path / "berkas" / digest[:2] / digest[2:])
    assert linked.stat().st_mode & 0o777 == 0o400


@pytest.mark.parametrize("name", ["LHP_v1_laporan.pdf", "LHP_v1_LAPORAN.pdf"])
async def test_a_name_that_another_file_has_is_told_apart(
    cabinet: FileCabinet, tmp_path: Path, name: str
) -> None:
    first, second = await cabinet.keep(b"satu"), await cabinet.keep(b"dua")
    for _ in range(2):
        await cabinet.show_as(first, FOLDERS, NAMES)
        await cabinet.show_as(second, FOLDERS, (name, NAMES[1]))
    assert sorted(shown(tmp_path).values()) == [b"dua", b"satu"]
    assert (await cabinet.open(first), await cabinet.open(second)) == (b"satu", b"dua")


async def test_where_the_disk_has_no_links_the_file_is_copied(
    cabinet: FileCabinet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", refused)
    digest = await cabinet.keep(b"isi")
    for _ in range(2):
        await cabinet.show_as(digest, FOLDERS, NAMES)
    assert shown(tmp_path) == {"2026-TW3/irban-2/LHP_v1_laporan.pdf": b"isi"}


async def test_a_file_that_the_cabinet_lost_is_left_out(
    cabinet: FileCabinet, tmp_path: Path
) -> None:
    await cabinet.show_as("0" * 64, FOLDERS, NAMES)
    assert shown(tmp_path) == {}
    with pytest.raises(NotInCabinet):
        await cabinet.show_as("../../etc/passwd", FOLDERS, NAMES)


async def test_a_folder_that_was_removed_is_told_once(cabinet: FileCabinet) -> None:
    assert [await cabinet.archive_stands() for _ in range(3)] == [False, True, True]
