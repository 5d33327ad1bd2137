"""Who took part in a run and by what, from its facts: for the minutes of its recap."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.approving import RECORDED
from bot.rules.dossier import Dossier
from bot.rules.hands import Hand
from bot.rules.run import Document, DocumentState, Duty, Fact, Run, Task
from bot.rules.sop import Seat


class Part(StrEnum):
    """What somebody did, as the minutes count it."""

    ORDERED = "perintah"
    CONVEYED = "sampaikan"
    HANDED_IN = "serah"
    REVIEWED = "periksa"
    COLLECTED = "himpun"
    COMPILED = "rekap"
    ANALYSED = "analisis"
    INITIALLED = "paraf"
    APPROVED = "setujui"


PARTS = {
    **{f"{task.value} selesai": Part(task.value) for task in Task if task != Task.HAND_IN},
    "berkas diterima": Part.HANDED_IN,
    "nihil dinyatakan": Part.HANDED_IN,
    "berkas disetujui": Part.REVIEWED,
    "berkas dikembalikan": Part.REVIEWED,
    **{verb: Part(act.value) for act, verb in RECORDED.items()},
}


@dataclass(frozen=True, slots=True)
class Present:
    """One person for one post, a substitute or a seat's staff as such."""

    seat: Seat
    hand: Hand
    nip: str
    parts: tuple[tuple[Part, int], ...]


def present(of: Dossier) -> tuple[Present, ...]:
    """By post in the SOP's order."""
    done: dict[tuple[str, int], list[Fact]] = {}
    for fact in of.facts:
        if fact.verb in PARTS and fact.person is not None:
            done.setdefault((fact.seat, fact.person), []).append(fact)
    return tuple(
        _present(of, seat, person, facts)
        for seat in of.run.sop.seats
        for (key, person), facts in done.items()
        if key == seat.key
    )


def _present(of: Dossier, seat: Seat, person: int, facts: list[Fact]) -> Present:
    counted = Counter(PARTS[fact.verb] for fact in facts)
    parts = tuple((part, counted[part]) for part in Part if counted[part])
    return Present(seat, of.hand(facts[-1]), of.nip(person), parts)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many files were handed in (each version), and how many stand how; nihil apart."""

    files: int
    accepted: int
    waiting: int
    returned: int
    replaced: int
    excluded: int
    nihil: int


def tally(run: Run) -> Tally:
    states = Counter(d.state for d in run.documents if not d.nihil)
    return Tally(
        sum(states.values()),
        states[DocumentState.ACCEPTED],
        states[DocumentState.RECEIVED],
        states[DocumentState.RETURNED],
        states[DocumentState.REPLACED],
        states[DocumentState.EXCLUDED],
        sum(d.nihil and d.counts for d in run.documents),
    )


def conveyed_without(run: Run) -> Iterator[Duty]:
    """Collectors who conveyed with something missing, and why (its remark)."""
    return (duty for duty in run.duties if duty.task == Task.COLLECT and duty.remark)


def excluded(run: Run) -> Iterator[Document]:
    return (d for d in run.documents if d.state == DocumentState.EXCLUDED)
