"""What a seat may fill in by answering questions: its indicators, and the values that stand."""

from bot.rules.forms import FilledForm, Indicator, OfficeFormat
from bot.rules.json_form import from_json
from bot.rules.owing import owed
from bot.rules.run import Run
from bot.rules.sop import DocumentKind, Seat


def workbook_kind(run: Run, seat: Seat) -> DocumentKind | None:
    """The kind that the seat's filled workbook is; None for a seat that owes none."""
    return next((kind for kind in run.kinds_owed_by(seat) if kind.workbook), None)


def asked_of(run: Run, seat: Seat) -> tuple[Indicator, ...]:
    """The indicators that the run's format asks of the seat."""
    if run.form is None:
        return ()
    return from_json(OfficeFormat, run.form).of(seat.key)


def owes_workbook(run: Run, seat: Seat) -> bool:
    kind = workbook_kind(run, seat)
    return kind is not None and kind in owed(run, seat)


def standing_form(run: Run, seat: Seat) -> FilledForm | None:
    """What the seat handed in last, though it was returned."""
    kind = workbook_kind(run, seat)
    if kind is None:
        return None
    kept = [d for d in run.filed(seat.key, kind.code) if d.form is not None]
    return from_json(FilledForm, kept[-1].form) if kept else None
