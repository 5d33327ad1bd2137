"""The files by which one office alone works: DATA_DIR/kantor/<its number>/."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bot.calendars.file import load_calendar
from bot.rules.calendar import WorkCalendar
from bot.rules.calendar_faults import CalendarFaults
from bot.rules.office_settings import OfficeSettings
from bot.rules.procedures import OwnFileFault, Procedure
from bot.rules.sop import Sop
from bot.rules.sop_faults import SopFaults
from bot.rules.sop_file import parse_sop

OFFICES, OWN_SOP, OWN_CALENDAR = "kantor", "sop.toml", "kalender.toml"
OWN_SETTINGS = "kantor.toml"
READ = (OWN_SOP, OWN_CALENDAR, OWN_SETTINGS)
Read = TypeVar("Read")
ReadSettings = Callable[[Path], OfficeSettings]


@dataclass(frozen=True, slots=True)
class OwnFolder:
    """`office` is None where the name is no office's number: nothing in it is read then.

    `sop`, `calendar` and `settings` are None where there is no such file or it has a fault;
    `unread` are names of files that mean nothing here.
    """

    path: Path
    office: int | None = None
    sop: Sop | None = None
    calendar: WorkCalendar | None = None
    settings: OfficeSettings | None = None
    faults: tuple[OwnFileFault, ...] = ()
    unread: tuple[str, ...] = ()

    def over(self, shared: Procedure) -> Procedure:
        """What the folder lacks is shared."""
        return Procedure(
            self.sop or shared.sop,
            self.calendar or shared.calendar,
            self.settings_over(shared.settings),
        )

    def settings_over(self, shared: OfficeSettings) -> OfficeSettings:
        """An office whose own SOP has a kop is another than the one that the shared file names."""
        if self.settings is not None:
            return self.settings
        return shared.of_another_office() if self.sop and self.sop.letterhead else shared


def own_folders(data_dir: Path, zone: str, settings: ReadSettings) -> tuple[OwnFolder, ...]:
    """By number, then what bears no number; `zone` holds where a calendar names none, `settings`
    reads an office's settings file."""
    found = [p for p in data_dir.glob(f"{OFFICES}/*") if not p.name.startswith(".")]
    folders = [own_folder(path, zone, settings) for path in sorted(found)]
    return tuple(sorted(folders, key=lambda folder: (folder.office is None, folder.office or 0)))


def own_folder(path: Path, zone: str, read_settings: ReadSettings) -> OwnFolder:
    office = number_of(path)
    if office is None:
        return OwnFolder(path)
    faults: list[OwnFileFault] = []

    def take(name: str, read: Callable[[Path], Read]) -> Read | None:
        try:
            return read(path / name) if name in names else None
        except (SopFaults, CalendarFaults, OSError, UnicodeDecodeError) as fault:
            faults.append(OwnFileFault(office, path / name, fault))
            return None

    try:
        names = frozenset(visible(path))
    except OSError as shut:
        return OwnFolder(path, office, faults=(OwnFileFault(office, path, shut),))
    sop = take(OWN_SOP, lambda file: parse_sop(file.read_text("utf-8")))
    calendar = take(OWN_CALENDAR, lambda file: load_calendar(file, zone))
    settings = take(OWN_SETTINGS, read_settings)
    unread = tuple(sorted(names - {*READ, settings.logo_file if settings else ""}))
    return OwnFolder(path, office, sop, calendar, settings, tuple(faults), unread)


def number_of(path: Path) -> int | None:
    """Of the office whose folder it is: a name such as "02" is none, there is one way to say 2."""
    name = path.name
    written = name.isascii() and name.isdecimal() and name == str(int(name))
    return int(name) if written and path.is_dir() else None


def visible(folder: Path) -> Iterator[str]:
    return (path.name for path in folder.iterdir() if not path.name.startswith("."))
