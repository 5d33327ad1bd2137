"""/kinerja: how steps and seats keep their limits over the office's runs, for supervisors."""

import asyncio

from bot.rules.acts import Act
from bot.rules.errors import NoOffice
from bot.rules.periods import KINDS, PeriodKind
from bot.rules.timeliness import timeliness
from bot.texts import timeliness as texts
from bot.usecases.absent import absent
from bot.usecases.desk import Call, Desk
from bot.usecases.recap_papers import timeliness_paper
from bot.usecases.work import Work, at_office, meet, office_work, require_member


async def show_timeliness(desk: Desk, call: Call) -> None:
    async with office_work(desk, call) as work:
        await tell_timeliness(work, None)


async def choose_kind(desk: Desk, call: Call, office_id: str, period_kind: str) -> None:
    """[Triwulan], [Bulan]."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        office = await uow.offices.get(int(office_id))
        if office is None:
            raise NoOffice
        work = await at_office(uow, desk, office, call.at, call)
        await tell_timeliness(work, named(period_kind))


def named(word: str) -> PeriodKind | None:
    return next((kind for kind in KINDS if kind == word), None)


async def tell_timeliness(work: Work, kind: PeriodKind | None) -> None:
    """Privately, a picture and a text after it; refuses who supervises nobody."""
    require_member(work)
    work.acting(Act.READ_TIMELINESS, work.sop)
    if work.call is None:
        return
    runs = await work.uow.runs.of_office(work.office.id)
    away = {run.id: await absent(work.uow, run, work.calendar, work.now) for run in runs}
    found = await asyncio.to_thread(timeliness, runs, work.calendar, work.now, away, kind)
    key, person = f"kinerja:{work.call.update_id}", work.call.person
    picture = await timeliness_paper(work, found, kind) if found.rows else None
    if picture is not None:
        await work.post.say(f"{key}:1", person, texts.caption(found, kind, picture))
    await work.post.say(f"{key}:2", person, texts.report(found, work.sop, work.office.id, kind))
