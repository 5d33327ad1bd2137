"""The sheet Grafik: charts on top, and below them the figures that they are drawn from, live."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor

from bot.papers.chart_data import (
    Drawn,
    absorption_data,
    capaian_data,
    statuses_data,
    trend_data,
)
from bot.papers.chart_shapes import COUNT, PERCENT, Line, Strip, bars, curves
from bot.papers.recap_page import (
    Page,
    heading_height,
    open_page,
    row_height,
    slots_of,
    write_head,
    write_paragraphs,
    write_section,
    write_table,
)
from bot.rules.recap import Recap
from bot.texts import recap_sheets as more

WIDTHS = (45, *(13.5,) * 10)
FIRST = 5
PAGE_ROWS = 36  # of 15 points on F4 landscape at the common width
ROW_CM = 0.529
WHOLE, LEFT, RIGHT = (0, 11), (0, 4), (4, 11)  # from which column to which, counted from 0


@dataclass(frozen=True, slots=True)
class Block:
    """Charts side by side, with the height that they need."""

    charts: tuple[tuple[tuple[int, int], Drawn], ...]
    height: float  # centimetres

    @property
    def rows(self) -> int:
        """With an empty one below."""
        return int(self.height / ROW_CM) + 2


def write_charts(sheet: Any, recap: Recap) -> Page:
    page = open_page(sheet, recap, WIDTHS)
    write_head(page, more.CHARTS_TITLE, recap)
    blocks = list(_blocks(recap))
    places = list(_placed(page, blocks))
    after = places[-1] + blocks[-1].rows if blocks else FIRST
    row = _break(page, after)
    if not trend_data(recap):
        row = write_paragraphs(page, row, (more.NO_TREND,))
    row = write_section(page, row, more.CHART_DATA_TITLE)
    for block, at in zip(blocks, places, strict=True):
        for columns, drawn in block.charts:
            row = _draw(page, drawn, row, _anchor(columns, at, block))
    return page


def _blocks(recap: Recap) -> Iterator[Block]:
    for drawn in capaian_data(recap):
        yield Block(((WHOLE, drawn),), 2.5 + 0.6 * max(len(drawn.rows), 4))
    halves = [drawn for drawn in (absorption_data(recap), statuses_data(recap)) if drawn]
    if halves:
        sides = zip((LEFT, RIGHT), halves, strict=False)
        most = max(len(drawn.rows) for drawn in halves)
        yield Block(tuple(sides), 2.5 + 0.8 * max(most, 5))
    trend = trend_data(recap)
    if trend:
        yield Block(((WHOLE, trend),), 8.0)


def _placed(page: Page, blocks: Sequence[Block]) -> Iterator[int]:
    """The first row of each block; one that a page's end would cut begins the next page."""
    row, begun = FIRST, 1
    for block in blocks:
        if row > FIRST and row - begun + block.rows > PAGE_ROWS:
            begun = _break(page, row)
        yield row
        row += block.rows


def _break(page: Page, row: int) -> int:
    """The next page's first row."""
    page.begin_page(row)
    return row


def _anchor(columns: tuple[int, int], at: int, block: Block) -> Any:
    """Between cells, since how wide a column is differs from one office program to another."""
    left, right = columns
    start = AnchorMarker(col=left, row=at - 1)
    return TwoCellAnchor(_from=start, to=AnchorMarker(col=right, row=at - 3 + block.rows))


def _draw(page: Page, drawn: Drawn, top: int, anchor: Any) -> int:
    """The chart, and its figures from row `top` on, on one page; returns the next row."""
    slots = slots_of(page, drawn.columns)
    height = heading_height(slots) + sum(row_height(slots, row) for row in drawn.rows)
    page.together(top, height)
    after = write_table(page, top, drawn.columns, drawn.rows)
    chart = _chart(page, drawn, top + 1)
    chart.anchor = anchor
    page.sheet.add_chart(chart)
    return after + 1


def _chart(page: Page, drawn: Drawn, first: int) -> Any:
    names = _strip(page, drawn, 0, first)
    lines = [
        Line(name, _strip(page, drawn, place, first), colour, drawn.each)
        for place, (name, colour) in enumerate(drawn.lines, start=1)
    ]
    if drawn.is_trend:
        return curves(drawn.title, names, lines)
    return bars(drawn.title, names, lines, COUNT if drawn.each else PERCENT)


def _strip(page: Page, drawn: Drawn, place: int, first: int) -> Strip:
    letter, last = chr(ord("A") + place), first + len(drawn.rows) - 1
    ref = f"'{page.sheet.title}'!${letter}${first}:${letter}${last}"
    return Strip(ref, [getattr(row[place], "result", row[place]) for row in drawn.rows])
