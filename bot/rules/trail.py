"""A run's audit trail as its papers read it: who did what, by the names that papers print."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.rules.hands import Hand
from bot.rules.people import Person
from bot.rules.run import Duty, DutyState, Fact, Run


@dataclass(frozen=True, slots=True)
class Trail:
    """`facts` oldest first; `people` are those that they name, by id."""

    run: Run
    facts: tuple[Fact, ...]
    people: Mapping[int, Person]

    def name(self, person: int | None, otherwise: str = "") -> str:
        """As papers print it."""
        known = self.people.get(person) if person is not None else None
        return known.formal_name if known else otherwise

    def nip(self, person: int | None) -> str:
        known = self.people.get(person) if person is not None else None
        return known.nip if known else ""

    def hand(self, fact: Fact) -> Hand:
        """By whose hand an act was recorded."""
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
