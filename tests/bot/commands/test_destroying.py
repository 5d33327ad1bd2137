"""himpun hapus and himpun data, as an operator types them."""

import asyncio
import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.papers import format_file
from bot.rules.filing import described
from bot.rules.json_form import to_json
from bot.rules.people import Person
from bot.rules.periods import Period
from bot.rules.run import Document, DocumentState, Fact, RunState
from bot.settings import Settings
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore
from tests.bot.conftest import Course

LONG_AGO = datetime(2015, 10, 20, 1, tzinfo=UTC)
JRA = """
[[retensi]]
jenis = "berkas serahan"
aktif = 0
inaktif = 0
nasib = "musnah"
dasar = "JRA contoh"
"""
ASKED = ("hapus", "2015-TW3", "--jenis", "berkas-serahan", "--paket", "paket.zip", "--alasan")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kantor.toml").write_text(JRA, "utf-8")
    monkeypatch.setenv("OFFICE_FILE", "kantor.toml")
    return tmp_path


@pytest.fixture
def kept(here: Path, course: Course) -> Document:
    """The one file of a run that ended long ago; Sitti Contoh handed it in."""
    shipped = (files("bot") / "sops" / format_file.SHIPPED).read_text("utf-8")
    form = to_json(format_file.parse_format(shipped))

    async def keep() -> Document:
        digest = await FileCabinet(Settings.load().data_dir).keep(b"%PDF-1 laporan")
        state = DocumentState.ACCEPTED
        sent = Document(0, "irban-1", "LHP", state, LONG_AGO, 7, name="lhp.pdf", digest=digest)
        ended = replace(
            course.run, form=form, period=Period("triwulan", 2015, 3), documents=(sent,),
            opened_at=LONG_AGO, closed_at=LONG_AGO, state=RunState.CLOSED, duties=(),
        )  # fmt: skip
        async with SqlStore(Settings.load().database) as store, store.work() as uow:
            office = await uow.offices.add(-100, "Kinerja DPMD", "token", "kalender")
            await uow.people.seen(Person(7, "Sitti Contoh", "sitti"))
            await uow.people.correct(7, given_name="", nip="198002292005011002")
            await uow.seats.put(office.id, "irban-1", 7)
            run = await uow.runs.add(ended)
            told = described(sent) | {"dari": "irban-1"}
            facts = [
                Fact("berkas diterima", LONG_AGO, 7, "irban-1", told),
                Fact("berkas disetujui", LONG_AGO, 8, "kasubbag-evlap", told),
            ]
            await uow.facts.add(office.id, run.id, facts)
        return sent

    return asyncio.run(keep())


def stands(document: Document) -> bool:
    return asyncio.run(FileCabinet(Settings.load().data_dir).holds(document.digest))


@pytest.mark.slow  # makes a pack
def test_an_operator_types_the_period_before_anything_goes(
    kept: Document, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["export", "2015-TW3", "paket.zip"]) == 0
    asked = [*ASKED, "berita acara contoh"]
    for typed in ("", "ya\n"):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        assert main(asked) == 1
        assert stands(kept)
    assert "lhp.pdf" in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO("2015-TW3\n"))
    assert main(asked) == 0
    assert not stands(kept)
    assert "Dimusnahkan: 1 berkas (14 B)" in capsys.readouterr().out
    assert main(["verify"]) == 0
    assert "1 berkas telah dimusnahkan menurut retensi" in capsys.readouterr().out
    assert main([*asked, "--ya"]) == 1
    assert "tidak ada berkas serahan yang masih tersimpan" in capsys.readouterr().err


def test_beside_a_running_bot_nothing_is_destroyed(
    kept: Document, capsys: pytest.CaptureFixture[str]
) -> None:
    async def beside() -> int:
        async with SqlStore(Settings.load().database):
            return await asyncio.to_thread(main, [*ASKED, "berita acara contoh", "--ya"])

    assert asyncio.run(beside()) == 1
    assert "Sistem lain sedang memakai basis data ini" in capsys.readouterr().err
    assert stands(kept)


def test_a_pack_that_is_not_there_destroys_nothing(
    kept: Document, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*ASKED, "berita acara contoh", "--ya"]) == 1
    assert "Tidak ada yang dimusnahkan: paket bukti tidak terbukti" in capsys.readouterr().err
    with pytest.raises(SystemExit, match="2"):
        main([*ASKED[:2], "--jenis", "foto", *ASKED[4:], "berita acara"])
    assert stands(kept)


@pytest.mark.parametrize("asked", ["7", "sitti contoh"])
def test_what_is_kept_of_a_person_is_printed_for_who_asks_on_paper(
    kept: Document, capsys: pytest.CaptureFixture[str], asked: str
) -> None:
    assert main(["data", asked]) == 0
    told = capsys.readouterr().out
    assert "• NIP: 19800229 200501 1 002" in told
    assert "• Kursi: irban-1" in told
    assert "Berkas yang diserahkan: 1; catatan: 1" in told
    assert "Pesan dan ketukan di chat pribadi: 0" in told
    assert "<b>" not in told
    assert "tombol" not in told
    assert main(["data", asked, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["person"]["nip"] == "198002292005011002"


def test_nobody_of_that_name_is_told_as_such(
    kept: Document, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["data", "Andi"]) == 1
    assert "Tidak ada pegawai" in capsys.readouterr().err
