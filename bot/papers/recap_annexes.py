"""The tables that follow the printed recap, as texts in the office's figures."""

from decimal import Decimal
from typing import Any

from bot.papers.analysis_annexes import analysis_annexes
from bot.papers.annex import Annex, Cells, annex
from bot.papers.register_annexes import register_annexes
from bot.rules.achievement import PREDICATES, Achievement
from bot.rules.recap import Recap
from bot.rules.recap_rows import RecapRow
from bot.texts import formats, printed, workbooks
from bot.texts import recap as words

HEADINGS = workbooks.DATA_HEADINGS
ACHIEVEMENT_KEYS = (
    "number", "sasaran", "name", "unit", "direction", "target_year", "target_period",
    "actual", "achievement", "predicate", "seat",
)  # fmt: skip
NOTE_KEYS = ("number", "name", "factors", "obstacles", "follow_up", "source", "seat")
TONES = {band.label: place for place, band in enumerate(PREDICATES)}


def annexes(recap: Recap) -> list[Annex]:
    """In the order in which they are printed; the template knows each by its key."""
    return [
        achievement_annex(recap),
        money_annex(recap),
        notes_annex(recap),
        *analysis_annexes(recap),
        *register_annexes(recap),
    ]


def achievement_annex(recap: Recap) -> Annex:
    headings = [HEADINGS[key] for key in ACHIEVEMENT_KEYS]
    return annex(
        "capaian",
        printed.ACHIEVEMENT,
        headings,
        [_achievement_row(row, recap) for row in recap.rows],
        [
            _mean_row(words.MEAN, words.percent_or_dash(recap.means.raw)),
            _mean_row(words.CAPPED_MEAN, words.percent_or_dash(recap.means.capped)),
        ],
    )


def _achievement_row(row: RecapRow, recap: Recap) -> Cells:
    asked = row.indicator
    return (
        str(asked.number),
        asked.sasaran,
        asked.name,
        asked.unit,
        asked.direction.value,
        formats.number(asked.target_year),
        formats.number(asked.target_period),
        words.why_missing(row) if row.actual is None else formats.number(row.actual),
        words.percent_or_dash(row.shown),
        toned(row),
        recap.title(asked.seat),
    )


def toned(row: RecapRow) -> Any:
    """The predikat with its place among the predikat, from the best; a dash where there is none."""
    label = row.predicate.label if row.predicate else ""
    return {"t": label, "tone": TONES[label]} if label in TONES else label or "–"


def _mean_row(name: str, value: str) -> Cells:
    return ("", "", name, "", "", "", "", "", value, "", "")


def money_annex(recap: Recap) -> Annex:
    money = recap.money
    total = (
        words.TOTAL,
        formats.rupiah(money.budget),
        formats.rupiah(money.spent),
        words.ratio(money.absorption),
        printed.counted(money.counted, money.programmes),
    )
    rows = [_money_row(row, recap) for row in recap.programmes]
    return annex("serapan", printed.MONEY, words.MONEY_HEADINGS, rows, [total] if rows else [])


def _money_row(row: RecapRow, recap: Recap) -> Cells:
    asked = row.indicator
    spent = words.why_missing_spent(row) if row.spent is None else formats.rupiah(row.spent)
    reach = row.absorption
    return (
        asked.programme or "",
        formats.rupiah(asked.budget or Decimal(0)),
        spent,
        words.ratio(reach) if isinstance(reach, Achievement) else "–",
        recap.title(asked.seat),
    )


def notes_annex(recap: Recap) -> Annex:
    """What the seats wrote of each indicator."""
    rows = [_note_row(row, recap) for row in recap.rows if row.figure]
    return annex("keterangan", printed.NOTES, [HEADINGS[key] for key in NOTE_KEYS], rows)


def _note_row(row: RecapRow, recap: Recap) -> Cells:
    figure = row.figure
    said = (figure.factors, figure.obstacles, figure.follow_up, figure.source) if figure else ()
    return (
        str(row.indicator.number), row.indicator.name, *said, recap.title(row.indicator.seat),
    )  # fmt: skip
