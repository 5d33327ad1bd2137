"""Who handed in what of all that is asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.rules.handed_in import HandedIn
from bot.rules.run import DocumentState
from bot.rules.sop import DocumentKind, Seat
from bot.rules.twins import counted_once


@dataclass(frozen=True, slots=True)
class Completeness:
    """What one seat owed of one kind. `received_at` is the last of what counts, UTC."""

    seat: str
    kind: str
    accepted: int
    waiting: int
    nihil: bool
    received_at: datetime | None
    minutes_late: int
    hands: tuple[str, ...] = ()  # of those who sent it for the seat's holder

    @property
    def missing(self) -> bool:
        return not (self.accepted or self.waiting or self.nihil)

    @property
    def state(self) -> str:
        """A word that papers colour by."""
        if self.missing:
            return "missing"
        if self.waiting:
            return "waiting"
        return "accepted" if self.accepted else "nihil"


def completeness_of(
    seats: Sequence[Seat], kinds: Sequence[DocumentKind], documents: Sequence[HandedIn]
) -> Iterable[Completeness]:
    counted: dict[tuple[str, str], list[HandedIn]] = {}
    for document in documents:
        if document.counts:
            counted.setdefault((document.seat, document.kind), []).append(document)
    for seat in seats:
        for kind in (kind for kind in kinds if kind.handed_in_by == seat.role):
            yield _counted(seat.key, kind.code, counted.get((seat.key, kind.code), ()))


def _counted(seat: str, kind: str, mine: Sequence[HandedIn]) -> Completeness:
    files = [document for document in mine if not document.nihil]
    accepted = len(counted_once(d for d in files if d.state is DocumentState.ACCEPTED))
    return Completeness(
        seat=seat,
        kind=kind,
        accepted=accepted,
        waiting=len(counted_once(files)) - accepted,
        nihil=any(document.nihil for document in mine),
        received_at=max((document.received_at for document in mine), default=None),
        minutes_late=max((document.minutes_late for document in mine), default=0),
        hands=tuple(dict.fromkeys(document.hand for document in mine if document.hand)),
    )
