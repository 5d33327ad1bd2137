"""One piece of work in one office: who holds what, which run, and the unit of work around it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.ports import UnitOfWork
from bot.rules.acts import BY_STAFF, Act, roles_that_may
from bot.rules.calendar import WorkCalendar
from bot.rules.errors.refusal import Refusal
from bot.rules.hands import not_theirs, signed
from bot.rules.messages import Message
from bot.rules.people import Office, Person, Seating
from bot.rules.run import Fact, Run
from bot.rules.sop import Seat, Sop
from bot.rules.stationery import Stationery
from bot.usecases.desk import Call, Desk
from bot.usecases.post import Post


@dataclass(frozen=True, slots=True)
class Work:
    """`holders` are who acts for each seat of this office today; `seating` knows who holds it for
    good, its staff, substitutes and leaves. `call` is None when the clock acts."""

    uow: UnitOfWork
    desk: Desk
    office: Office
    holders: dict[str, Person]
    now: datetime
    call: Call | None = None
    seating: Seating = field(default_factory=Seating)

    @property
    def post(self) -> Post:
        return Post(self.uow, self.desk, self.now, self.office, self.call)

    @property
    def sop(self) -> Sop:
        """What the office's new runs begin with."""
        return self.desk.sop

    @property
    def calendar(self) -> WorkCalendar:
        return self.desk.calendar

    @property
    def stationery(self) -> Stationery:
        """What the office's papers bear."""
        return self.desk.stationery

    @property
    def person_id(self) -> int:
        """Who calls; only asked for where a person acts."""
        if self.call is None:
            raise ValueError("nobody called")
        return self.call.person.id

    @property
    def today(self) -> date:
        """By the office's own clock."""
        return self.calendar.on(self.now)

    @property
    def away(self) -> frozenset[str]:
        """Seats for which today nobody acts who is not on leave."""
        return self.seating.away(self.today)

    def held_by(self, person_id: int) -> tuple[str, ...]:
        """The seats for which the person acts today, as holder or substitute."""
        return tuple(seat for seat, holder in self.holders.items() if holder.id == person_id)

    def served_by(self, person_id: int) -> tuple[str, ...]:
        """Those, and the seats whose staff he is."""
        own = (*self.held_by(person_id), *self.seating.staffed_by(person_id))
        return tuple(dict.fromkeys(own))

    def acting(self, act: Act, sop: Sop, seats: Iterable[str] | None = None) -> Seat:
        """The seat from which who calls may do this; `seats` narrows to whose it is.

        Refuses with whose it is (invariant 7).
        """
        allowed = roles_that_may(act, sop)
        fitting = [
            seat
            for seat in sop.seats
            if seat.role in allowed and (seats is None or seat.key in set(seats))
        ]
        caller = self.call.person.id if self.call else 0
        mine = self.served_by(caller) if act in BY_STAFF else self.held_by(caller)
        own = [seat for seat in fitting if seat.key in mine]
        if own:
            return own[0]
        raise not_theirs(self.seating, caller, fitting, self.today)

    def acting_in(self, act: Act, runs: Sequence[Run]) -> list[Run]:
        """Those of the runs in which who calls may do this, each by the SOP that it began with."""
        may = [run for run in runs if self.may(act, run.sop)]
        if not may:
            self.acting(act, runs[0].sop)
        return may

    def may(self, act: Act, sop: Sop) -> bool:
        try:
            self.acting(act, sop)
        except Refusal:
            return False
        return True

    async def record(self, run_id: int | None, facts: Sequence[Fact]) -> None:
        """Append the facts, each with both names where another than its seat's holder acted."""
        told = [signed(self.seating, fact, self.calendar.on(fact.at)) for fact in facts]
        await self.uow.facts.add(self.office.id, run_id, told)

    async def tell_seat(self, card: str, seat: str, message: Message) -> None:
        """Show a card to who holds the seat; for an empty one it waits for its holder."""
        holder = self.holders.get(seat)
        if holder is None:
            await self.post.leave_for(card, seat, message)
        else:
            await self.post.show(card, holder, message)

    async def say_to_seat(self, key: str, seat: str, message: Message) -> None:
        holder = self.holders.get(seat)
        if holder is not None:
            await self.post.say(key, holder, message)
