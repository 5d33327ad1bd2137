import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from bot.papers.format_workbook import master_workbook, seat_workbook
from bot.papers.open_workbook import read_mark
from bot.papers.printing import PAGE_HEIGHT, PAGE_WIDTH, write_page_header
from bot.rules.carrying import Earlier
from bot.rules.forms import FormMark, OfficeFormat
from bot.rules.periods import Period

HEADINGS = [
    "No", "Sasaran", "Indikator", "Satuan", "Arah", "Cara hitung", "Target tahun",
    "Target periode", "Realisasi", "Capaian %", "Predikat", "Program/kegiatan", "Pagu Rp",
    "Realisasi Rp", "Serapan %", "Faktor pendorong", "Faktor penghambat", "Rencana tindak lanjut",
    "Sumber data/bukti", "Penanggung jawab",
]  # fmt: skip
OFFICE = "Dinas PMD Kabupaten Jeneponto"
PERIOD = Period("triwulan", 2026, 3)
MARK = FormMark(office=7, run=3, seat="irban-1", version=1)
HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")')


@pytest.fixture(scope="session")
def whole(office_format: OfficeFormat, titles: dict[str, str]) -> bytes:
    return master_workbook(office_format, titles, PERIOD, OFFICE, replace(MARK, seat=""))


def test_the_sheets_and_headings_are_those_that_the_office_knows(
    blank: Callable[[str], bytes],
) -> None:
    workbook = load_workbook(io.BytesIO(blank("irban-1")))
    assert workbook.sheetnames[:5] == ["Petunjuk", "Data Kinerja", "LHP", "LHE", "TLHP"]
    assert [cell.value for cell in workbook["Data Kinerja"][5]] == HEADINGS


def test_a_seat_gets_its_own_indicators_only(blank: Callable[[str], bytes]) -> None:
    sheet = load_workbook(io.BytesIO(blank("irban-4")))["Data Kinerja"]
    names = [row[2].value for row in sheet.iter_rows(min_row=6)]
    assert names == ["Keterlambatan LPJ Dana Desa", "Nilai AKIP perangkat daerah"]


def test_only_what_the_seat_fills_in_is_unlocked(blank: Callable[[str], bytes]) -> None:
    sheet = load_workbook(io.BytesIO(blank("irban-1")))["Data Kinerja"]
    unlocked = {cell.coordinate for row in sheet for cell in row if not cell.protection.locked}
    assert sheet.protection.sheet
    assert not sheet.protection.password
    # money is asked for on the row of the programme alone
    assert unlocked == {f"{c}{r}" for c in "IPQRS" for r in (6, 7, 8)} | {"N6"}


