"""What a run's steps took, duty by duty, and what happened on the way: the control card."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.rules.approving import RECORDED
from bot.rules.dossier import Dossier
from bot.rules.hands import Hand
from bot.rules.ledger import Account, ledger
from bot.rules.run import Duty, Fact, Task
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


HANDED_IN = frozenset({"berkas diterima", "nihil dinyatakan"})


@dataclass(frozen=True, slots=True)
class Line:
    """One duty's account, and those by whose hands it was done, each once."""

    account: Account
    hands: tuple[Hand, ...]


@dataclass(frozen=True, slots=True)
class ControlCard:
    """`minutes` are the run's own working minutes from its opening on, `until` (UTC) its end or
    the last thing that stands in the card."""

    steps: tuple[tuple[Step, tuple[Line, ...]], ...]
    events: tuple[Fact, ...]
    minutes: int
    until: datetime


def control_card(of: Dossier) -> ControlCard:
    told = tuple(fact for fact in of.facts if fact.verb in EVENTS)
    until = of.run.closed_at or max([of.as_of, *(fact.at for fact in told)])
    accounts = ledger(of.run, of.calendar, until, of.absences)
    lines = [Line(own, tuple(dict.fromkeys(hands(of, own.duty)))) for own in accounts]
    return ControlCard(
        tuple(
            (s, tuple(x for x in lines if x.account.duty.step == s.number))
            for s in of.run.sop.steps
        ),
        told,
        minutes_between(of.calendar, of.run.opened_at, until),
        until,
    )


def hands(of: Dossier, duty: Duty) -> Iterator[Hand]:
    """A seat's hand-in is nobody's one act: it is done by all who handed in for it."""
    if duty.task != Task.HAND_IN:
        ended = of.ended_by(duty)
        yield from [of.hand(ended)] if ended else []
        return
    for fact in of.facts:
        if fact.verb in HANDED_IN and fact.seat == duty.seat:
            yield of.hand(fact)
