"""A workbook from outside, opened for its values only; runs in the child process."""

import io
from collections.abc import Callable
from typing import Any, TypeVar

from openpyxl.reader.excel import ExcelReader
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from bot.papers.gate import workbook_refusal
from bot.papers.sheet_facts import SheetFacts, TooManyCells, first_rows, sheet_facts
from bot.papers.sheets import MARK_SHEET, SEAT_PREFIX
from bot.rules.forms import FormMark
from bot.rules.kinds import Damaged, TooLarge, UnreadableFile

Said = TypeVar("Said")

MARK_KEYS = ("office", "run", "seat", "version", "schema")
MARK_ROWS = 200
MAX_ROWS = 300  # of a sheet that people fill in


class UnsizedSheet(ReadOnlyWorksheet):  # type: ignore[misc]
    """Its size is neither believed nor looked for, which can mean to read all of it; and it ends
    where nothing is read any more."""

    def _get_size(self) -> None:
        pass

    def _get_source(self) -> io.BytesIO:
        return io.BytesIO(first_rows(self.xml(), MAX_ROWS + 1))

    def xml(self) -> bytes:
        with self.parent._archive.open(self._worksheet_path) as part:
            whole: bytes = part.read()
        return whole

    def facts(self) -> SheetFacts:
        return sheet_facts(self.xml(), MAX_ROWS + 1)


class ValueReader(ExcelReader):  # type: ignore[misc]
    """openpyxl's reader of values, row by row, as `load_workbook(read_only=True)` sets it up."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)

    def read_worksheets(self) -> None:
        for sheet, rel in self.parser.find_sheets():
            if rel.target in self.valid_files and "chartsheet" not in rel.Type:
                self.wb._sheets.append(
                    UnsizedSheet(self.wb, sheet.name, rel.target, self.shared_strings)
                )


def opened(data: bytes) -> Any | UnreadableFile:
    """openpyxl's workbook in read-only mode with the results of formulas, or why not."""
    refusal = workbook_refusal(data)
    if refusal is not None:
        return refusal
    try:
        reader = ValueReader(data)
        reader.read()
    except MemoryError:
        raise
    except Exception:  # whatever a damaged part makes openpyxl raise
        return Damaged()
    return reader.wb


def reading(workbook: Any | UnreadableFile, read: Callable[[Any], Said]) -> Said | UnreadableFile:
    """What `read` makes of it; openpyxl opens lazily, so a damaged part shows only here."""
    if isinstance(workbook, UnreadableFile):
        return workbook
    try:
        return read(workbook)
    except MemoryError:
        raise
    except TooManyCells:
        return TooLarge()
    except Exception:  # whatever a damaged part makes openpyxl raise
        return Damaged()


def read_mark(workbook: Any) -> FormMark | None:
    """The mark on the hidden sheet, else the one in the file's properties."""
    return _mark(_hidden(workbook)) or _mark(_properties(workbook))


def read_seat_titles(workbook: Any) -> dict[str, str]:
    """Title -> seat key, as the format was sent out."""
    return {
        title: key.removeprefix(SEAT_PREFIX)
        for key, title in _hidden(workbook).items()
        if key.startswith(SEAT_PREFIX)
    }


def _hidden(workbook: Any) -> dict[str, str]:
    if MARK_SHEET not in workbook.sheetnames:
        return {}
    lines = workbook[MARK_SHEET].iter_rows(max_row=MARK_ROWS, max_col=2, values_only=True)
    return {str(key): str(value or "") for key, value in lines if key is not None}


def _properties(workbook: Any) -> dict[str, str]:
    prefix = "himpun-"
    return {
        prop.name.removeprefix(prefix): str(prop.value or "")
        for prop in workbook.custom_doc_props.props
        if prop.name.startswith(prefix)
    }


def _mark(facts: dict[str, str]) -> FormMark | None:
    try:
        office, run, seat, version, schema = (facts[key] for key in MARK_KEYS)
        period = facts.get("period", "")
        return FormMark(int(office), int(run), seat, int(version), int(schema), period)
    except (KeyError, ValueError):
        return None
