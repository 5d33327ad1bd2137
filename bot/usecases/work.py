"""One piece of work in one office: who holds what, which run, and the unit of work around it."""

from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.ports import UnitOfWork
from bot.rules.acts import BY_STAFF, Act, roles_that_may
from bot.rules.calendar import WorkCalendar
from bot.rules.errors.refusal import Refusal
from bot.rules.errors.runs import NoRun, RunNotOpen
from bot.rules.errors.seats import NoSeat
from bot.rules.hands import not_theirs, signed
from bot.rules.messages import Message
from bot.rules.people import Office, Person, Seating
from bot.rules.run import Fact, Run
from bot.rules.sop import Seat, Sop
from bot.rules.stationery import Stationery
from bot.texts import refusals
from bot.usecases.desk import Call, Desk
from bot.usecases.known_logo import know_logo
from bot.usecases.offices import desk_of, office_of
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


async def meet(uow: UnitOfWork, call: Call) -> Call:
    """Know the person by the newest name; who writes privately can be reached privately."""
    person = await uow.people.seen(call.person)
    if call.private and not person.reachable:
        await uow.people.reach(person.id, reachable=True)
        await uow.errands.unpark(person.id)
        person = replace(person, reachable=True)
    return replace(call, person=person)


async def at_office(
    uow: UnitOfWork, desk: Desk, office: Office, now: datetime, call: Call | None = None
) -> Work:
    await know_logo(desk.procedures, desk.cabinet, office)
    work = Work(uow, desk.at(office), office, {}, now, call)
    seating = await seating_of(uow, office.id, work.today)
    return replace(work, holders=seating.acting(work.today), seating=seating)


async def seating_of(uow: UnitOfWork, office_id: int, today: date) -> Seating:
    staff: dict[str, tuple[Person, ...]] = {}
    for one in await uow.staff.of_office(office_id):
        staff[one.seat] = (*staff.get(one.seat, ()), one.person)
    return Seating(
        {held.seat: held.person for held in await uow.seats.of_office(office_id)},
        staff,
        await uow.substitutions.open_in(office_id),
        await uow.leaves.open_in(office_id, today),
    )


async def sentence_of(uow: UnitOfWork, desk: Desk, call: Call, refusal: Refusal) -> str:
    """The refusal in words, with times by the clock of the office where it was refused."""
    zone = refusal.zone or (await desk_of(uow, desk, call)).calendar.zone
    return refusals.sentence(refusal, zone)


@asynccontextmanager
async def office_work(desk: Desk, call: Call) -> AsyncIterator[Work]:
    """Work in the office where who calls acts."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        office = await office_of(uow, desk, call)
        work = await at_office(uow, desk, office, call.at, call)
        with by_its_clock(work):
            yield work


@contextmanager
def by_its_clock(work: Work) -> Iterator[None]:
    """A refusal tells its times by this office's clock, wherever it was asked for."""
    try:
        yield
    except Refusal as refusal:
        refusal.zone = refusal.zone or work.calendar.zone
        raise


async def on_run(
    uow: UnitOfWork, desk: Desk, call: Call, run_id: str, *, ended: bool = False
) -> tuple[Work, Run]:
    """Work on a run named by a button; refuses strangers, and unless `ended` a run that is over."""
    run = await uow.runs.get(int(run_id)) if run_id.isdigit() else None
    office = await uow.offices.get(run.office_id) if run else None
    if run is None or office is None:
        raise RunNotOpen
    work = await at_office(uow, desk, office, call.at, call)
    with by_its_clock(work):
        require_member(work)
        if not (run.is_open or ended):
            raise RunNotOpen(run.closed_at)
    return work, run


@asynccontextmanager
async def run_work(desk: Desk, call: Call, run_id: str) -> AsyncIterator[tuple[Work, Run]]:
    """Work on an open run, in its own unit of work."""
    async with desk.store.work(call.update_id) as uow:
        work, run = await on_run(uow, desk, await meet(uow, call), run_id)
        with by_its_clock(work):
            yield work, run


def belonging(work: Work, person_id: int) -> tuple[str, ...]:
    """Every seat that the person acts for, serves as staff, or holds though another acts."""
    own = (*work.served_by(person_id), *work.seating.held_for_good(person_id))
    return tuple(dict.fromkeys(own))


def require_member(work: Work) -> None:
    """Who belongs to no seat of the office does nothing in it (invariant 7), and who does, does it
    in its own group or privately: what is answered in another group is read there."""
    call = work.call
    if call is None:
        return
    elsewhere = not call.private and call.chat_id != work.office.chat_id
    if elsewhere or not belonging(work, call.person.id):
        raise NoSeat


async def open_runs(work: Work) -> tuple[Run, ...]:
    runs = await work.uow.runs.open_in(work.office.id)
    if not runs:
        raise no_run(work)
    return runs


def no_run(work: Work) -> NoRun:
    return NoRun(may_start=work.may(Act.START_RUN, work.sop))
