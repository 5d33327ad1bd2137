"""What the offices work by: the shared files, and those in an office's own folder."""

from pathlib import Path

import pytest

from bot import wiring
from bot.commands.faults import sentence_of
from bot.rules.people import Office
from bot.rules.procedures import OwnFilesFaulty


def settings(folder: Path) -> wiring.Settings:
    return wiring.rehearsed("http://127.0.0.1:8081", "123456:TEST", folder)


def put(folder: Path, office: int, name: str, content: str) -> None:
    own = folder / "kantor" / str(office)
    own.mkdir(parents=True, exist_ok=True)
    (own / name).write_text(content, "utf-8")


def test_an_office_works_by_the_files_of_its_own_folder_and_shares_the_rest(tmp_path: Path) -> None:
    put(tmp_path, 2, "kalender.toml", 'zona = "Asia/Jakarta"\n[jam]\nsenin = ["08.00-12.00"]\n')
    put(tmp_path, 3, "sop.toml", (wiring.SOPS / "dpmd_banten.toml").read_text("utf-8"))
    found = wiring.procedures(settings(tmp_path))
    assert sorted(found.own) == [2, 3]
    assert found.own[2].calendar.zone == "Asia/Jakarta"
    assert found.own[2].sop == found.shared.sop
    assert "Banten" in found.own[3].sop.agency
    assert found.own[3].calendar == found.shared.calendar


def test_faults_in_own_files_refuse_the_start_and_name_office_file_and_line(tmp_path: Path) -> None:
    put(tmp_path, 2, "kalender.toml", 'zona = "Asia/Makassar"\njam = "pagi"\n')
    put(tmp_path, 7, "sop.toml", "[sop]\n")
    bappeda = Office(2, -200, "Bappeda", "kunci")
    with pytest.raises(OwnFilesFaulty) as refused:
        wiring.procedures(settings(tmp_path), [bappeda])
    assert [(one.office, one.title) for one in refused.value.faults] == [(2, "Bappeda"), (7, "")]
    said = sentence_of(refused.value) or ""
    calendar = tmp_path / "kantor" / "2" / "kalender.toml"
    assert f"Berkas {calendar} milik kantor 2 (Bappeda). Kalender belum dapat dipakai." in said
    assert "• Baris 2, jam: " in said
    assert f"Berkas {tmp_path}/kantor/7/sop.toml milik kantor 7. SOP belum dapat dipakai." in said
    assert "dipindahkan ke luar direktori kantornya" in said
