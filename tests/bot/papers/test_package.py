import io
import zipfile
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.drawing.image import Image

from bot.papers import package
from bot.papers.marked_workbook import marked_workbook
from bot.papers.package import finish, finish_by_sheet
from bot.papers.read_filled import read_filled
from bot.papers.samples import packed
from bot.rules.form_faults import FaultCode, FormFault

AT = datetime(2026, 11, 24, 1, tzinfo=UTC)
FAULT = FormFault("Data Kinerja", "I7", FaultCode.REQUIRED_EMPTY, (("kolom", "Realisasi"),))
NOT_TEXT = b"\x89PNG\r\n\x1a\n\xff\xfe\x00\xd8"
THEME = "xl/theme/theme1.xml"


class Picture(Image):
    """As openpyxl has one where Pillow is installed."""

    def __init__(self) -> None:
        self.width = self.height = 10
        self.format = "png"

    def _data(self) -> bytes:
        return NOT_TEXT


def summing(rows: int) -> tuple[Any, dict[str, Decimal]]:
    """A workbook with so many rows, and what its formulas give."""
    workbook = Workbook()
    for row in range(1, rows + 1):
        workbook.active.cell(row, 1, row)
        workbook.active.cell(row, 2, f"=A{row}*2")
    return workbook, {f"B{row}": Decimal(row * 2) for row in range(1, rows + 1)}


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_picture_goes_through_as_it_is() -> None:
    workbook = Workbook()
    workbook.active.add_image(Picture(), "B2")
    assert parts(finish(workbook, {}, AT))["xl/media/image1.png"] == NOT_TEXT


def test_a_workbook_whose_theme_is_in_another_encoding_can_be_marked(filled: bytes) -> None:
    theme = parts(filled)[THEME].decode().partition("?>")[2]
    wide = f'<?xml version="1.0" encoding="UTF-16"?>{theme}'.encode("utf-16")
    made = marked_workbook(packed(parts(filled) | {THEME: wide}), [FAULT])
    assert isinstance(made, bytes)
    assert parts(made)[THEME] == wide
    assert read_filled(made) == read_filled(filled)


@pytest.mark.parametrize("at_once", [1, 50, 1000], ids=str)
def test_every_formula_has_its_result_wherever_a_part_of_the_sheet_ends(
    monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    workbook, results = summing(40)
    monkeypatch.setattr(package, "AT_ONCE", at_once)
    made = load_workbook(io.BytesIO(finish(workbook, {"Sheet": results}, AT)), data_only=True)
    assert [cell.value for cell in made["Sheet"]["B"]] == [row * 2 for row in range(1, 41)]


def test_only_the_sheet_whose_turn_it_is_holds_cells() -> None:
    workbook = Workbook()
    workbook.create_sheet("Sheet2")
    held = []

    def fill(sheet: Any) -> dict[str, Decimal]:
        sheet["A1"] = "=1+1"
        held.append([len(one._cells) for one in workbook.worksheets])
        return {"A1": Decimal(2)}

    made = load_workbook(io.BytesIO(finish_by_sheet(workbook, fill, AT)), data_only=True)
    assert [sheet["A1"].value for sheet in made.worksheets] == [2, 2]
    assert held == [[1, 0], [0, 1]]
