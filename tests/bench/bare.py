"""The bare openpyxl calls that the same cells need: a finished workbook's contents, set again.

What is set is taken out of our own finished file beforehand, so that nothing of how a value, a
height or a formula's result is come by is in what is measured.
"""

import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any, Literal

from openpyxl import Workbook, load_workbook
from openpyxl.styles import NamedStyle
from openpyxl.worksheet.cell_range import CellRange

LOOK = ("font", "fill", "border", "alignment", "protection", "number_format")
PAGE = ("page_setup", "page_margins", "HeaderFooter")
Look = dict[str, Any]
Styles = Literal["named", "copied", "none"]
Dress = Callable[[Any, int], None]
Cell = tuple[int, int, Any, int]  # row, column, value, which look


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """A sheet without its cells; lengths as openpyxl has them."""

    title: str
    widths: dict[str, float]
    heights: dict[int, float]
    joined: tuple[tuple[int, int, int, int], ...]
    coloured: tuple[tuple[str, Any], ...]
    checked: tuple[Any, ...]
    charts: tuple[Any, ...]
    breaks: tuple[Any, ...]
    repeated: str | None
    frozen: str | None
    page: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Sheets and their cells may be come by one at a time."""

    looks: tuple[Look, ...]
    sheets: Iterable[tuple[SheetPlan, Iterable[Cell]]]


def planned(data: bytes) -> Plan:
    """Everything in a finished workbook."""
    workbook = load_workbook(io.BytesIO(data))
    looks: dict[int, tuple[int, Look]] = {}
    sheets = [(_sheet(one), list(_cells(one, looks))) for one in workbook.worksheets]
    return Plan(tuple(look for _, look in looks.values()), tuple(sheets))


def _cells(sheet: Any, looks: dict[int, tuple[int, Look]]) -> Iterator[Cell]:
    for cell in sheet._cells.values():
        look = {key: copy(getattr(cell, key)) for key in LOOK} if cell.style_id not in looks else {}
        place, _ = looks.setdefault(cell.style_id, (len(looks), look))
        yield cell.row, cell.column, cell.value, place


def _sheet(sheet: Any) -> SheetPlan:
    return SheetPlan(
        sheet.title,
        {letter: found.width for letter, found in sheet.column_dimensions.items()},
        {row: found.height for row, found in sheet.row_dimensions.items() if found.height},
        tuple(found.bounds for found in sheet.merged_cells),
        tuple((str(at.sqref), rule) for at in sheet.conditional_formatting for rule in at.rules),
        tuple(sheet.data_validations.dataValidation),
        tuple(sheet._charts),
        tuple(sheet.row_breaks.brk),
        sheet.print_title_rows,
        sheet.freeze_panes,
        tuple(copy(getattr(sheet, name)) for name in PAGE),
    )


def write(plan: Plan, styles: Styles) -> bytes:
    """The same workbook. Each look is a named style, which is the cheapest way that openpyxl
    documents; or is copied from the first cell that has it, past its properties; or is left out."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    dress = {"named": _named, "copied": _copied, "none": _undressed}[styles](workbook, plan.looks)
    for sheet_plan, cells in plan.sheets:
        sheet = workbook.create_sheet(sheet_plan.title)
        for row, column, value, look in cells:
            dress(sheet.cell(row, column, value), look)
        _set_up(sheet, sheet_plan)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _named(workbook: Any, looks: Iterable[Look]) -> Dress:
    names = [f"rupa {place}" for place, _ in enumerate(looks)]
    for name, look in zip(names, looks, strict=True):
        workbook.add_named_style(NamedStyle(name, **look))

    def dress(cell: Any, look: int) -> None:
        cell.style = names[look]

    return dress


def _copied(_: Any, looks: Sequence[Look]) -> Dress:
    known: dict[int, Any] = {}

    def dress(cell: Any, look: int) -> None:
        if look in known:
            cell._style = copy(known[look])
            return
        for key, value in looks[look].items():
            setattr(cell, key, value)
        known[look] = copy(cell._style)

    return dress


def _undressed(*_: Any) -> Dress:
    return lambda *_: None


def _set_up(sheet: Any, plan: SheetPlan) -> None:
    _set_sizes(sheet, plan)
    for left, top, right, bottom in plan.joined:  # merge_cells itself grows with their square
        sheet.merged_cells.ranges.add(CellRange(None, left, top, right, bottom))
    for cells, rule in plan.coloured:
        sheet.conditional_formatting.add(cells, rule)
    for rule in plan.checked:
        sheet.add_data_validation(rule)
    for chart in plan.charts:
        sheet.add_chart(chart)
    for page_break in plan.breaks:
        sheet.row_breaks.append(page_break)
    sheet.print_title_rows, sheet.freeze_panes = plan.repeated, plan.frozen
    for name, found in zip(PAGE, plan.page, strict=True):
        setattr(sheet, name, found)


def _set_sizes(sheet: Any, plan: SheetPlan) -> None:
    for letter, width in plan.widths.items():
        sheet.column_dimensions[letter].width = width
    for row, height in plan.heights.items():
        sheet.row_dimensions[row].height = height


def read(data: bytes) -> int:
    """Every cell's value, in the mode in which we read; how many there are."""
    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    return sum(
        value is not None
        for sheet in workbook.worksheets
        for row in sheet.iter_rows(values_only=True)
        for value in row
    )


if __name__ == "__main__":
    read(sys.stdin.buffer.read())
