"""Files of the product are their owner's alone; those of the rehearsal are everybody's."""

import asyncio
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest

import bot
from bot.__main__ import main
from bot.commands.private import private_files
from bot.papers import format_file
from bot.rehearsal import gladi
from bot.rehearsal.telegram import Telegram
from bot.rules.json_form import to_json
from bot.settings import Settings
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore

HOUSE = Path(bot.__file__).parents[1]
FORMAT = files("bot") / "sops" / format_file.SHIPPED
OTHERS = 0o077


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """None of our variables set, in a directory of its own, on a system that hides nothing."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("PYTHONPATH", str(HOUSE))
    monkeypatch.setattr("handlers.redaction.set_up_logging", lambda *_: None)
    monkeypatch.chdir(tmp_path)
    before = os.umask(0o022)
    yield tmp_path
    os.umask(before)


def open_to_others(paths: Iterable[Path]) -> list[str]:
    """Those of these paths on which anybody but the owner has a right."""
    return [f"{path} {path.stat().st_mode:o}" for path in paths if path.stat().st_mode & OTHERS]


@pytest.fixture
def kept(here: Path, course) -> Path:
    """The data directory of a bot that has a run."""

    form = to_json(format_file.parse_format(FORMAT.read_text("utf-8")))

    async def open_and_close() -> None:
        async with SqlStore(Settings.load().database) as store, store.work() as uow:
            office = await uow.offices.add(-100, "Kinerja DPMD", "token", "kalender")
            assert office.id == course.run.office_id
            await uow.runs.add(replace(course.run, form=form))

    asyncio.run(open_and_close())
    return here / "data"


def test_a_backup_is_its_owner_s_alone(kept: Path) -> None:
    assert main(["backup"]) == 0
    folder = kept / "cadangan"
    (copy,) = folder.iterdir()
    assert open_to_others([folder, copy]) == []


def test_an_export_is_its_owner_s_alone(kept: Path, here: Path) -> None:
    assert main(["export", "2026-TW3", "putaran.zip"]) == 0
    assert open_to_others([here / "putaran.zip"]) == []


async def test_all_that_the_running_bot_writes_is_its_owner_s_alone(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Telegram(lambda: datetime(2026, 11, 23, tzinfo=UTC)) as telegram:
        monkeypatch.setenv("BOT_TOKEN", telegram.bot.token)
        monkeypatch.setenv("BOT_API_URL", telegram.url)
        running = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "run")
        try:
            await telegram.until(lambda: telegram.called("deleteWebhook"), 30)
            written = [here / "data", *(here / "data").rglob("*")]
            assert here / "data" / "himpun.db" in written
            assert open_to_others(written) == []
        finally:
            running.terminate()
            await running.wait()


async def test_files_handed_in_are_their_owner_s_alone(here: Path) -> None:
    with private_files():
        await FileCabinet(here / "data").keep(b"%PDF-1 LHP")
    written = list((here / "data").rglob("*"))
    assert any(path.is_file() for path in written)
    assert open_to_others(written) == []


def test_the_papers_of_a_rehearsal_are_for_everybody(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def play(out: Path, sop_file: Path | None, say: Callable[[str], None]) -> bool:
        (here / "rekap.xlsx").touch()
        return True

    monkeypatch.setattr(gladi, "play", play)
    assert main(["gladi", "--otomatis"]) == 0
    assert (here / "rekap.xlsx").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("words", [["backup"], ["export", "1"], ["run"]], ids=lambda w: w[0])
def test_what_comes_after_a_command_is_written_as_before(here: Path, words: list[str]) -> None:
    assert main(words) > 0
    assert os.umask(0o022) == 0o022
