"""Who may say who acts for a seat, and which seat and person a command names."""

from collections.abc import Sequence

from bot.rules.errors.acting import NotAReply, SeaterOnly
from bot.rules.errors.offices import GroupOnly
from bot.rules.errors.seats import AdministratorsOnly, NotOneself, SeatTaken, UnknownSeat
from bot.rules.people import Person
from bot.rules.sop import Seat
from bot.usecases.desk import Call
from bot.usecases.offices import seats_in_force
from bot.usecases.work import Work


def in_group(call: Call, command: str) -> None:
    if call.private:
        raise GroupOnly(command)


def known_seat(seats: Sequence[Seat], key: str) -> Seat:
    found = [seat for seat in seats if seat.key == key.strip().lower()]
    if not found:
        raise UnknownSeat(key, tuple(seat.key for seat in seats))
    return found[0]


async def seat_and_words(work: Work, words: str) -> tuple[Seat, str]:
    """The seat that the words begin with, and those after it. Refused: UnknownSeat."""
    key, _, rest = words.strip().partition(" ")
    seat = known_seat(await seats_in_force(work.uow, work.desk, work.office), key)
    return seat, rest.strip()


async def another(work: Work, seat: Seat, other: Person | None, command: str) -> Person:
    """The person replied to, who must be another than the seat's holder."""
    if other is None:
        raise NotAReply(command)
    holder = work.seating.holders.get(seat.key)
    if holder is not None and holder.id == other.id:
        raise SeatTaken(seat.title, holder.name)
    return await work.uow.people.seen(other)


def require_administrator(call: Call, seated: int) -> None:
    """Administrators seat people; one seats himself only where he is the sole one."""
    if call.person.id not in call.admins:
        raise AdministratorsOnly
    if seated == call.person.id and len(call.admins) > 1:
        raise NotOneself


def require_seater(work: Work, call: Call, seat: Seat, seated: int) -> None:
    """The seat's holder, or an administrator who does not seat himself."""
    holder = work.seating.holders.get(seat.key)
    if holder is not None and holder.id == call.person.id:
        return
    if call.person.id not in call.admins:
        raise SeaterOnly(seat.title, holder.name if holder else "")
    require_administrator(call, seated)