def test_a_printed_sheet_is_f4_landscape_with_its_headings_on_every_page(
    blank: Callable[[str], bytes],
) -> None:
    sheet = load_workbook(io.BytesIO(blank("irban-1")))["Data Kinerja"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (14, "landscape")
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.freeze_panes == "D6"


@pytest.mark.parametrize("sheet", ["Data Kinerja", "LHP", "LHE", "TLHP"])
def test_on_paper_a_title_stands_where_no_repeated_column_cuts_it(
    blank: Callable[[str], bytes], sheet: str
) -> None:
    printed = load_workbook(io.BytesIO(blank("irban-1")))[sheet]
    assert str(printed["A1"].value) == printed.oddHeader.left.text
    assert f"{OFFICE} — Triwulan III 2026 · Penanggung jawab: Irban I" in str(printed.oddHeader)
    assert printed.print_area.startswith(f"'{sheet}'!$A$5:")


def test_a_page_header_keeps_to_what_excel_reads() -> None:
    sheet = Workbook().active
    write_page_header(sheet, "REGISTER & LAIN", ("Dinas & Kantor " * 40, "Irban I"))
    written = str(sheet.oddHeader.left) + str(sheet.oddHeader.right)
    assert len(f"&L&R{written}") <= 255
    assert "REGISTER dan LAIN" in written


def test_every_sheet_is_printed_at_one_width_so_letters_are_of_one_size(
    blank: Callable[[str], bytes], whole: bytes
) -> None:
    sheets = load_workbook(io.BytesIO(blank("irban-1"))).worksheets[:-1]
    sheets.append(load_workbook(io.BytesIO(whole))["Data Kinerja"])
    for sheet in sheets:
        widths = [column.width for column in sheet.column_dimensions.values()]
        repeated = (
            len(range(*column_index(sheet.print_title_cols))) if sheet.print_title_cols else 0
        )
        total = sum(widths) + sum(widths[:repeated])
        assert 0.98 * PAGE_WIDTH <= total / sheet.page_setup.fitToWidth <= PAGE_WIDTH, sheet.title


def column_index(columns: str) -> tuple[int, int]:
    """ "$A:$C" as (1, 4)."""
    first, last = columns.replace("$", "").split(":")
    return ord(first) - 64, ord(last) - 63


def test_a_register_fills_its_pages(blank: Callable[[str], bytes]) -> None:
    sheet = load_workbook(io.BytesIO(blank("irban-1")))["LHP"]
    heights = [sheet.row_dimensions[row].height for row in range(6, 46)]
    (row_break,) = sheet.row_breaks.brk
    assert row_break.id == 25
    assert 0.9 * PAGE_HEIGHT <= sum(heights[:20]) <= PAGE_HEIGHT
    assert sum(heights[20:]) == sum(heights[:20])
    assert sheet.max_row == 45


def rules_of(data: bytes, sheet: str) -> dict[str, Any]:
    """The rule of each cell that has one; a cell has one at most."""
    rules: dict[str, Any] = {}
    for rule in load_workbook(io.BytesIO(data))[sheet].data_validations.dataValidation:
        for cell in (c for cells in rule.sqref.ranges for row in cells.rows for c in row):
            name = f"{get_column_letter(cell[1])}{cell[0]}"
            assert name not in rules
            rules[name] = rule
    return rules


@pytest.mark.parametrize("name", ["Data Kinerja", "LHP", "LHE", "TLHP"])
def test_every_input_says_what_to_type_in(
    blank: Callable[[str], bytes], whole: bytes, name: str
) -> None:
    for data in (blank("irban-1"), whole) if name == "Data Kinerja" else (blank("irban-1"),):
        sheet, rules = load_workbook(io.BytesIO(data))[name], rules_of(data, name)
        inputs = [cell for row in sheet for cell in row if not cell.protection.locked]
        assert inputs
        for cell in inputs:
            rule = rules[cell.coordinate]
            assert rule.showInputMessage
            assert rule.allow_blank
            assert 0 < len(rule.promptTitle) <= 32
            assert 0 < len(rule.prompt) <= 255
            assert 0 < len(rule.errorTitle) <= 32
            assert 0 < len(rule.error) <= 255
            assert sheet.cell(5, cell.column).comment.text


def test_a_figure_in_percent_has_a_range_and_belum_ada_data_is_let_in(
    blank: Callable[[str], bytes],
) -> None:
    rules = rules_of(blank("irban-1"), "Data Kinerja")
    no_data = 'LOWER(TRIM({}))="belum ada data"'
    assert rules["I6"].formula1 == f"OR(AND(ISNUMBER(I6),I6>=0,I6<=100),{no_data.format('I6')})"
    assert rules["I6"] is rules["I8"]
    assert rules["I6"].errorStyle == "warning"
    assert rules["I7"].formula1 == f"OR(ISNUMBER(I7),{no_data.format('I7')})"
    assert rules["N6"].formula1 == f"OR(ISNUMBER(N6),{no_data.format('N6')})"
    assert "N7" not in rules
    component = rules_of(blank("irban-1"), "LHE")["F6"]
    assert (component.formula1, component.formula2) == ("0", "15")


def test_numbers_and_dates_are_shown_the_indonesian_way(blank: Callable[[str], bytes]) -> None:
    workbook = load_workbook(io.BytesIO(blank("irban-1")))
    assert workbook["Data Kinerja"]["M6"].number_format == "[$-421]#,##0"
    assert workbook["Data Kinerja"]["H6"].number_format == "[$-421]General"
    assert workbook["LHP"]["B6"].is_date
    assert not workbook["Data Kinerja"]["H6"].is_date


def test_the_last_values_are_noted_where_this_period_s_are_asked_for(
    office_format: OfficeFormat, titles: dict[str, str]
) -> None:
    spring = Period("triwulan", 2026, 2)
    last = (
        (1, Earlier(spring, Decimal("40.5"), Decimal(254_200_000), None)),
        (2, Earlier(spring, None, Decimal(5), None)),
    )
    data = seat_workbook(office_format, "irban-1", titles["irban-1"], PERIOD, OFFICE, MARK, last)
    sheet = load_workbook(io.BytesIO(data))["Data Kinerja"]
    notes = {c.coordinate: c.comment.text for row in sheet["I6:N8"] for c in row if c.comment}
    assert notes == {
        "I6": "Realisasi terakhir (Triwulan II 2026): 40,5 %.",
        "N6": "Realisasi terakhir (Triwulan II 2026): Rp254.200.000.",
        "I7": "Realisasi terakhir (Triwulan II 2026): belum ada data.",
    }
    assert sheet["I6"].value is None


def test_the_mark_stands_on_a_hidden_sheet_and_in_the_properties(
    blank: Callable[[str], bytes],
) -> None:
    workbook = load_workbook(io.BytesIO(blank("irban-1")))
    assert workbook["_himpun"].sheet_state == "veryHidden"
    assert read_mark(workbook) == MARK
    del workbook["_himpun"]
    assert read_mark(workbook) == MARK


def test_the_same_format_gives_the_same_bytes(blank: Callable[[str], bytes]) -> None:
    assert blank("irban-2") == blank("irban-2")
    assert blank("irban-2") != blank("irban-3")


def test_words_that_look_like_formulas_stay_words(office_format: OfficeFormat) -> None:
    rows = [
        replace(row, name=text, sasaran=text, unit=text, programme=text)
        for row, text in zip(office_format.indicators, HOSTILE, strict=False)
    ]
    hostile = OfficeFormat(tuple(replace(row, seat="irban-1") for row in rows))
    data = seat_workbook(hostile, "irban-1", "=cmd|'/c calc'!A1", PERIOD, "=1+1", MARK)
    formulas = all_formulas(data)
    assert len(formulas) == 3 * len(HOSTILE) + 40 * 2 + 40  # capaian, predikat, serapan; registers
    assert all(text.startswith("IF(") for text in formulas)
    sheet = load_workbook(io.BytesIO(data))["Data Kinerja"]
    quoted = [sheet[f"C{row}"].quotePrefix for row in range(6, 6 + len(HOSTILE))]
    assert quoted == [True] * len(HOSTILE)


def test_the_whole_format_names_the_responsible_by_title(
    office_format: OfficeFormat, titles: dict[str, str]
) -> None:
    data = master_workbook(office_format, titles, PERIOD, "Dinas", replace(MARK, seat=""))
    sheet = load_workbook(io.BytesIO(data))["Data Kinerja"]
    assert [sheet[f"K{row}"].value for row in (6, 9, 14)] == ["Irban I", "Irban II", "Irban IV"]
    assert not sheet["H6"].protection.locked
    assert sheet["A6"].protection.locked


def test_the_whole_format_holds_nothing_that_only_a_seat_fills_in(whole: bytes) -> None:
    workbook = load_workbook(io.BytesIO(whole))
    assert workbook.sheetnames == ["Petunjuk", "Data Kinerja", "_himpun"]
    asked = ["No", *HEADINGS[1:8], "Program/kegiatan", "Pagu Rp", "Penanggung jawab"]
    assert [cell.value for cell in workbook["Data Kinerja"][5]] == asked
    assert all_formulas(whole) == []


@pytest.mark.parametrize("indicators", [1, 9, 14, 40, 100])
def test_the_rows_for_more_indicators_end_with_a_page(
    office_format: OfficeFormat, titles: dict[str, str], indicators: int
) -> None:
    row = replace(office_format.indicators[1], name="Desa")
    many = OfficeFormat(tuple(replace(row, number=n + 1) for n in range(indicators)))
    data = master_workbook(many, titles, PERIOD, "Dinas", replace(MARK, seat=""))
    sheet = load_workbook(io.BytesIO(data))["Data Kinerja"]
    heights = [sheet.row_dimensions[row].height for row in range(6, sheet.max_row + 1)]
    assert sheet.print_area == f"'Data Kinerja'!$A$5:$K${sheet.max_row}"
    assert 5 <= len(heights) - indicators <= 5 + PAGE_HEIGHT // min(heights)
    assert 0 <= room_on_the_last_page(heights) < min(heights)


def room_on_the_last_page(heights: list[float]) -> float:
    """Points that are left, no row being cut in two."""
    room = float(PAGE_HEIGHT)
    for height in heights:
        room = (room if height <= room else PAGE_HEIGHT) - height
    return room


def all_formulas(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "/sheet" in name]
    return [found for sheet in sheets for found in re.findall(r"<f>(.*?)</f>", sheet)]
