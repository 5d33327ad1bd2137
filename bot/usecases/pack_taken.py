"""What an evidence pack is made from: everything that is kept of a run, read at one instant."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.papers.evidence_manifest import people_in
from bot.papers.evidence_tables import Names, Recorded
from bot.papers.sheet import Sheet
from bot.ports import UnitOfWork
from bot.rules.calendar import WorkCalendar
from bot.rules.dispositions import Disposition
from bot.rules.hardcopies import PrintedPaper
from bot.rules.lkjip import Chapter
from bot.rules.people import Office
from bot.rules.procedures import Procedures
from bot.rules.recap import Recap
from bot.rules.run import Run
from bot.rules.stationery import Stationery
from bot.usecases.lkjip_parts import lkjip_of
from bot.usecases.recapping import recap_of
from bot.usecases.run_papers import sheets_of


@dataclass(frozen=True, slots=True)
class Taken:
    """All that a pack is made from, but for the bytes of files."""

    office: Office | None
    run: Run
    recorded: Recorded
    recap: Recap
    calendar: WorkCalendar
    names: Names
    sheets: tuple[Sheet, ...]
    printed: tuple[PrintedPaper, ...]
    dispositions: tuple[Disposition, ...]
    stationery: Stationery
    chapter: Chapter

    @property
    def head(self) -> str:
        """The last hash of the run's chain."""
        return self.recorded[-1][1] if self.recorded else ""


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the pack: its bytes lie in the cabinet (`digest`), or are made."""

    name: str
    digest: str = ""
    make: Callable[[], bytes] = bytes


async def take(uow: UnitOfWork, run: Run, works_by: Procedures) -> Taken:
    office = await uow.offices.get(run.office_id)
    procedure = works_by.of(office)
    recorded = await uow.facts.of_run(run.id)
    dispositions = await uow.dispositions.of_run(run.id)
    people = people_in(run, recorded) | {one.person for one in dispositions}
    found = [await uow.people.get(each) for each in sorted(people)]
    recap = await recap_of(uow, run, procedure.calendar)
    return Taken(
        office,
        run,
        recorded,
        recap,
        procedure.calendar,
        {person.id: person.formal_name for person in found if person is not None},
        await sheets_of(uow, office, run, procedure) if office else (),
        await uow.printed_papers.of_run(run.id),
        dispositions,
        procedure.stationery,
        await lkjip_of(uow, run, recap),
    )
