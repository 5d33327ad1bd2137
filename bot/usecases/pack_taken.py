"""What an evidence pack is made from: everything that is kept of a run, read at one instant."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from bot.papers.evidence_manifest import people_in
from bot.papers.evidence_tables import Names, Recorded
from bot.papers.sheet import Sheet
from bot.ports import UnitOfWork
from bot.rules.calendar import WorkCalendar
from bot.rules.dossier import Dossier
from bot.rules.hardcopies import PrintedPaper
from bot.rules.lkjip import Chapter
from bot.rules.procedures import Procedures
from bot.rules.recap import Recap
from bot.rules.run import Run
from bot.usecases.lkjip_parts import lkjip_of
from bot.usecases.run_papers import dossier_of, sheets


@dataclass(frozen=True, slots=True)
class Taken:
    """All that a pack is made from, but for the bytes of files."""

    dossier: Dossier
    recorded: Recorded
    names: Names
    printed: tuple[PrintedPaper, ...]
    chapter: Chapter
    sheets: tuple[Sheet, ...]

    @property
    def run(self) -> Run:
        return self.dossier.run

    @property
    def recap(self) -> Recap:
        return self.dossier.recap

    @property
    def calendar(self) -> WorkCalendar:
        return self.dossier.calendar

    @property
    def head(self) -> str:
        """The last hash of the run's chain."""
        return head_of(self.recorded)


def head_of(recorded: Recorded) -> str:
    return recorded[-1][1] if recorded else ""


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the pack: its bytes lie in the cabinet (`digest`), or are made."""

    name: str
    digest: str = ""
    make: Callable[[], bytes] = bytes


async def take(uow: UnitOfWork, run: Run, works_by: Procedures) -> Taken:
    office = await uow.offices.get(run.office_id)
    if office is None:
        raise LookupError(run.office_id)
    recorded = await uow.facts.of_run(run.id)
    dossier = await dossier_of(uow, office, run, works_by.of(office))
    people = people_in(run, recorded) | {one.person for one in dossier.dispositions}
    found = [await uow.people.get(each) for each in sorted(people)]
    return Taken(
        dossier,
        recorded,
        {person.id: person.formal_name for person in found if person is not None},
        await uow.printed_papers.of_run(run.id),
        await lkjip_of(uow, run, dossier.recap),
        await asyncio.to_thread(sheets, dossier),
    )
