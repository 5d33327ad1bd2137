import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

from openpyxl import load_workbook

from bot.papers.format_workbook import master_workbook, seat_workbook
from bot.papers.open_workbook import read_mark
from bot.rules.forms import FormMark, OfficeFormat
from bot.rules.periods import Period

HEADINGS = [
    "No", "Sasaran", "Indikator", "Satuan", "Arah", "Cara hitung", "Target tahun",
    "Target periode", "Realisasi", "Capaian %", "Predikat", "Program/kegiatan", "Pagu Rp",
    "Realisasi Rp", "Serapan %", "Faktor pendorong", "Faktor penghambat", "Rencana tindak lanjut",
    "Sumber data/bukti", "Penanggung jawab",
]  # fmt: skip
PERIOD = Period("triwulan", 2026, 3)
MARK = FormMark(office=7, run=3, seat="irban-1", version=1)
HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")')


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
    assert [sheet[f"T{row}"].value for row in (6, 9, 14)] == ["Irban I", "Irban II", "Irban IV"]
    assert not sheet["H6"].protection.locked
    assert sheet["I6"].protection.locked


def all_formulas(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "/sheet" in name]
    return [found for sheet in sheets for found in re.findall(r"<f>(.*?)</f>", sheet)]
