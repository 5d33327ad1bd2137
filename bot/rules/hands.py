"""By whose hand an act of a seat is done: its holder's own, a substitute's, or its staff's."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.rules.errors.acting import StaffMayNot, SubstituteActs
from bot.rules.errors.refusal import Refusal
from bot.rules.errors.seats import NotYours
from bot.rules.people import STAFF, Seating
from bot.rules.run import Fact
from bot.rules.sop import Seat


@dataclass(frozen=True, slots=True)
class Hand:
    """Another's than the holder's: as what (`acting`), who it was, and for whom, by name."""

    acting: str
    name: str
    on_behalf: str


def hand_of(seating: Seating, seat: str, person_id: int, day: date) -> Hand | None:
    """None where the person acts as the seat's own holder, or does not act for it at all."""
    holder = seating.holders.get(seat)
    on_behalf = holder.name if holder else ""
    substitution = seating.substitution(seat, day)
    if substitution is not None and substitution.person.id == person_id:
        return Hand(substitution.title.value, substitution.person.name, on_behalf)
    if holder is not None and holder.id == person_id:
        return None
    staff = [person for person in seating.staff.get(seat, ()) if person.id == person_id]
    return Hand(STAFF, staff[0].name, on_behalf) if staff else None


def signed(seating: Seating, fact: Fact, day: date) -> Fact:
    """The fact with both names where another than the holder acted from its seat."""
    if fact.person is None or not fact.seat:
        return fact
    hand = hand_of(seating, fact.seat, fact.person, day)
    if hand is None:
        return fact
    told = {"sebagai": hand.acting, "oleh": hand.name, "atas nama": hand.on_behalf}
    return replace(fact, detail={**fact.detail, **told})


def not_theirs(seating: Seating, person_id: int, fitting: Sequence[Seat], day: date) -> Refusal:
    """Why the person may not act from any of these seats: whose they are (invariant 7), that a
    substitute acts in the meantime, or that staff only hand in."""
    acting = seating.acting(day)
    for seat in fitting:
        instead = seating.substitution(seat.key, day)
        if instead is not None and seat.key in seating.held_for_good(person_id):
            return SubstituteActs(
                seat.title, seat.key, instead.person.name, instead.title.value, instead.last
            )
    staffed = [seat for seat in fitting if seat.key in seating.staffed_by(person_id)]
    whose = staffed or fitting
    names = tuple(acting[seat.key].name for seat in whose if seat.key in acting)
    refused = StaffMayNot if staffed else NotYours
    return refused(tuple(seat.title for seat in whose), names)
