"""Evidence packs of a run: what the office records of each, and why one is not sent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.rules.approving import current
from bot.rules.errors.refusal import Refusal
from bot.rules.run import Fact, Run, RunState

PACKED = "paket bukti dibuat"
MOST_SENT = 50_000_000  # bytes: what a bot may upload (Bot API, sendDocument: 50 MB)


@dataclass
class PackTooLarge(Refusal):
    """The ZIP would have more than `most` bytes."""

    most: int


@dataclass
class NotClosedYet(Refusal):
    """The run is at work, or waits for an approval."""


@dataclass(frozen=True, slots=True)
class PackMade:
    """A pack as the office's chain remembers it: `seal` is the SHA-256 (hex) of its manifest,
    `head` the last hash of the run's chain then. Nobody where the command made it."""

    at: datetime
    person: int | None
    run: int
    period: str
    seal: str
    files: int
    head: str


def packed(run: Run, made: PackMade, seat: str = "", sidik: str = "") -> Fact:
    """`sidik` is the ZIP's own hash, where the cabinet keeps it."""
    told = {"putaran": run.id, "periode": run.period.key, "segel": made.seal, "isi": made.files}
    kept = {"sidik": sidik} if sidik else {}
    return Fact(PACKED, made.at, made.person, seat, {**told, "akhir": made.head, **kept})


def packs_made(facts: Iterable[Fact]) -> Iterator[PackMade]:
    for fact in facts:
        if fact.verb == PACKED:
            told = map(fact.detail.__getitem__, ("putaran", "periode", "segel", "isi", "akhir"))
            yield PackMade(fact.at, fact.person, *told)


def may_be_packed(run: Run) -> bool:
    """It is closed, and all whom the SOP asks have approved the recap as it closed."""
    return run.state == RunState.CLOSED and all(approval.given for approval in current(run))
