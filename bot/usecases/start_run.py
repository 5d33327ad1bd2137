"""A period is picked: the run is opened and its first step begins."""

from dataclasses import replace

from bot.rules import periods
from bot.rules.acts import Act
from bot.rules.errors import NoOffice, PeriodTaken
from bot.rules.json_form import to_json
from bot.rules.moves import open_run
from bot.texts.formats import period as period_name
from bot.usecases.desk import Call, Desk
from bot.usecases.format_in_use import asked_in, format_in_use
from bot.usecases.settle import settle
from bot.usecases.work import at_office, meet


async def start_run(desk: Desk, call: Call, office_id: str, period_key: str) -> None:
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        office = await uow.offices.get(int(office_id))
        if office is None:
            raise NoOffice
        work = await at_office(uow, desk, office, call.at, call)
        work.acting(Act.START_RUN, work.sop)
        period = periods.parse(period_key)
        if await uow.runs.of_period(office.id, period) is not None:
            raise PeriodTaken(period_name(period))
        opened = open_run(office.id, work.sop, period, work.calendar, call.at)
        form = asked_in(format_in_use(work.desk, office), period)
        asked = replace(opened.run, form=to_json(form))
        run = await uow.runs.add(asked)
        await settle(work, replace(opened, run=run))
