"""himpun export, as an operator types it."""

import asyncio
import hashlib
import zipfile
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.papers import format_file, periksa
from bot.rules.json_form import to_json
from bot.settings import Settings
from storage.unit_of_work import SqlStore
from tests.bot.conftest import Course


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_an_export_tells_the_hash_by_which_its_pack_is_proved(
    here: Path, course: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped = (files("bot") / "sops" / format_file.SHIPPED).read_text("utf-8")
    form = to_json(format_file.parse_format(shipped))

    async def keep() -> None:
        async with SqlStore(Settings.load().database) as store, store.work() as uow:
            office = await uow.offices.add(-100, "Kinerja DPMD", "token", "kalender")
            assert office.id == course.run.office_id
            await uow.runs.add(replace(course.run, form=form))

    asyncio.run(keep())
    assert main(["export", "2026-TW3", "putaran.zip"]) == 0
    with zipfile.ZipFile(here / "putaran.zip") as bundle:
        seal = hashlib.sha256(bundle.read("manifest.json")).hexdigest()
    assert f"Sidik daftar isi (SHA-256): {seal}\n" in capsys.readouterr().out
    assert periksa.main(["putaran.zip", seal]) == 0
    assert periksa.NO_EVENTS in capsys.readouterr().out
