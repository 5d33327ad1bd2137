"""What the offices work by, out of their files."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import bot
from bot.calendars.file import load_calendar
from bot.calendars.own_files import own_folders
from bot.papers.office_file import SHIPPED as SHIPPED_OFFICE
from bot.papers.office_file import load_office_file
from bot.rules.office_settings import OfficeSettings
from bot.rules.people import Office
from bot.rules.procedures import OwnFilesFaulty, Procedure, Procedures
from bot.rules.sop_file import parse_sop
from bot.settings import Settings

SOPS = Path(bot.__file__).parent / "sops"
SHIPPED_SOP = SOPS / "dpmd_jeneponto.toml"


def procedures(settings: Settings, offices: Sequence[Office] = ()) -> Procedures:
    """What the offices work by; `offices` are those to be named where a file of theirs is at
    fault. Raises SopFaults, CalendarFaults, OfficeFileFaults, OwnFilesFaulty."""
    sop = parse_sop((settings.sop_file or SHIPPED_SOP).read_text("utf-8"))
    calendar = load_calendar(settings.calendar_file, settings.timezone)
    shared = Procedure(sop, calendar, office_settings(settings))
    folders = own_folders(settings.data_dir, settings.timezone, load_office_file)
    titles = {office.id: office.title for office in offices}
    faults = [fault for folder in folders for fault in folder.faults]
    if faults:
        named = (replace(fault, title=titles.get(fault.office, "")) for fault in faults)
        raise OwnFilesFaulty(tuple(named))
    own = {f.office: f.over(shared) for f in folders if f.office is not None}
    return Procedures(shared, own)


def office_settings(settings: Settings) -> OfficeSettings:
    """The shipped file's kop is that of the shipped SOP's office. Raises OfficeFileFaults."""
    found = load_office_file(settings.office_file or SOPS / SHIPPED_OFFICE)
    foreign = settings.office_file is None and settings.sop_file is not None
    return found.of_another_office() if foreign else found
