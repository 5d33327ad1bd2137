"""The tables that follow the printed recap, as texts in the office's figures."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from bot.papers.layout import LHE, LHP, TLHP, Column, Shape, Table
from bot.rules.achievement import PREDICATES, Achievement
from bot.rules.recap import FromSeat, Recap, RecapRow
from bot.rules.registers import TlhpRow, TlhpStatus
from bot.texts import formats, printed, workbooks
from bot.texts import recap as words

Annex = dict[str, Any]
Cells = Sequence[Any]

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
        *(below_annexes(recap)),
        register_annex("lhp", printed.LHP, LHP, recap.lhp, recap),
        register_annex("lhe", printed.LHE, LHE, recap.lhe, recap),
        register_annex("tlhp", printed.TLHP, TLHP, recap.tlhp, recap),
        *([statuses_annex(recap)] if recap.tlhp else []),
        documents_annex(recap),
    ]


def annex(
    key: str, title: str, headings: Iterable[str], rows: Iterable[Cells], foot: Iterable[Cells] = ()
) -> Annex:
    return {
        "key": key,
        "title": title,
        "headings": list(headings),
        "rows": [list(row) for row in rows],
        "foot": [list(row) for row in foot],
    }


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


def below_annexes(recap: Recap) -> Iterable[Annex]:
    found = recap.analysis
    below = [words.below(row, recap) for row in found.below]
    yield annex("bawah", printed.BELOW, words.ANALISIS_HEADINGS, below)
    missing = [words.missing(row, recap) for row in found.missing]
    yield annex("tanpa", printed.MISSING, words.MISSING_HEADINGS, missing)


def register_annex(
    key: str, title: str, table: Table, entries: Iterable[FromSeat[Any]], recap: Recap
) -> Annex:
    headings = [column.heading for column in table.columns]
    rows = [
        (*(shown(column, getattr(e.row, column.key)) for column in table.columns),
         recap.title(e.seat))
        for e in entries
    ]  # fmt: skip
    return annex(key, title, (*headings, words.UNIT), rows)


def shown(column: Column, value: Any) -> str:
    if isinstance(value, Decimal):
        money = column.shape is Shape.MONEY
        plain = column.shape is Shape.COUNT and value == value.to_integral_value()
        if plain:
            return str(int(value))
        return formats.rupiah(value) if money else formats.number(value)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)


def statuses_annex(recap: Recap) -> Annex:
    rows = [_status_row(status, [e.row for e in recap.tlhp]) for status in TlhpStatus]
    return annex("status", printed.STATUSES, words.STATUS_HEADINGS, rows)


def _status_row(status: TlhpStatus, every: Sequence[TlhpRow]) -> Cells:
    mine = [row for row in every if row.status is status]
    left = sum((row.remaining or Decimal(0) for row in mine), Decimal(0))
    asked = sum((row.recommendation_value or Decimal(0) for row in mine), Decimal(0))
    return (status.value, str(len(mine)), formats.rupiah(left), formats.rupiah(asked))


def documents_annex(recap: Recap) -> Annex:
    rows = [[str(cell) for cell in words.document(line, recap)] for line in recap.documents]
    return annex("berkas", printed.DOCUMENTS, words.BERKAS_HEADINGS, rows)
