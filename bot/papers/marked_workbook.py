"""The sender's own workbook again, each faulty cell coloured and with a note in it.

It is filled in further and sent again, so its formulas keep their results, and marks of an
earlier time go.
"""

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from bot.papers.cells import INPUT_FILL
from bot.papers.grid import MAX_COLUMNS
from bot.papers.open_workbook import MAX_ROWS, opened, reading
from bot.papers.package import Cached, finish
from bot.rules.form_faults import FormFault, Weight
from bot.rules.kinds import UnreadableFile
from bot.texts import form_faults as words

AUTHOR = "Himpun"
NO_FILL = PatternFill()
FILLS = {
    Weight.ERROR: PatternFill("solid", fgColor="F4B6B6"),
    Weight.WARNING: PatternFill("solid", fgColor="FFD966"),
}
OURS = {fill.fgColor.rgb for fill in FILLS.values()}
TOP = "A1"  # of a fault that stands in no cell
PARTING = "\n—\n"  # before what somebody else had noted in the cell
NOTE_WIDTH, LINE_HEIGHT, LINE = 260, 18, 38  # pixels, pixels, characters


def marked_workbook(data: bytes, faults: Sequence[FormFault]) -> bytes | UnreadableFile:
    """The same bytes for the same workbook and faults; it opens where the first fault stands."""
    return reading(opened(data), lambda values: _marked(data, values, faults))


def _marked(data: bytes, values: Any, faults: Sequence[FormFault]) -> bytes:
    results = {sheet.title: dict(_results(sheet)) for sheet in values.worksheets}
    workbook = load_workbook(io.BytesIO(data), keep_links=False)
    for sheet in workbook.worksheets:
        _clear(sheet)
    shown = [fault for fault in faults if fault.weight in FILLS]
    places = list(dict.fromkeys(_place(workbook, fault) for fault in shown))
    for title, cell in places:
        here = [fault for fault in shown if _place(workbook, fault) == (title, cell)]
        _mark(workbook[title], cell, here)
    if places:
        _open_at(workbook, *places[0])
    at = workbook.properties.modified or datetime(2000, 1, 1)  # noqa: DTZ001 - openpyxl's are UTC
    return finish(workbook, results, at.replace(tzinfo=UTC))


def _results(sheet: Any) -> Iterator[tuple[str, Cached]]:
    """What each formula had given when the sender kept the workbook."""
    formulas = sheet.facts().formulas
    if not formulas:
        return
    for cells in sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS):
        for cell in cells:
            if cell.value is not None and cell.coordinate in formulas and cell.data_type != "e":
                number = isinstance(cell.value, int | float)
                yield cell.coordinate, Decimal(str(cell.value)) if number else str(cell.value)


def _place(workbook: Any, fault: FormFault) -> tuple[str, str]:
    known = fault.sheet in workbook.sheetnames
    title = fault.sheet if known else workbook.sheetnames[0]
    if not (known and fault.cell):
        return title, TOP
    sheet = workbook[title]
    if isinstance(sheet[fault.cell], MergedCell):
        return title, next(
            merge.start_cell.coordinate for merge in sheet.merged_cells if fault.cell in merge
        )
    return title, fault.cell


def _mark(sheet: Any, place: str, faults: Sequence[FormFault]) -> None:
    cell = sheet[place]
    errors = any(fault.weight is Weight.ERROR for fault in faults)
    cell.fill = FILLS[Weight.ERROR if errors else Weight.WARNING]
    said = "\n".join(f"• {words.what(fault)}" for fault in faults)
    text = f"{said}{PARTING}{cell.comment.text}" if cell.comment else said
    lines = sum(1 + len(line) // LINE for line in text.split("\n"))
    cell.comment = Comment(text, AUTHOR, height=LINE_HEIGHT * (lines + 1), width=NOTE_WIDTH)


def _clear(sheet: Any) -> None:
    """What was marked before; only cells that are there, of which a far one counts as one."""
    for cell in list(sheet._cells.values()):
        if cell.comment is not None and cell.comment.author == AUTHOR:
            _, parting, theirs = cell.comment.text.partition(PARTING)
            cell.comment = Comment(theirs, "") if parting else None
        if cell.fill.fgColor.rgb in OURS:
            cell.fill = NO_FILL if cell.protection.locked else INPUT_FILL


def _open_at(workbook: Any, title: str, cell: str) -> None:
    workbook.active = workbook[title]
    for sheet in workbook.worksheets:
        sheet.sheet_view.tabSelected = sheet.title == title
    for selection in workbook[title].sheet_view.selection:
        selection.activeCell = selection.sqref = cell
