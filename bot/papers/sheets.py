"""How one sheet is set up: headings, widths, paper, protection, and whose workbook it is."""

from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty

from bot.papers.cells import put_heading, put_text, put_title
from bot.papers.layout import FIRST_ROW, HEADING_ROW, TITLE_ROW, Table
from bot.rules.forms import FormMark
from bot.rules.json_form import to_json
from bot.rules.stationery import PaperSize
from bot.texts import workbooks as words

FOLIO = 14  # 8.5 × 13 in, which is the F4 of offices (215 × 330 mm)
PAPERS = {PaperSize.F4: FOLIO, PaperSize.A4: 9}  # as Excel counts them
CM = 1 / 2.54  # in inches
MARGINS = {"top": 2.5 * CM, "bottom": 3 * CM, "left": 3 * CM, "right": 2.5 * CM}
HEADING_HEIGHT = 30
NOTE_LINE, NOTE_LINE_HEIGHT = 36, 18  # characters, pixels
MARK_SHEET = "_himpun"
SEAT_PREFIX = "kursi:"


def set_up_page(sheet: Any, *, pages: int = 1) -> None:
    """F4, as wide as `pages` pages, with page numbers."""
    sheet.page_setup.paperSize = FOLIO
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = pages
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for side, inches in MARGINS.items():
        setattr(sheet.page_margins, side, inches)
    sheet.oddFooter.right.text = "&P / &N"
    sheet.sheet_view.showGridLines = False


def head_table(sheet: Any, table: Table, lines: Sequence[str], notes: Mapping[str, str]) -> None:
    """Title and lines on top, then the headings with a note on what each column is for."""
    put_title(sheet.cell(TITLE_ROW, 1), table.title)
    for row, line in enumerate(lines, start=TITLE_ROW + 1):
        put_title(sheet.cell(row, 1), line, size=10, bold=False)
    for place, column in enumerate(table.columns, start=1):
        put_heading(sheet.cell(HEADING_ROW, place), column.heading)
        if column.key in notes:
            put_note(sheet.cell(HEADING_ROW, place), notes[column.key])
        sheet.column_dimensions[table.letter(column.key)].width = column.width
    sheet.row_dimensions[HEADING_ROW].height = HEADING_HEIGHT


def put_note(cell: Any, text: str) -> None:
    lines = 1 + len(text) // NOTE_LINE
    cell.comment = Comment(text, words.PETUNJUK, height=NOTE_LINE_HEIGHT * (1 + lines), width=240)


def freeze(sheet: Any, table: Table, last: str) -> None:
    """The headings and the columns up to `last` stay in sight."""
    place = [column.key for column in table.columns].index(last)
    sheet.freeze_panes = sheet.cell(FIRST_ROW, place + 2)


def protect(sheet: Any) -> None:
    """Locked but for its input cells; no password, since an office must be able to mend it."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False


def write_mark(workbook: Any, mark: FormMark, seat_titles: dict[str, str]) -> None:
    """On a hidden sheet, which survives other office programs, and in the file's properties."""
    sheet = workbook.create_sheet(MARK_SHEET)
    facts = {key: str(value) for key, value in to_json(mark).items()}
    seats = {f"{SEAT_PREFIX}{key}": title for key, title in seat_titles.items()}
    for row, (key, value) in enumerate({**facts, **seats}.items(), start=1):
        put_text(sheet.cell(row, 1), key)
        put_text(sheet.cell(row, 2), value)
    sheet.sheet_state = "veryHidden"
    protect(sheet)
    for key, value in facts.items():
        workbook.custom_doc_props.append(StringProperty(name=f"himpun-{key}", value=value))
