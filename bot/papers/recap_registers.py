"""The registers LHP, LHE and TLHP of all seats in one, with what they come to below."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.papers.layout import FIRST_ROW, HEADING_ROW, LHE, LHP, TLHP, Column, Table
from bot.papers.live import Live
from bot.papers.recap_page import Page, open_page, repeat_headings, write_head, write_table
from bot.papers.recap_subtotals import Sums, write_per_status, write_per_unit
from bot.papers.registers import FORMULAS
from bot.rules.from_seats import FromSeat
from bot.rules.recap import Recap
from bot.texts import recap as words
from bot.texts.shared_rows import unit

TABLES = {table.sheet: table for table in (LHP, LHE, TLHP)}
WIDTHS: Mapping[str, tuple[int, ...]] = {
    LHP.sheet: (30, 12, 36, 54, 12, 18, 18),
    LHE.sheet: (34, 12, 12, 17, 17, 17, 21, 14, 14, 22),
    TLHP.sheet: (12, 10, 11, 16, 12, 16, 12, 14, 12, 12, 14, 10, 10, 10, 9),
}

# where the number of entries stands, what is summed, of what the mean is told
SUMS: Mapping[str, tuple[str, tuple[str, ...], str]] = {
    LHP.sheet: ("audited", ("findings", "value"), ""),
    LHE.sheet: ("dated", (), "total"),
    TLHP.sheet: (
        "finding",
        ("finding_value", "recommendation_value", "deposited", "remaining"),
        "",
    ),
}


def merged(table: Table) -> Table:
    """The unit stands last, so that the formulas' columns are those of the seats' workbooks."""
    return Table(table.sheet, table.title, (*table.columns, Column("unit", words.UNIT, 0)))


def write_register(sheet: Any, name: str, recap: Recap) -> Page:
    table = merged(TABLES[name])
    entries = recap.registers()[name]
    page = open_page(sheet, recap, WIDTHS[name])
    write_head(page, table.title, recap)
    rows = [_values(table, row, entry, recap) for row, entry in enumerate(entries, FIRST_ROW)]
    write_table(page, HEADING_ROW, table.columns, rows)
    repeat_headings(page, HEADING_ROW, 2)
    if entries:
        _write_sums(page, table, entries, recap)
    return page


def _values(table: Table, row: int, entry: FromSeat[Any], recap: Recap) -> list[Any]:
    make = FORMULAS.get(table.sheet)
    made = {key: Live(*found) for key, found in make(row, entry.row).items()} if make else {}
    values = {"unit": unit(entry, recap), **made}
    return [
        values[column.key] if column.key in values else getattr(entry.row, column.key)
        for column in table.columns
    ]


def _write_sums(page: Page, table: Table, entries: Sequence[FromSeat[Any]], recap: Recap) -> None:
    count, summed, mean = SUMS[table.sheet]
    sums = Sums(table, entries, count, summed, mean)
    top = FIRST_ROW + len(entries)
    if table.sheet == TLHP.sheet:
        top = write_per_status(page, sums, top)
    write_per_unit(page, sums, top, recap)
