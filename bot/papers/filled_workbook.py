"""A seat's own workbook with a form written into it."""

from datetime import datetime

from bot.rules.forms import FilledForm


def filled_workbook(workbook: bytes, form: FilledForm, at: datetime) -> bytes:
    """Dated `at` (UTC), so that values handed in once more later are another file. `workbook` is
    the one that the bot sent to the seat (format_workbook.py, seat_workbook); reading it back
    (read_filled) gives the form. Refused: KeyError for a figure that it lacks."""
    from bot.papers.filled_sheets import fill  # heavy: openpyxl

    return fill(workbook, form, at)
