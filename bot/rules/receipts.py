"""What one seat handed in over a run to one collector: every version, and what became of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.rules.owing import owed
from bot.rules.run import Document, Run
from bot.rules.sop import DocumentKind, Role, Seat


@dataclass(frozen=True, slots=True)
class Receipt:
    """`documents` by kind, in the SOP's order, then as they came; `owed` are the kinds that it
    still owes, also where nobody waits for them. `alone`: nobody else collects from this seat."""

    seat: Seat
    collector: Role
    documents: tuple[Document, ...]
    owed: tuple[DocumentKind, ...]
    alone: bool

    @property
    def subject(self) -> str:
        return self.seat.key if self.alone else f"{self.seat.key}/{self.collector.key}"


def receipts_of(run: Run, seat: Seat) -> Iterator[Receipt]:
    """One for each role that collects from the seat and to which anything came."""
    kinds = run.kinds_owed_by(seat)
    roles = tuple(dict.fromkeys(kind.collector for kind in kinds))
    places = {kind.code: place for place, kind in enumerate(run.sop.kinds)}
    for role in roles:
        own = {kind.code for kind in kinds if kind.collector == role}
        came = [d for d in run.documents if d.seat == seat.key and d.kind in own]
        came.sort(key=lambda d: (places[d.kind], d.received_at, d.id))
        lacking = tuple(kind for kind in owed(run, seat) if kind.code in own)
        if came:
            yield Receipt(seat, run.sop.role(role), tuple(came), lacking, len(roles) == 1)
