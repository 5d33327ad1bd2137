"""/mulai: the orderer picks the period of a new run."""

from bot.rules.acts import Act
from bot.rules.periods import offered
from bot.texts import runs
from bot.usecases.at_office import office_work
from bot.usecases.desk import Call, Desk


async def offer_periods(desk: Desk, call: Call) -> None:
    """The periods that have no run yet, the last completed ones first."""
    async with office_work(desk, call) as work:
        work.acting(Act.START_RUN, work.sop)
        today = work.today
        periods = [
            period
            for period in offered(today, work.sop.period_kinds)
            if await work.uow.runs.of_period(work.office.id, period) is None
        ]
        await work.post.answer(runs.choose_period(work.office.id, periods))
