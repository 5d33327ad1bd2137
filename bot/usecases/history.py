"""What the office's closed runs gathered before a period."""

from collections.abc import Iterable, Mapping

from bot.ports import UnitOfWork
from bot.rules.carrying import LastValues, last_value, leads_up_to
from bot.rules.forms import FilledForm, Indicator
from bot.rules.json_form import from_json
from bot.rules.periods import Period
from bot.rules.recapping import form_in_force
from bot.rules.run import Run, RunState

History = tuple[tuple[Period, Mapping[str, FilledForm]], ...]


async def history(uow: UnitOfWork, office_id: int, before: Period) -> History:
    """The accepted workbooks by seat, newest period first; a triwulan's own months count too."""
    runs = await uow.runs.of_office(office_id)
    closed = [r for r in runs if r.state == RunState.CLOSED and leads_up_to(r.period, before)]
    newest_first = sorted(closed, key=lambda run: run.period, reverse=True)
    return tuple((run.period, accepted_forms(run)) for run in newest_first)


async def last_values(uow: UnitOfWork, run: Run, rows: Iterable[Indicator]) -> LastValues:
    """What these indicators came to before the run's period, where it is known."""
    before = await history(uow, run.office_id, run.period)
    found = ((row.number, last_value(before, row, run.period)) for row in rows)
    return tuple((number, last) for number, last in found if last is not None)


def accepted_forms(run: Run) -> dict[str, FilledForm]:
    standing = (form_in_force(run, seat.key) for seat in run.sop.suppliers)
    return {d.seat: from_json(FilledForm, d.form) for d in standing if d is not None}
