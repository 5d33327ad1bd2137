"""A substitute's days begin and end by themselves: the seat's duties go to him and come back."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone

from bot.rules.people import Substitution
from bot.rules.run import Fact
from bot.rules.sop import Seat
from bot.texts import substitutes as texts
from bot.usecases.at_office import again, at_office
from bot.usecases.desk import Desk
from bot.usecases.hand_duties import hand_duties
from bot.usecases.offices import seats_in_force
from bot.usecases.one_by_one import one_by_one
from bot.usecases.papers_first import papers_first
from bot.usecases.work import Work

EASTERNMOST = timezone(timedelta(hours=14))  # where every date comes first


async def follow_substitutions(desk: Desk, now: datetime) -> None:
    """Once for each: its mark stands in the same unit of work."""

    async def follow(due: Substitution) -> None:
        await papers_first(desk, lambda at: turn(at, due.id, now))

    await one_by_one(await turning(desk, now), follow)


async def turning(desk: Desk, now: datetime) -> list[Substitution]:
    """Those whose first day has come, or whose last is past; those that end come first."""
    async with desk.store.look() as uow:
        near = await uow.substitutions.turning(now.astimezone(EASTERNMOST).date())
        offices = {o.id: o for o in await uow.offices.all() if o.active} if near else {}
    here = [(each, offices[each.office_id]) for each in near if each.office_id in offices]
    return in_turn((each, desk.at(office).calendar.on(now)) for each, office in here)


def in_turn(found: Iterable[tuple[Substitution, date]]) -> list[Substitution]:
    due = [(each, day) for each, day in found if is_over(each, day) or begins(each, day)]
    return [each for each, _ in sorted(due, key=lambda pair: not is_over(*pair))]


def is_over(each: Substitution, day: date) -> bool:
    return each.last < day


def begins(each: Substitution, day: date) -> bool:
    return each.begun_at is None and each.first <= day <= each.last


async def turn(desk: Desk, substitution_id: int, now: datetime) -> None:
    async with desk.store.work() as uow:
        each = await uow.substitutions.get(substitution_id)
        office = await uow.offices.get(each.office_id) if each else None
        if each is None or each.ended_at is not None or office is None:
            return
        work = await at_office(uow, desk, office, now)
        if is_over(each, work.today):
            await end(work, each)
        elif begins(each, work.today):
            await begin(work, each)


async def begin(work: Work, each: Substitution) -> None:
    """Both hear of it, and the open duties go to the substitute."""
    await work.uow.substitutions.begun(each.id, work.now)
    seat = await seat_of(work, each)
    await note(work, each, "pengganti mulai bertugas")
    await work.uow.errands.give(work.office.id, each.seat, each.person.id)
    acting = await again(work)
    await acting.post.say(f"pengganti:{each.id}:mulai", each.person,
                          texts.begun(each, seat, work.office))  # fmt: skip
    holder = acting.seating.holders.get(each.seat)
    if holder is not None:
        message = texts.begun_for(each, seat, work.office)
        await acting.post.say(f"pengganti:{each.id}:mulai:pemegang", holder, message)
    await hand_duties(acting, seat, holder)


async def end(work: Work, each: Substitution) -> None:
    """Early or after the last day; one that never began is only marked."""
    await close(work, each)
    if each.begun_at is None:
        return
    seat = await seat_of(work, each)
    after = await again(work)
    await after.post.say(f"pengganti:{each.id}:selesai", each.person,
                         texts.ended(each, seat, work.office))  # fmt: skip
    holder = after.seating.holders.get(each.seat)
    if holder is not None:
        message = texts.ended_for(each, seat, work.office)
        await after.post.say(f"pengganti:{each.id}:selesai:pemegang", holder, message)
    await hand_duties(after, seat, each.person)


async def close(work: Work, each: Substitution) -> None:
    await work.uow.substitutions.ended(each.id, work.now)
    await note(work, each, "pengganti selesai bertugas")


async def seat_of(work: Work, each: Substitution) -> Seat:
    """A seat that no SOP in force knows any more goes by its key."""
    known = await seats_in_force(work.uow, work.desk, work.office)
    return next((s for s in known if s.key == each.seat), Seat(each.seat, each.seat, each.seat))


async def note(work: Work, each: Substitution, verb: str) -> None:
    by = work.person_id if work.call is not None else None
    holder = work.seating.holders.get(each.seat)
    told: dict[str, object] = {"pengganti": each.person.id, "nama": each.person.name}
    told |= {"sebagai": each.title.value, "atas nama": holder.name if holder else ""}
    told |= {"mulai": each.first.isoformat(), "sampai": each.last.isoformat()}
    await work.uow.facts.add(work.office.id, None, [Fact(verb, work.now, by, each.seat, told)])
