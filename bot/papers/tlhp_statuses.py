"""Under the TLHP register: each status with how many and how much, as live formulas."""

from decimal import Decimal
from typing import Any

from bot.papers.cells import dress, put_heading, put_text
from bot.papers.layout import FIRST_ROW, TLHP, Column, Shape
from bot.papers.package import Cached
from bot.rules.recap import Recap
from bot.rules.registers import TlhpRow, TlhpStatus
from bot.texts import recap as words

LABEL = Column("status", "", 0)
COUNT = Column("count", "", 0, Shape.COUNT)
VALUE = Column("value", "", 0, Shape.MONEY)
COLUMNS = (("D", LABEL), ("E", COUNT), ("F", VALUE), ("G", VALUE))


def write_statuses(sheet: Any, recap: Recap) -> dict[str, Cached]:
    """Returns what the formulas give, by the rules."""
    rows = [entry.row for entry in recap.tlhp]
    last = FIRST_ROW + max(len(rows), 1) - 1
    top = last + 3
    for (letter, _), heading in zip(COLUMNS, words.STATUS_HEADINGS, strict=True):
        put_heading(sheet[f"{letter}{top}"], heading)
    results: dict[str, Cached] = {}
    for number, status in enumerate(TlhpStatus, start=top + 1):
        results |= _write_status(sheet, number, status, rows, last)
    return results


def _write_status(
    sheet: Any, number: int, status: TlhpStatus, rows: list[TlhpRow], last: int
) -> dict[str, Cached]:
    mine = [row for row in rows if row.status is status]
    statuses, sums = _range("status", last), ("remaining", "recommendation_value")
    made: dict[str, tuple[str, Cached]] = {
        "E": (f"=COUNTIF({statuses},D{number})", Decimal(len(mine)))
    }
    for letter, key in zip("FG", sums, strict=True):
        total = sum((getattr(row, key) or Decimal(0) for row in mine), Decimal(0))
        made[letter] = (f"=SUMIF({statuses},D{number},{_range(key, last)})", total)
    put_text(sheet[f"D{number}"], status.value)
    for letter, (formula, _) in made.items():
        sheet[f"{letter}{number}"] = formula
    for letter, column in COLUMNS:
        dress(sheet[f"{letter}{number}"], column, unlocked=False)
    return {f"{letter}{number}": result for letter, (_, result) in made.items()}


def _range(key: str, last: int) -> str:
    letter = TLHP.letter(key)
    return f"{letter}{FIRST_ROW}:{letter}{last}"
