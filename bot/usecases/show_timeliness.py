"""/kinerja: how steps and seats keep their limits over the office's runs, for supervisors."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.ports import UnitOfWork
from bot.rules.acts import Act
from bot.rules.people import Office
from bot.rules.periods import KINDS, PeriodKind
from bot.rules.timeliness import Timeliness, timeliness
from bot.texts import timeliness as texts
from bot.usecases.absent import absent_since
from bot.usecases.at_office import as_member, meet
from bot.usecases.desk import Call, Desk
from bot.usecases.offices import office_of
from bot.usecases.recap_papers import timeliness_paper
from bot.usecases.work import Work

Find = Callable[[UnitOfWork], Awaitable[Office | None]]


async def show_timeliness(desk: Desk, call: Call) -> None:
    async def office(uow: UnitOfWork) -> Office | None:
        return await office_of(uow, desk, call) if call.private else await at_group(uow, call)

    await tell_timeliness(desk, call, office, None)


async def choose_kind(desk: Desk, call: Call, office_id: str, period_kind: str) -> None:
    """[Triwulan], [Bulan]."""

    async def office(uow: UnitOfWork) -> Office | None:
        return await uow.offices.get(int(office_id))

    await tell_timeliness(desk, call, office, named(period_kind))


async def at_group(uow: UnitOfWork, call: Call) -> Office | None:
    return await uow.offices.at(call.chat_id)


def named(word: str) -> PeriodKind | None:
    return next((kind for kind in KINDS if kind == word), None)


async def tell_timeliness(desk: Desk, call: Call, find: Find, kind: PeriodKind | None) -> None:
    """Privately, a picture and a text after it; refuses who supervises nobody.

    Years of runs are read and measured before anything is written, so that nobody waits for it.
    """
    found = await measured(desk, call, find, kind)
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        work = await supervised(uow, desk, call, find)
        key, person = f"kinerja:{call.key}", call.person
        picture = await timeliness_paper(work, found, kind) if found.rows else None
        if picture is not None:
            await work.post.say(f"{key}:1", person, texts.caption(found, kind, picture))
        report = texts.report(found, work.sop, work.office.id, kind)
        await work.post.say(f"{key}:2", person, report)


async def measured(desk: Desk, call: Call, find: Find, kind: PeriodKind | None) -> Timeliness:
    async with desk.store.look() as seen:
        work = await supervised(seen, desk, call, find)
        runs = await seen.runs.of_office(work.office.id)
        since = min((run.opened_at for run in runs), default=call.at)
        absences = await absent_since(seen, work.office.id, since, work.calendar, call.at)
    away = {run.id: absences for run in runs}
    return await asyncio.to_thread(timeliness, runs, work.calendar, call.at, away, kind)


async def supervised(uow: UnitOfWork, desk: Desk, call: Call, find: Find) -> Work:
    """Refuses who may not read it, NoOffice."""
    work = await as_member(uow, desk, call, await find(uow))
    work.acting(Act.READ_TIMELINESS, work.sop)
    return work
