"""The archive catches up with what was handed in, however often it is broken off."""

import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.rules.run import Run
from bot.usecases.file_away import file_away
from bot.usecases.verify_facts import verify_facts
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore
from tests.bot.usecases.conftest import NOW

STANDING = [
    "2026-TW3/irban-1/LHE_v1__lhe_ I.pdf",
    "2026-TW3/irban-1/LHE_v2__lhe.pdf",
    "2026-TW3/irban-1/LHP_v1_2_Laporan.pdf",
    "2026-TW3/irban-1/LHP_v1_laporan.pdf",
]


def standing(home: Path) -> list[str]:
    root = home / "arsip"
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


@pytest.fixture
def desk(store: SqlStore, cabinet: FileCabinet) -> Any:
    return SimpleNamespace(store=store, cabinet=cabinet)


async def test_every_document_stands_in_the_archive_once(
    desk: Any, run: Run, tmp_path: Path
) -> None:
    for _ in range(2):
        await file_away(desk, NOW)
    assert standing(tmp_path) == STANDING
    proof = await verify_facts(desk.store, desk.cabinet)
    assert proof.broken == ()


async def test_a_step_that_was_broken_off_is_done_again_without_a_second_file(
    desk: Any, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shows, show_as = 0, desk.cabinet.show_as

    async def breaks(*given: Any) -> None:
        nonlocal shows
        shows += 1
        if shows == 3:
            raise OSError(28, "No space left on device")
        await show_as(*given)

    monkeypatch.setattr(desk.cabinet, "show_as", breaks)
    with pytest.raises(ExceptionGroup) as broken:
        await file_away(desk, NOW)
    assert [str(one) for one in broken.value.exceptions] == ["[Errno 28] No space left on device"]
    assert len(standing(tmp_path)) == 3
    await file_away(desk, NOW)
    assert len(standing(tmp_path)) == 4


async def test_one_that_cannot_be_shown_halts_no_other(
    desk: Any, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show_as, first = desk.cabinet.show_as, run.documents[0].digest

    async def refuses(digest: str, *given: Any) -> None:
        if digest == first:
            raise OSError(36, "File name too long")
        await show_as(digest, *given)

    monkeypatch.setattr(desk.cabinet, "show_as", refuses)
    monkeypatch.setattr("bot.usecases.file_away.AT_ONCE", 1)
    with pytest.raises(ExceptionGroup):
        await file_away(desk, NOW)
    for _ in run.documents[1:]:
        await file_away(desk, NOW)
    assert len(standing(tmp_path)) == 3
    with pytest.raises(ExceptionGroup):
        await file_away(desk, NOW)


async def test_an_archive_that_was_removed_is_made_anew(
    desk: Any, run: Run, tmp_path: Path
) -> None:
    await file_away(desk, NOW)
    before = standing(tmp_path)
    shutil.rmtree(tmp_path / "arsip")
    await file_away(desk, NOW)
    assert standing(tmp_path) == before
