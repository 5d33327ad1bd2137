"""What the analysis goes by, as annexes: below target, moved, without figure, to be confirmed."""

from collections.abc import Iterator
from decimal import Decimal

from bot.papers.annex import Annex, Cells, annex
from bot.rules.recap import Recap
from bot.rules.trends import Change, changes
from bot.texts import formats, printed, workbooks
from bot.texts import recap as words
from bot.texts import recap_sheets as more


def analysis_annexes(recap: Recap) -> Iterator[Annex]:
    found = recap.analysis
    below = [words.below(row, recap) for row in found.below]
    yield annex("bawah", printed.BELOW, words.ANALISIS_HEADINGS, below)
    moved = [_change(change, recap) for change in changes(recap)]
    yield annex("perubahan", more.CHANGES_TITLE, more.CHANGES_HEADINGS, moved)
    missing = [words.missing(row, recap) for row in found.missing]
    yield annex("tanpa", printed.MISSING, words.MISSING_HEADINGS, missing)
    yield annex("konfirmasi", more.CONFIRM_TITLE, more.CONFIRM_HEADINGS, more.to_confirm(recap))


def _change(change: Change, recap: Recap) -> Cells:
    asked = change.row.indicator
    return (
        asked.name,
        asked.unit,
        formats.period(change.before.period),
        _number(change.before.actual),
        _number(change.row.actual),
        "–" if change.difference is None else formats.number(change.difference),
        more.moved(change),
        recap.title(asked.seat),
    )


def _number(value: Decimal | None) -> str:
    return workbooks.NO_DATA if value is None else formats.number(value)
