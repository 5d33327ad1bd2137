"""What a run's steps took, duty by duty, and what happened on the way: the control card."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.rules.approving import RECORDED
from bot.rules.dossier import Dossier
from bot.rules.ledger import Account, ledger
from bot.rules.run import Fact
from bot.rules.sop import Step
from bot.rules.worktime import minutes_between

EVENTS = frozenset(
    {
        "berkas dikembalikan",
        "berkas dikeluarkan",
        "waktu dimohon",
        "waktu ditambah",
        "waktu tidak ditambah",
        "catatan analisis",
        "putaran dibatalkan",
        *RECORDED.values(),
        "rekap dikembalikan",
        "persetujuan gugur",
    }
)
"""The verbs of facts that explain why a step took its time, and of the recorded approvals; what was
handed in stands on the receipts."""


@dataclass(frozen=True, slots=True)
class Line:
    """One duty's account, and the fact that it was done by."""

    account: Account
    fact: Fact | None


@dataclass(frozen=True, slots=True)
class ControlCard:
    """`minutes` are the run's own working minutes from its opening on."""

    steps: tuple[tuple[Step, tuple[Line, ...]], ...]
    events: tuple[Fact, ...]
    minutes: int


def control_card(of: Dossier) -> ControlCard:
    """To the run's end, or to its last change."""
    until = of.run.closed_at or of.as_of
    accounts = ledger(of.run, of.calendar, until, of.absences)
    lines = [Line(own, of.ended_by(own.duty)) for own in accounts]
    return ControlCard(
        tuple(
            (s, tuple(x for x in lines if x.account.duty.step == s.number))
            for s in of.run.sop.steps
        ),
        tuple(events(of)),
        minutes_between(of.calendar, of.run.opened_at, until),
    )


def events(of: Dossier) -> Iterator[Fact]:
    return (fact for fact in of.facts if fact.verb in EVENTS)
