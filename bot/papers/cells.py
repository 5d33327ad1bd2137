"""How one cell is written and looks."""

import re
from collections.abc import Callable
from copy import copy
from datetime import date
from decimal import Decimal
from typing import Any
from weakref import WeakKeyDictionary

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from bot.papers.layout import NUMBER_FORMATS, Column, Shape

LONGEST = 32_767  # Excel's own limit for a text
FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
REVIVABLE = ("=", "+", "-", "@", "\t", "\r")

FONT = "Arial"
LINE = Side(style="thin", color="9AA5B1")
FRAME = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
HEADING_FILL = PatternFill("solid", fgColor="1F3A5F")
INPUT_FILL = PatternFill("solid", fgColor="FFF8DC")
CENTRED = Alignment(wrap_text=True, vertical="center", horizontal="center")
_looks: WeakKeyDictionary[Any, dict[Any, Any]] = WeakKeyDictionary()  # by workbook


def put_text(cell: Any, text: str) -> None:
    """Text that stays text: what looks like a formula is quoted, so editing cannot revive it."""
    safe = plain_text(text)
    cell.value = safe
    cell.data_type = "s"
    if safe.startswith(REVIVABLE) != cell.quotePrefix:
        cell.quotePrefix = not cell.quotePrefix


def plain_text(text: str) -> str:
    """As far as a workbook can hold it."""
    if text.isprintable() and len(text) <= LONGEST:  # nearly every text, and soon known
        return text
    return FORBIDDEN.sub("", text)[:LONGEST]


def put_value(cell: Any, value: str | int | Decimal | date | None) -> None:
    if isinstance(value, str):
        put_text(cell, value)
    else:
        cell.value = value


def dress(cell: Any, column: Column, *, unlocked: bool) -> None:
    """The look of a cell of a table, by what stands in its column."""
    look = column.shape.value, unlocked
    _wear(cell, look, lambda: _dress_afresh(cell, column, unlocked=unlocked))


def _wear(cell: Any, look: Any, dress_afresh: Callable[[], None]) -> None:
    """A style built anew for each of a register's thousands of cells would cost seconds."""
    known, look = _looks.setdefault(cell.parent.parent, {}), (look, cell.quotePrefix)
    if look not in known:
        dress_afresh()
        known[look] = cell._style
    cell._style = copy(known[look])


def _dress_afresh(cell: Any, column: Column, *, unlocked: bool) -> None:
    cell.font = Font(name=FONT, size=9)
    cell.border = FRAME
    cell.number_format = NUMBER_FORMATS[column.shape]
    right = column.shape not in (Shape.TEXT, Shape.DATE)
    cell.alignment = Alignment(
        indent=0 if right else 1,
        wrap_text=True,
        vertical="top",
        horizontal="right" if right else "left",
    )
    if unlocked:
        cell.protection = Protection(locked=False)
        cell.fill = INPUT_FILL


def put_heading(cell: Any, text: str) -> None:
    put_text(cell, text)
    _wear(cell, "heading", lambda: _dress_heading(cell))


def _dress_heading(cell: Any) -> None:
    cell.font = Font(name=FONT, size=9, bold=True, color="FFFFFF")
    cell.fill = HEADING_FILL
    cell.alignment = CENTRED
    cell.border = FRAME


def put_title(cell: Any, text: str, *, size: int = 13, bold: bool = True) -> None:
    put_text(cell, text)
    _wear(cell, ("title", size, bold), lambda: _dress_title(cell, size, bold=bold))


def _dress_title(cell: Any, size: int, *, bold: bool) -> None:
    cell.font = Font(name=FONT, size=size, bold=bold)
    cell.alignment = Alignment(vertical="center")
