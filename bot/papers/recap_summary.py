"""The sheet Ringkasan: kop, the figures in short, who handed in what and when, room to sign."""

from collections.abc import Sequence
from copy import copy
from decimal import Decimal
from typing import Any

from openpyxl.styles import Alignment, Border, PatternFill, Side

from bot.papers.cells import dress, put_title
from bot.papers.layout import FIRST_ROW, LHE, LHP, TLHP, Column, Shape
from bot.papers.live import Live, same_as
from bot.papers.recap_capaian import cell_of, last_row
from bot.papers.recap_page import Page, open_page, write_section, write_table
from bot.papers.recap_signing import write_signing
from bot.rules.achievement import Achievement, NoRatio
from bot.rules.completeness import Completeness
from bot.rules.recap import Recap
from bot.rules.signing import Signing
from bot.texts import recap as words
from bot.texts import recap_sheets as more
from bot.texts import times as time_words

REGISTER_FIRST = {LHP.sheet: "A", LHE.sheet: "A", TLHP.sheet: "A"}
LEAST_KINDS = 5  # the tables below the matrix need as many columns
UNIT_WIDTH, KIND_WIDTH = 40, 35
STEP_HEIGHT = 30.0  # points of a row with two lines
STATES = {"missing": "F5B7B1", "waiting": "FFF2B3", "accepted": "C6E7C8", "nihil": "E3E7EB"}


def write_summary(sheet: Any, recap: Recap, signing: Signing) -> Page:
    kinds = max(len({cell.kind for cell in recap.completeness}), LEAST_KINDS)
    page = open_page(sheet, recap, (UNIT_WIDTH, *(KIND_WIDTH,) * kinds))
    row = _write_kop(page, recap)
    row = write_section(page, row, more.SUMMARY_TITLE)
    row = _write_figures(page, row, recap)
    row = write_section(page, row, words.COMPLETENESS_TITLE)
    row = _write_completeness(page, row, recap)
    row = _write_times(page, row, recap)
    write_signing(page, row + 1, recap, signing)
    return page


def _write_kop(page: Page, recap: Recap) -> int:
    """The office's head between the margins, and what this paper is; returns the next row."""
    lines = [(line, 9 if place > 1 else 13) for place, line in enumerate(recap.head)]
    lines.append(("", 9))
    lines += [(words.head(recap)[-1], 12), (words.compiled(recap), 9)]
    for row, (line, size) in enumerate(lines, start=1):
        cell = page.sheet.cell(row, 1)
        put_title(cell, line, size=size, bold=size > 9)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        page.join(row, 1, page.last)
        page.sheet.row_dimensions[row].height = 20 if size > 9 else 16
    for place in range(1, page.last + 1):
        below = page.sheet.cell(max(len(recap.head), 1), place)
        below.border = Border(bottom=Side(style="double", color="1F3A5F"))
    return len(lines) + 1


def _write_figures(page: Page, top: int, recap: Recap) -> int:
    columns = [Column(heading, heading, 0) for heading in words.SUMMARY_HEADINGS]
    lines = figures(recap)
    after = write_table(page, top, columns, [(name, value) for name, value, _ in lines])
    for row, (_, _, shape) in enumerate(lines, start=top + 1):
        dress(page.sheet.cell(row, 2), Column("value", "", 0, shape), unlocked=False)
    return after


def figures(recap: Recap) -> list[tuple[str, Any, Shape]]:
    """Name, value and shape; what stands on another sheet is taken from there, live."""
    last = last_row(recap)
    means, money = recap.means, recap.money
    return [
        (more.MEAN, _of(cell_of("achievement", last + 2), means.raw), Shape.PERCENT),
        (more.CAPPED_MEAN, _of(cell_of("achievement", last + 3), means.capped), Shape.PERCENT),
        (more.COUNTED, _of(cell_of("achievement", last + 4), Decimal(means.counted)), Shape.COUNT),
        (more.INDICATORS, len(recap.rows), Shape.COUNT),
        (more.BUDGET, _of(cell_of("budget", last + 5), money.budget), Shape.MONEY),
        (more.SPENT, _of(cell_of("spent", last + 5), money.spent), Shape.MONEY),
        (more.ABSORBED, _of(cell_of("absorption", last + 5), _ratio(money.absorption)),
         Shape.PERCENT),
        *_register_counts(recap),
        (more.MISSING_KINDS, sum(cell.missing for cell in recap.completeness), Shape.COUNT),
        (more.WAITING, sum(cell.waiting for cell in recap.completeness), Shape.COUNT),
    ]  # fmt: skip


def _of(cell: str, result: Decimal | None) -> Live:
    return same_as(words.CAPAIAN, cell, result)


def _ratio(value: Achievement | NoRatio) -> Decimal | None:
    return value.shown if isinstance(value, Achievement) else None


def _register_counts(recap: Recap) -> Sequence[tuple[str, Any, Shape]]:
    return [
        (more.register_count(name), _counted(name, len(rows)), Shape.COUNT)
        for name, rows in recap.registers().items()
    ]


def _counted(name: str, rows: int) -> Live | int:
    if not rows:
        return 0
    cells = f"{REGISTER_FIRST[name]}{FIRST_ROW}:{REGISTER_FIRST[name]}{FIRST_ROW + rows - 1}"
    return Live(f"=COUNTA('{name}'!{cells})", Decimal(rows))


def _write_completeness(page: Page, top: int, recap: Recap) -> int:
    kinds = list(dict.fromkeys(cell.kind for cell in recap.completeness))
    cells = {(cell.seat, cell.kind): cell for cell in recap.completeness}
    seats = list(dict.fromkeys(cell.seat for cell in recap.completeness))
    columns = [Column("unit", words.UNIT, 0), *(Column(kind, kind, 0) for kind in kinds)]
    rows = [[recap.title(s), *(_said(cells.get((s, k)), recap) for k in kinds)] for s in seats]
    after = write_table(page, top, columns, rows)
    looks: dict[str, Any] = {}
    for row, seat in enumerate(seats, start=top + 1):
        for place, kind in enumerate(kinds, start=2):
            if (seat, kind) in cells:
                _colour(page.sheet.cell(row, place), cells[seat, kind].state, looks)
    return after


def _write_times(page: Page, top: int, recap: Recap) -> int:
    """Whose the working minutes were, by seats and then duty by duty; nothing where no ledger was
    kept."""
    times = recap.background.times
    if not times:
        return top
    whose, *shares = time_words.HEADINGS
    columns = [
        Column(whose, whose, 0),
        *(Column(name, name, 0, Shape.COUNT) for name in shares),
    ]
    row = write_section(page, top, time_words.SEATS_TITLE)
    row = write_table(page, row, columns, time_words.seat_rows(times))
    steps = time_words.step_rows(times)
    page.together(row + 1, STEP_HEIGHT * (len(steps) + 2))
    row = write_section(page, row, time_words.STEPS_TITLE)
    return write_table(page, row, columns, steps)


def _colour(cell: Any, state: str, looks: dict[str, Any]) -> None:
    """Each colour is built once: a style of its own for thousands of cells would cost seconds."""
    if state not in looks:
        cell.fill = PatternFill("solid", fgColor=STATES[state])
        looks[state] = copy(cell._style)
    cell._style = copy(looks[state])


def _said(cell: Completeness | None, recap: Recap) -> str:
    return words.completeness(cell, recap.zone) if cell else ""
