"""What a seat filled in, read from its workbook."""

from decimal import Decimal
from typing import Any

from bot.papers.grid import Grid, Row, read_grid
from bot.papers.layout import DATA, LHE, LHP, TLHP
from bot.papers.open_workbook import opened, read_mark, reading
from bot.papers.read_format import check_whole, choice, indicator
from bot.papers.sheet_facts import cell_ref
from bot.rules.form_faults import FaultCode, FormFaults
from bot.rules.forms import SCHEMA, Figure, FilledForm, FormMark
from bot.rules.kinds import NoMark, UnreadableFile
from bot.rules.registers import LHE_WEIGHTS, LheRow, LhpRow, TlhpRow, TlhpStatus


def read_filled(data: bytes) -> FilledForm | FormFaults | UnreadableFile:
    """The figures and registers, or every fault at once; NoMark for a workbook not sent by us.

    Of the whole format (its mark has no seat) and of a workbook with another layout the faults
    tell the mark and nothing else.
    """
    return reading(opened(data), _read)


def _read(workbook: Any) -> FilledForm | FormFaults | UnreadableFile:
    mark = read_mark(workbook)
    if mark is None:
        return NoMark()
    other = mark.is_master or mark.schema != SCHEMA
    return FormFaults((), mark) if other else _form(workbook, mark)


def _form(workbook: Any, mark: FormMark) -> FilledForm | FormFaults:
    data, lhp, lhe, tlhp = (read_grid(workbook, table) for table in (DATA, LHP, LHE, TLHP))
    data.rows = [(number, row) for number, row in data.rows if _asked(data, number, row)]
    figures = [_figure(data, number, row, mark.seat) for number, row in data.rows]
    _check_numbers(data, figures)
    check_whole(data, [figure.indicator for figure in figures])
    grids = (data, lhp, lhe, tlhp)
    form = FilledForm(
        mark,
        tuple(figures),
        tuple(_lhp(lhp, number, row) for number, row in lhp.rows),
        tuple(_lhe(lhe, number, row) for number, row in lhe.rows),
        tuple(_tlhp(tlhp, number, row) for number, row in tlhp.rows),
        formulas=tuple(f"{grid.table.sheet} {cell}" for grid in grids for cell in grid.computed),
        strays=tuple(f"{grid.table.sheet}: {found}" for grid in grids for found in grid.strays),
        columns=tuple((key, cell_ref(place, 1)[:-1]) for key, place in data.places.items()),
        next_tlhp=tlhp.next_cell("number"),
    )
    faults = tuple(fault for grid in grids for fault in grid.faults)
    return FormFaults(faults, mark, form) if faults else form


def _asked(grid: Grid, number: int, row: Row) -> bool:
    """Whether the row is an indicator of the format's; one that a seat put in lacks most of it,
    and is told once instead of cell by cell. One that was emptied still has its number."""
    kept = [column.key for column in DATA.columns if column.kept]
    whole = 2 * sum(row[key].value is not None for key in kept) >= len(kept)
    emptied = row["name"].value is None and row["number"].value is not None
    asked = whole or emptied
    if not asked:
        title = str(row["name"].value or "")[:60]
        grid.fault(number, "name", FaultCode.ROW_UNKNOWN, nomor="", indikator=title)
    return asked


def _figure(grid: Grid, number: int, row: Row, seat: str) -> Figure:
    place = grid.number(number, row, "number") or Decimal(0)
    asked = indicator(grid, number, row, int(place), seat)
    return Figure(
        indicator=asked,
        actual=grid.number(number, row, "actual", required=True),
        spent=grid.money(number, row, "spent", required=asked.programme is not None),
        factors=grid.text(number, row, "factors"),
        obstacles=grid.text(number, row, "obstacles"),
        follow_up=grid.text(number, row, "follow_up"),
        source=grid.text(number, row, "source"),
        actual_at=grid.cell(number, "actual"),
        spent_at=grid.cell(number, "spent"),
    )


def _check_numbers(grid: Grid, figures: list[Figure]) -> None:
    """Figures are matched to the office's format by number, so each stands once.

    One without a number is told by its name (rules/form_faults.py, differences).
    """
    seen: set[int] = set()
    for (line, _), figure in zip(grid.rows, figures, strict=True):
        number = figure.indicator.number
        if number and number in seen:
            grid.fault(line, "number", FaultCode.INDICATOR_TWICE, isi=str(number))
        seen.add(number)


def _lhp(grid: Grid, number: int, row: Row) -> LhpRow:
    return LhpRow(
        number=grid.text(number, row, "number", required=True),
        dated=grid.day(number, row, "dated"),
        auditor=grid.text(number, row, "auditor"),
        audited=grid.text(number, row, "audited"),
        findings=grid.money(number, row, "findings"),
        value=grid.money(number, row, "value"),
        cells=_cells(grid, number, "findings", "value"),
    )


def _lhe(grid: Grid, number: int, row: Row) -> LheRow:
    return LheRow(
        number=grid.text(number, row, "number", required=True),
        dated=grid.day(number, row, "dated"),
        year=grid.number(number, row, "year"),
        planning=grid.share(number, row, "planning", LHE_WEIGHTS["planning"]),
        measuring=grid.share(number, row, "measuring", LHE_WEIGHTS["measuring"]),
        reporting=grid.share(number, row, "reporting", LHE_WEIGHTS["reporting"]),
        evaluating=grid.share(number, row, "evaluating", LHE_WEIGHTS["evaluating"]),
        cells=_cells(grid, number, *LHE_WEIGHTS),
    )


def _tlhp(grid: Grid, number: int, row: Row) -> TlhpRow:
    return TlhpRow(
        number=grid.text(number, row, "number", required=True),
        dated=grid.day(number, row, "dated"),
        auditor=grid.text(number, row, "auditor"),
        finding=grid.text(number, row, "finding"),
        finding_value=grid.money(number, row, "finding_value"),
        recommendation=grid.text(number, row, "recommendation"),
        recommendation_value=grid.money(number, row, "recommendation_value"),
        action=grid.text(number, row, "action"),
        deposited=grid.money(number, row, "deposited"),
        status=choice(grid, number, row, "status", TlhpStatus.NOT_YET),
        evidence=grid.text(number, row, "evidence"),
        responsible=grid.text(number, row, "responsible"),
        due=grid.day(number, row, "due"),
        cells=_cells(grid, number, "finding_value", "recommendation_value", "deposited"),
    )


def _cells(grid: Grid, number: int, *keys: str) -> tuple[tuple[str, str], ...]:
    return tuple((key, grid.cell(number, key)) for key in keys)
