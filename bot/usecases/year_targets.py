"""Whether a format's targets of the year are still those of another year, and nobody knows it."""

from bot.rules.forms import OfficeFormat
from bot.rules.run import DutyState, Run, RunState, Task
from bot.rules.year_targets import KeptOver, kept_over
from bot.usecases.format_in_use import format_in_use
from bot.usecases.work import Work


async def targets_kept_over(work: Work, form: OfficeFormat) -> KeptOver | None:
    """Against the office's own format; None once a run of that year was ordered by it."""
    found = kept_over(format_in_use(work.desk, work.office), form)
    if found is None:
        return None
    runs = await work.uow.runs.of_office(work.office.id)
    return None if any(ordered_in(run, found.to) for run in runs) else found


def ordered_in(run: Run, year: int) -> bool:
    orders = run.duties_where(lambda d: d.task == Task.ORDER)
    done = all(duty.state == DutyState.DONE for duty in orders)
    return run.period.year == year and run.state != RunState.CANCELLED and done
