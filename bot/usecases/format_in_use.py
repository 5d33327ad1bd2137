"""The format that an office asks by, and the same one for another period."""

from dataclasses import replace

from bot.rules.carrying import carried_format
from bot.rules.forms import OfficeFormat
from bot.rules.json_form import from_json
from bot.rules.people import Office
from bot.rules.periods import Period
from bot.rules.run import Run, Task
from bot.usecases.desk import Desk


def format_in_use(desk: Desk, office: Office) -> OfficeFormat:
    """The office's own, else the shipped one, spread over the seats that hand in."""
    form = from_json(OfficeFormat, office.form) if office.form else desk.form
    return form.spread([seat.key for seat in desk.at(office).sop.suppliers])


def asked_in(form: OfficeFormat, period: Period) -> OfficeFormat:
    """With the targets of this period; targets of no known period hold for it as they are."""
    carried = carried_format(form, form.period, period) if form.period else form
    return replace(carried, period=period)


def conveyed(run: Run) -> bool:
    """Somebody was given the run's format to fill in, so it stays."""
    return any(d.task == Task.HAND_IN and d.opened_at is not None for d in run.duties)
