"""What the office's closed runs gathered before a period."""

from collections.abc import Iterable

from bot.ports import History, UnitOfWork
from bot.rules.carrying import LastValues, last_value
from bot.rules.forms import Indicator
from bot.rules.periods import Period
from bot.rules.run import Run


async def history(uow: UnitOfWork, office_id: int, before: Period) -> History:
    """The accepted workbooks by seat, newest period first; a triwulan's own months count too."""
    return await uow.workbooks.accepted(office_id, before)


async def last_values(uow: UnitOfWork, run: Run, rows: Iterable[Indicator]) -> LastValues:
    """What these indicators came to before the run's period, where it is known."""
    before = await history(uow, run.office_id, run.period)
    found = ((row.number, last_value(before, row, run.period)) for row in rows)
    return tuple((number, last) for number, last in found if last is not None)
