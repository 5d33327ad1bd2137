"""Under a register: how many and how much per unit and per status, as live formulas.

Compared with SUMPRODUCT, since SUMIF would read a unit's name as a pattern ("Bidang *").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bot.papers.cells import dress, put_heading
from bot.papers.heights import height_of
from bot.papers.layout import FIRST_ROW, Column, Shape, Table
from bot.papers.live import Live
from bot.papers.recap_page import Page
from bot.rules.from_seats import FromSeat
from bot.rules.recap import Recap
from bot.rules.registers import TlhpStatus
from bot.texts import recap_sheets as words
from bot.texts.shared_rows import unit

Entries = Sequence[FromSeat[Any]]
Groups = Sequence[tuple[str, Entries]]
NAMES = "names"
COUNT = Column("count", words.COUNT, 0, Shape.COUNT)


@dataclass(frozen=True, slots=True)
class Sums:
    """Where a register's sums stand: the number of entries in column `count`, names before it,
    each sum below its own column; `mean` is one of which the mean is told instead."""

    table: Table
    entries: Entries
    count: str
    sums: tuple[str, ...] = ()
    mean: str = ""

    def cells(self, key: str) -> str:
        letter, last = self.table.letter(key), FIRST_ROW + len(self.entries) - 1
        return f"${letter}${FIRST_ROW}:${letter}${last}"

    def column(self, key: str) -> Column:
        return next(column for column in self.table.columns if column.key == key)


def write_per_unit(page: Page, sums: Sums, top: int, recap: Recap) -> int:
    """Returns the next free row."""
    of: dict[str, list[FromSeat[Any]]] = {}
    for entry in sums.entries:
        of.setdefault(unit(entry, recap), []).append(entry)
    return _write_block(page, sums, top, words.PER_UNIT, "unit", list(of.items()))


def write_per_status(page: Page, sums: Sums, top: int) -> int:
    """All four, also those that nothing has; returns the next free row."""
    groups = [(s.value, [e for e in sums.entries if e.row.status is s]) for s in TlhpStatus]
    without = [e for e in sums.entries if e.row.status is None]
    groups += [(words.NO_STATUS, without)] if without else []
    return _write_block(page, sums, top, words.PER_STATUS, "status", groups)


def _write_block(page: Page, sums: Sums, top: int, title: str, by: str, groups: Groups) -> int:
    heading = top + 1
    _write_headings(page, sums, heading, title)
    for row, (name, mine) in enumerate(groups, start=heading + 1):
        wanted = '""' if name == words.NO_STATUS else f"$A{row}"
        test = f"({sums.cells(by)}={wanted})*1"
        _write_row(page, sums, row, name, _by_group(sums, mine, test))
    last = heading + len(groups)
    found = [entry for _, mine in groups for entry in mine]
    _write_row(page, sums, last + 1, words.ALL, _over_all(sums, found, heading + 1, last))
    return last + 2


def _by_group(sums: Sums, mine: Entries, test: str) -> dict[str, Live]:
    made = {sums.count: Live(f"=SUMPRODUCT({test})", Decimal(len(mine)))}
    for key in sums.sums:
        made[key] = Live(f"=SUMPRODUCT({test},{sums.cells(key)})", total(mine, key))
    if sums.mean:
        cells = sums.cells(sums.mean)
        known = f"SUMPRODUCT({test},ISNUMBER({cells})*1)"
        formula = f'=IF({known}=0,"",SUMPRODUCT({test},{cells})/{known})'
        made[sums.mean] = Live(formula, mean_of(mine, sums.mean))
    return made


def _over_all(sums: Sums, found: Entries, first: int, last: int) -> dict[str, Live]:
    made = {sums.count: Live(_sum(sums, sums.count, first, last), Decimal(len(found)))}
    for key in sums.sums:
        made[key] = Live(_sum(sums, key, first, last), total(found, key))
    if sums.mean:
        cells = sums.cells(sums.mean)
        formula = f'=IF(COUNT({cells})=0,"",AVERAGE({cells}))'
        made[sums.mean] = Live(formula, mean_of(found, sums.mean))
    return made


def _sum(sums: Sums, key: str, first: int, last: int) -> str:
    letter = sums.table.letter(key)
    return f"=SUM({letter}{first}:{letter}{last})"


def total(entries: Entries, key: str) -> Decimal:
    return sum((getattr(entry.row, key) or Decimal(0) for entry in entries), Decimal(0))


def mean_of(entries: Entries, key: str) -> Decimal | str:
    known = [value for entry in entries if (value := getattr(entry.row, key)) is not None]
    return sum(known, Decimal(0)) / len(known) if known else ""


def _write_headings(page: Page, sums: Sums, row: int, title: str) -> None:
    headings = {
        NAMES: title,
        sums.count: words.COUNT,
        **{key: sums.column(key).heading for key in sums.sums},
        **({sums.mean: words.MEAN_TOTAL} if sums.mean else {}),
    }
    for place, column in _band(sums):
        put_heading(page.sheet.cell(row, place), headings.get(column.key, ""))
    page.join(row, 1, _names_to(sums))
    page.sheet.row_dimensions[row].height = height_of(3)


def _write_row(page: Page, sums: Sums, row: int, name: str, made: dict[str, Live]) -> None:
    for place, column in _band(sums):
        cell = page.put(row, place, name if column.key == NAMES else made.get(column.key))
        dress(cell, COUNT if column.key == sums.count else column, unlocked=False)
    page.join(row, 1, _names_to(sums))
    page.fit(row, name, page.across(1, _names_to(sums)))


def _names_to(sums: Sums) -> int:
    """How many columns the names take: all before the number of entries."""
    return [column.key for column in sums.table.columns].index(sums.count)


def _band(sums: Sums) -> list[tuple[int, Column]]:
    """The columns from the names to the last sum, with their places; names first."""
    keys = [column.key for column in sums.table.columns]
    last = max(keys.index(key) for key in (*sums.sums, sums.mean or sums.count))
    names = Column(NAMES, "", 0)
    rest = [
        (place, sums.table.columns[place - 1]) for place in range(_names_to(sums) + 1, last + 2)
    ]
    return [(1, names), *rest]
