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


def test_another_sop_goes_under_its_own_kop_and_the_shipped_one_under_the_office_s(
    tmp_path: Path,
) -> None:
    shipped = wiring.procedures(settings(tmp_path)).shared
    assert (shipped.settings.stationery.abbreviation, shipped.stationery.head[1]) == (
        "DPMD",
        "DINAS PEMBERDAYAAN MASYARAKAT DAN DESA",
    )
    banten = wiring.SOPS / "dpmd_banten.toml"
    foreign = wiring.rehearsed("http://127.0.0.1:8081", "123456:TEST", tmp_path, sop_file=banten)
    found = wiring.procedures(foreign).shared
    assert found.stationery.head[0] == "PEMERINTAH PROVINSI BANTEN"
    assert found.stationery.abbreviation == ""


def test_a_fault_in_the_office_s_settings_is_told_with_its_line(tmp_path: Path) -> None:
    put(tmp_path, 2, "kantor.toml", '\nlogo = "tidak-ada.png"\n')
    with pytest.raises(OwnFilesFaulty) as refused:
        wiring.procedures(settings(tmp_path))
    said = sentence_of(refused.value) or ""
    assert "milik kantor 2. Pengaturan kantor belum dapat dipakai." in said
    assert "• baris 2, logo: berkas “tidak-ada.png” tidak ada di sebelah berkas ini." in said
