"""/libur: an office closes days or opens them again, also while runs are open."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.rules.acts import Act
from bot.rules.closing import read_closing, reopened, written_days
from bot.rules.errors.offices import NoOffice
from bot.rules.run import Fact
from bot.rules.special_days import Closure
from bot.texts import closures as texts
from bot.texts import notices
from bot.usecases import card_names
from bot.usecases.at_office import at_office, meet, office_work, require_member
from bot.usecases.desk import Call, Desk
from bot.usecases.follow_calendar import follow_calendar
from bot.usecases.undoing import undoes
from bot.usecases.work import Work

SHOWN = timedelta(days=90)


async def close_days(desk: Desk, call: Call, words: str) -> None:
    """Without words the days that lie ahead are shown."""
    async with office_work(desk, call) as work:
        first, *rest = words.split(maxsplit=1) or [""]
        if not words:
            await show_days(work)
        elif undoes(first):
            written = written_days("".join(rest), work.calendar, work.now)
            await open_again(await alone(work), written.first, written.last)
        else:
            await close(await alone(work), words)


async def alone(work: Work) -> Work:
    """On the office as it stands: nobody else closes or opens a day of it meanwhile."""
    office = await work.uow.offices.hold(work.office.id) or work.office
    return replace(work, office=office, desk=work.desk.at(office))


async def show_days(work: Work) -> None:
    today = work.today
    last = today + SHOWN
    unknown = work.calendar.undecreed(range(today.year, last.year + 1))
    await work.post.answer(texts.ahead(work.calendar, today, last, work.office.closures, unknown))


async def close(work: Work, words: str) -> None:
    seat = authority(work)
    own = work.office.closures
    closing = read_closing(words, work.calendar, own, work.now)
    kept = tuple(sorted((*own, *closing.days), key=lambda closure: closure.day))
    moved = await change(work, seat, kept, "libur dicatat", closing.days, texts.why(closing.days))
    message = texts.closed(work.office.id, closing.days, closing.idle, moved)
    await work.post.answer(message)


async def open_again(work: Work, first: date, last: date) -> None:
    seat = authority(work)
    own = work.office.closures
    opened = reopened(first, last, own, work.calendar, work.now)
    kept = tuple(closure for closure in own if closure not in opened)
    why = texts.why_again(opened)
    moved = await change(work, seat, kept, "libur dibatalkan", opened, why)
    message = texts.opened(opened, moved)
    if work.call is not None and work.call.tapped:
        card = card_names.closure(work.office.id, work.call.reply_to or 0)
        await work.post.show_here(card, message)
    else:
        await work.post.answer(message)


async def open_day(desk: Desk, call: Call, office_id: str, first_day: str, last_day: str) -> str:
    """[Batalkan libur] on the confirmation."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        office = await uow.offices.get(int(office_id))
        if office is None:
            raise NoOffice
        here = replace(call, admins=call.admins if call.chat_id == office.chat_id else frozenset())
        work = await at_office(uow, desk, office, call.at, here)
        if call.person.id not in here.admins:
            require_member(work)
        days = (date.fromisoformat(first_day), date.fromisoformat(last_day))
        await open_again(await alone(work), *days)
    return notices.recorded()


def authority(work: Work) -> str:
    """The seat from which who calls may change the calendar; none for a group's administrator."""
    administers = work.call is not None and work.call.person.id in work.call.admins
    if administers and not work.may(Act.CLOSE_DAY, work.sop):
        return ""
    return work.acting(Act.CLOSE_DAY, work.sop).key


async def change(
    work: Work,
    seat: str,
    closures: tuple[Closure, ...],
    verb: str,
    days: Sequence[Closure],
    why: str,
) -> tuple[int, int]:
    """Keep the closures with their fact and count again; how many limits moved, and how many
    people are told."""
    detail = {
        "tanggal": [closure.day.isoformat() for closure in days],
        "alasan": days[0].reason,
        "keputusan": days[0].decree,
    }
    fact = Fact(verb, work.now, work.person_id, seat, detail)
    await work.uow.facts.add(work.office.id, None, [fact])
    office = replace(work.office, closures=closures)
    return await follow_calendar(work.uow, work.desk, office, work.now, work.call, why)
