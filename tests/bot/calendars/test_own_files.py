"""An office's own files: what is read of each folder, and what is said of the others."""

from importlib.resources import files
from pathlib import Path

import pytest

from bot.calendars.own_files import OwnFolder, own_folders
from bot.papers.logo import small_logo
from bot.papers.office_file import load_office_file
from bot.rules.calendar_faults import CalendarFaults
from bot.rules.office_file import OfficeFileFaults
from bot.rules.office_settings import OfficeSettings
from bot.rules.sop_faults import SopFaults
from bot.rules.sop_file import parse_sop
from bot.rules.stationery import PaperSize, Stationery
from tests.bot.papers.pictures import picture

WEEK = '[jam]\nsenin = ["08.00-12.00"]\n'


def put(data: Path, folder: str, name: str, content: str | bytes) -> None:
    own = data / "kantor" / folder
    own.mkdir(parents=True, exist_ok=True)
    (own / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def read(data: Path) -> tuple[OwnFolder, ...]:
    return own_folders(data, "Asia/Makassar", load_office_file)


def test_without_folders_nothing_is_anybody_s_own(tmp_path: Path) -> None:
    assert read(tmp_path) == ()


def test_folders_come_by_their_numbers_and_a_calendar_s_own_zone_holds(tmp_path: Path) -> None:
    put(tmp_path, "10", "kalender.toml", f'zona = "Asia/Jakarta"\n{WEEK}')
    put(tmp_path, "2", "kalender.toml", WEEK)
    found = read(tmp_path)
    assert [folder.office for folder in found] == [2, 10]
    zones = [folder.calendar.zone for folder in found if folder.calendar]
    assert zones == ["Asia/Makassar", "Asia/Jakarta"]


@pytest.mark.parametrize("name", ["bappeda", "02", "-1", "1.5", "²"])
def test_a_folder_that_bears_no_number_is_no_office_s(tmp_path: Path, name: str) -> None:
    put(tmp_path, name, "kalender.toml", "bukan apa-apa")
    (folder,) = read(tmp_path)
    assert (folder.office, folder.faults) == (None, ())


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("kalender.toml", "jam = 1\n", CalendarFaults),
        ("kalender.toml", b"\xff\xfe", CalendarFaults),
        ("sop.toml", "[sop]\n", SopFaults),
        ("sop.toml", b"\xff\xfe", UnicodeDecodeError),
        ("kantor.toml", 'kertas = "A5"\n', OfficeFileFaults),
    ],
)
def test_a_fault_is_kept_with_its_file_and_the_other_folders_are_read(
    tmp_path: Path, name: str, content: str | bytes, kind: type[Exception]
) -> None:
    put(tmp_path, "2", name, content)
    put(tmp_path, "3", "kalender.toml", WEEK)
    faulty, good = read(tmp_path)
    (fault,) = faulty.faults
    assert (fault.office, fault.path) == (2, tmp_path / "kantor" / "2" / name)
    assert isinstance(fault.fault, kind)
    assert (faulty.sop, faulty.calendar, faulty.settings) == (None, None, None)
    assert good.calendar is not None


def test_a_directory_in_a_file_s_place_is_a_fault_of_that_file(tmp_path: Path) -> None:
    (tmp_path / "kantor" / "2" / "sop.toml").mkdir(parents=True)
    ((fault,),) = [folder.faults for folder in read(tmp_path)]
    assert isinstance(fault.fault, IsADirectoryError)


def test_files_that_nobody_reads_are_named_but_hidden_ones(tmp_path: Path) -> None:
    put(tmp_path, "2", "kalendar.toml", WEEK)
    put(tmp_path, "2", ".kalender.toml.swp", WEEK)
    (folder,) = read(tmp_path)
    assert folder.unread == ("kalendar.toml",)


def test_the_logo_beside_an_office_s_settings_is_read_with_them(tmp_path: Path) -> None:
    put(tmp_path, "2", "logo.png", picture(40, 30))
    put(tmp_path, "2", "kantor.toml", 'kop = ["DINAS CONTOH"]\nlogo = "logo.png"\n')
    (folder,) = read(tmp_path)
    assert (folder.faults, folder.unread) == ((), ())
    assert folder.settings is not None
    assert folder.settings.stationery.head == ("DINAS CONTOH",)
    assert folder.settings.stationery.logo == small_logo(picture(40, 30))


def test_an_office_with_a_kop_in_its_own_sop_is_not_the_one_that_the_shared_file_names() -> None:
    of_file = Stationery(("DINAS LAIN",), b"logo", PaperSize.A4, "DL")
    shared = OfficeSettings(of_file, "logo.png")
    bare = parse_sop((files("bot.sops") / "dpmd_banten.toml").read_text("utf-8"))
    found = OwnFolder(Path(), 2, sop=bare).settings_over(shared)
    assert found == OfficeSettings(Stationery(size=PaperSize.A4))
    assert OwnFolder(Path(), 2).settings_over(shared) == shared
