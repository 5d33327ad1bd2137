"""A filled workbook is held against its run's format and the periods before."""

from decimal import Decimal
from typing import Any

from bot.rules.errors.files import FormRefused
from bot.rules.form_checks import Checks, looked_over
from bot.rules.form_faults import FormFault, Weight
from bot.rules.forms import FilledForm
from bot.rules.json_form import from_json
from bot.rules.run import Run
from bot.rules.sop import Seat
from bot.texts.workbooks import DATA, TLHP
from bot.usecases.history import history
from bot.usecases.make_papers import form_of
from bot.usecases.work import Work


async def check_form(
    work: Work, run: Run, seat: Seat, name: str, read: dict[str, Any]
) -> tuple[FormFault, ...]:
    """What stands out in it; refuses one with errors, all of them at once."""
    unread = tuple(from_json(FormFault, fault) for fault in read.get("faults") or ())
    if not read.get("form"):
        refuse_errors(name, unread)
        return ()
    form = from_json(FilledForm, read["form"])
    told = looked_over(form, unread, form_of(run).of(seat.key), await checks(work, run, seat))
    refuse_errors(name, told)
    return told


def refuse_errors(name: str, faults: tuple[FormFault, ...]) -> None:
    if any(fault.weight is Weight.ERROR for fault in faults):
        raise FormRefused(name, tuple(f for f in faults if f.weight is not Weight.NOTE))


async def checks(work: Work, run: Run, seat: Seat) -> Checks:
    kept = await history(work.uow, work.office.id, run.period)
    past = tuple((when, forms[seat.key]) for when, forms in kept if seat.key in forms)
    share = Decimal(str(run.sop.change_share))
    return Checks(run.period, past, share, DATA, TLHP)
