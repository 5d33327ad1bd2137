"""The whole format, read back from its workbook after somebody changed it."""

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from bot.papers.grid import Grid, Row, read_grid
from bot.papers.layout import MASTER
from bot.papers.open_workbook import opened, read_mark, read_seat_titles, reading
from bot.rules.achievement import Direction, Method
from bot.rules.form_faults import FaultCode, FormFault, FormFaults, programmes_twice
from bot.rules.forms import FormMark, Indicator, OfficeFormat, ReadFormat
from bot.rules.kinds import UnreadableFile
from bot.rules.periods import NotAPeriod, Period, parse

Choice = TypeVar("Choice", bound=Enum)


def read_format(data: bytes) -> ReadFormat | FormFaults | UnreadableFile:
    """The indicators in the order of their rows, numbered anew from 1; or every fault at once."""
    return reading(opened(data), _read)


def _read(workbook: Any) -> ReadFormat | FormFaults:
    titles = read_seat_titles(workbook)
    grid = read_grid(workbook, MASTER)
    rows = []
    for place, (number, row) in enumerate(grid.rows, start=1):
        title = grid.text(number, row, "seat", required=True)
        seat = _seat(title, titles)
        if title and seat is None:
            grid.fault(number, "seat", FaultCode.NOT_A_CHOICE, isi=title)
        rows.append(indicator(grid, number, row, place, seat or ""))
    check_whole(grid, rows)
    mark = read_mark(workbook)
    if grid.faults:
        return FormFaults(tuple(grid.faults), mark)
    return ReadFormat(OfficeFormat(tuple(rows), _period(mark)), mark)


def _period(mark: FormMark | None) -> Period | None:
    try:
        return parse(mark.period) if mark else None
    except NotAPeriod:
        return None


def _seat(title: str, titles: Mapping[str, str]) -> str | None:
    """The key behind a title or a key; without a list of seats, what stands there is the key."""
    keys = {name.casefold(): key for name, key in titles.items()}
    keys |= {key.casefold(): key for key in titles.values()}
    return keys.get(title.casefold()) if titles else title


def indicator(grid: Grid, number: int, row: Row, place: int, seat: str) -> Indicator:
    """What the format says in one row; gaps and unreadable cells become the grid's faults."""
    budget = grid.money(number, row, "budget")
    return Indicator(
        number=place,
        sasaran=grid.text(number, row, "sasaran", required=True),
        name=grid.text(number, row, "name", required=True),
        unit=grid.text(number, row, "unit", required=True),
        direction=choice(grid, number, row, "direction", Direction.UP),
        method=choice(grid, number, row, "method", Method.LAST),
        target_year=grid.number(number, row, "target_year", required=True) or Decimal(0),
        target_period=grid.number(number, row, "target_period", required=True) or Decimal(0),
        programme=grid.text(number, row, "programme") or None,
        budget=budget,
        seat=seat,
    )


def choice(grid: Grid, number: int, row: Row, key: str, fallback: Choice) -> Choice:
    """One of the fallback's kind; the fallback itself stands only beside a fault."""
    written = grid.text(number, row, key, required=True)
    if not written:
        return fallback
    kind = type(fallback)
    for option in kind:
        if str(option.value) == written.casefold():
            return option
    options = ", ".join(str(option.value) for option in kind)
    grid.fault(number, key, FaultCode.NOT_A_CHOICE, isi=written, pilihan=options)
    return fallback


def check_whole(grid: Grid, rows: list[Indicator]) -> None:
    """At least one row, and no programme's money twice."""
    if not rows and not grid.faults:
        grid.faults.append(FormFault(MASTER.sheet, "", FaultCode.NO_ROWS))
    twice = programmes_twice(rows)
    for (number, _), row in zip(grid.rows, rows, strict=True):
        if row in twice:
            grid.fault(number, "programme", FaultCode.PROGRAMME_TWICE, isi=row.programme or "")
