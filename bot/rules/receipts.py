"""What one seat handed in over a run: every version, and what became of it."""

from dataclasses import dataclass

from bot.rules.owing import owed
from bot.rules.run import Document, Run
from bot.rules.sop import DocumentKind, Seat


@dataclass(frozen=True, slots=True)
class Receipt:
    """`documents` by kind, in the SOP's order, then as they came; `owed` are the kinds that it
    still owes, also where nobody waits for them."""

    seat: Seat
    documents: tuple[Document, ...]
    owed: tuple[DocumentKind, ...]


def receipt_of(run: Run, seat: Seat) -> Receipt | None:
    """None where nothing came."""
    places = {kind.code: place for place, kind in enumerate(run.sop.kinds)}
    own = [document for document in run.documents if document.seat == seat.key]
    own.sort(key=lambda d: (places[d.kind], d.received_at, d.id))
    return Receipt(seat, tuple(own), owed(run, seat)) if own else None


def collectors_of(run: Run, receipt: Receipt) -> tuple[Seat, ...]:
    """Who receives from this seat, in the SOP's order."""
    roles = dict.fromkeys(kind.collector for kind in run.kinds_owed_by(receipt.seat))
    return run.sop.seats_of(roles)
