"""A run with all that its papers tell: values alone, out of what is kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.rules.calendar import WorkCalendar
from bot.rules.dispositions import Disposition
from bot.rules.hands import Hand
from bot.rules.ledger import Absences
from bot.rules.people import Office, Person
from bot.rules.recap import Recap
from bot.rules.run import Duty, DutyState, Fact, Run
from bot.rules.stationery import Stationery


@dataclass(frozen=True, slots=True)
class Dossier:
    """`people` are those that the run names, by id; `as_of` (UTC) is when the last thing that
    stands in it happened: printed twice, a paper says the same."""

    office: Office
    run: Run
    facts: tuple[Fact, ...]
    people: Mapping[int, Person]
    calendar: WorkCalendar
    absences: Absences
    recap: Recap
    stationery: Stationery
    as_of: datetime
    dispositions: tuple[Disposition, ...] = ()

    @property
    def zone(self) -> str:
        return self.calendar.zone

    def name(self, person: int | None, otherwise: str = "") -> str:
        """As papers print it."""
        known = self.people.get(person) if person is not None else None
        return known.formal_name if known else otherwise

    def nip(self, person: int | None) -> str:
        known = self.people.get(person) if person is not None else None
        return known.nip if known else ""

    def hand(self, fact: Fact) -> Hand:
        """By whose hand an act was recorded, by the names that papers print."""
        told = fact.detail
        name = self.name(fact.person, told.get("oleh", ""))
        return Hand(told.get("sebagai", ""), name, told.get("atas nama", ""))

    def ended_by(self, duty: Duty) -> Fact | None:
        """The fact that the duty was done by; None while it is not."""
        verb = f"{duty.task.value} selesai"
        told = [
            fact
            for fact in self.facts
            if (fact.verb, fact.seat, fact.detail.get("langkah")) == (verb, duty.seat, duty.step)
        ]
        return told[-1] if told and duty.state == DutyState.DONE else None


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
