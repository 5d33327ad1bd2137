"""A table among others on one sheet of the recap, which may go on over the end of a page.

Excel repeats the rows of one heading only (print titles), so here each page has its own.
"""

from collections.abc import Callable, Sequence
from typing import Any

from bot.papers.layout import Column
from bot.papers.recap_page import (
    PAGE_HEIGHT,
    ROW_HEIGHT,
    Page,
    heading_height,
    no_rows,
    row_height,
    slots_of,
    write_headings,
    write_row,
)

RowAt = Callable[[int], Sequence[Any]]
"""The values of a row, given where it stands."""


def write_long_table(
    page: Page, top: int, columns: Sequence[Column], rows: Sequence[RowAt], spans: Sequence[int]
) -> int:
    """Headings in row `top`, under the table's title, and the rows below; returns the next row.

    The title stands on one page with the first row.
    """
    slots, tall = slots_of(page, columns, spans), rows or [lambda _row: no_rows(columns)]
    above = heading_height(slots)
    first = ROW_HEIGHT + above + row_height(slots, tall[0](top + 1))
    page.together(top - 1, first)
    write_headings(page, top, slots)
    row, used = top + 1, page.used(top + 1)
    for at in tall:
        height = row_height(slots, at(row))
        if used + height > PAGE_HEIGHT and used > above and page.begin_page(row):
            write_headings(page, row, slots)
            row, used = row + 1, above
        write_row(page, row, slots, at(row))
        row, used = row + 1, used + height
    return row
