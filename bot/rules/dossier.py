"""A run with all that its papers tell: values alone, out of what is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.rules.calendar import WorkCalendar
from bot.rules.dispositions import Disposition
from bot.rules.ledger import Absences
from bot.rules.people import Office
from bot.rules.recap import Recap
from bot.rules.run import Fact, Run
from bot.rules.stationery import Stationery
from bot.rules.trail import Trail


@dataclass(frozen=True, slots=True)
class Dossier(Trail):
    """`as_of` (UTC) is when the last thing that stands in it happened: printed twice, a paper says
    the same."""

    office: Office
    calendar: WorkCalendar
    absences: Absences
    recap: Recap
    stationery: Stationery
    as_of: datetime
    dispositions: tuple[Disposition, ...] = ()

    @property
    def zone(self) -> str:
        return self.calendar.zone


def named_in(run: Run, facts: tuple[Fact, ...]) -> frozenset[int]:
    """Ids of everybody whom the run's papers may name."""
    of_documents = (person for d in run.documents for person in (d.sender, d.decided_by))
    of_facts = (fact.person for fact in facts)
    return frozenset(p for p in (*of_documents, *of_facts) if p is not None)


def as_of(run: Run) -> datetime:
    """When the run last changed, whatever was printed of it since."""
    return max([run.opened_at, *moments(run)])


def moments(run: Run) -> Iterator[datetime]:
    for duty in run.duties:
        yield from (ended.ended_at for ended in duty.rounds)
    of_duties = (m for d in run.duties for m in (d.opened_at, d.done_at))
    of_documents = (m for d in run.documents for m in (d.received_at, d.decided_at, d.explained_at))
    approved = (m for a in run.approvals for m in (a.decided_at, a.voided_at))
    for moment in (*approved, *of_duties, *of_documents, run.remarked_at, run.closed_at):
        if moment is not None:
            yield moment
