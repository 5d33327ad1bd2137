"""The part of himpun doctor about DATA_DIR/kantor/: what each office works by, and its faults."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.calendars.own_files import OFFICES, OWN_CALENDAR, OWN_SOP, READ, OwnFolder
from bot.commands.faults import told
from bot.rules.people import Office
from bot.texts import examined_offices as says
from bot.texts.examination import Line
from bot.usecases.examine_offices import WorksBy


def works_by(shared: WorksBy, folders: Sequence[OwnFolder]) -> Callable[[Office], WorksBy]:
    """A file that is there and faulty is the office's own all the same: the shared one is not
    what it meant."""
    of_office = {folder.office: folder for folder in folders}

    def works(office: Office) -> WorksBy:
        folder = of_office.get(office.id)
        if folder is None:
            return shared
        faulty = {fault.path.name for fault in folder.faults}
        found = shared
        if folder.sop is not None or OWN_SOP in faulty:
            found = replace(found, sop=folder.sop, own_sop=True)
        if folder.calendar is not None or OWN_CALENDAR in faulty:
            name = f"{OFFICES}/{office.id}/{OWN_CALENDAR}"
            found = replace(found, calendar=folder.calendar, calendar_name=name, own_calendar=True)
        return replace(found, settings=folder.settings_over(shared.settings))

    return works


def examine_folders(
    folders: Sequence[OwnFolder], offices: Sequence[Office] | None
) -> Iterator[Line]:
    """Every fault with its file and line; `offices` is None where the database cannot tell."""
    titles = {office.id: office.title for office in offices or ()}
    for folder in folders:
        if folder.office is None:
            yield says.not_a_number(folder.path)
            continue
        if offices is not None and folder.office not in titles:
            yield says.folder_of_nobody(folder.path)
        for fault in folder.faults:
            title = titles.get(folder.office, "")
            yield says.own_file_bad(folder.office, title, fault.path, told(fault.fault))
        if folder.unread:
            yield says.unread_files(folder.path, folder.unread, READ)
