import io
import json
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn

from bot.papers.lkjip_chapter import lkjip_chapter
from bot.papers.lkjip_year import lkjip_year
from bot.papers.word_styles import FONT
from bot.rules.background import Background
from bot.rules.forms import Figure, FilledForm, FormMark, OfficeFormat
from bot.rules.gathered import Gathered
from bot.rules.lkjip import Chapter, chapter
from bot.rules.recap import Heading, Recap, compile_recap
from bot.rules.run import RunState
from bot.rules.sop import DocumentKind, Seat
from bot.rules.stationery import PaperSize, Stationery
from bot.texts import formats
from tests.bot.papers.chapters import Forms, of_example, opened, rows_of, said, tables_under
from tests.bot.papers.conftest import COMPILED, PERIOD

DATA = Path(__file__).parents[2] / "data"
EXPECTED = json.loads((DATA / "capaian_tw3_2026.json").read_text("utf-8"))
OFFICE = Stationery(("PEMERINTAH KABUPATEN CONTOH", "DINAS PMD"))
HOSTILE = (
    '=HYPERLINK("http://x")',
    "</w:t></w:r><w:p>&amp;",
    "satu\x00\x0b\x1b\ufffe\uffff\udc00dua\u202etiga",
    "{ TOC \\o }",
    "x" * 300,
)

UNSHOWN = "\x00\x0b\x1b\ufffe\uffff\udc00\u202e"


@pytest.fixture(scope="module")
def example(recap: Recap, forms: Forms, background: Background) -> Chapter:
    return of_example(recap, forms, background, "2026-TW2=0.9", "2026-TW1=0.7")


@pytest.fixture(scope="module")
def written(example: Chapter) -> bytes:
    return lkjip_chapter(example, OFFICE)


@pytest.fixture(scope="module")
def document(written: bytes) -> Any:
    return opened(written)


def percent(value: str | None) -> str:
    return "–" if value is None else formats.percent(Decimal(value))


def test_the_worked_example_stands_in_the_tables_to_the_cent(document: Any) -> None:
    told = [
        row[1:2] + row[5:7]
        for rows in tables_under(document, "Realisasi", "Capaian", "Sumber", "Satuan")
        for row in rows[1:]
    ]
    assert told == [
        [
            row["indikator"],
            percent(row["capaian_triwulan_persen"]),
            "–" if row["realisasi"] is None else row["predikat"],
        ]
        for row in EXPECTED["indikator"]
    ]


def test_the_means_and_the_money_are_those_of_the_worked_example(document: Any) -> None:
    (means,) = tables_under(document, "Rata-rata capaian")
    counted = str(EXPECTED["jumlah_terhitung"])
    raw, capped = percent(EXPECTED["rata_rata"]), percent(EXPECTED["rata_rata_dibatasi_100"])
    assert means[-1][2:] == [str(len(EXPECTED["indikator"])), counted, raw, capped]
    (money,) = tables_under(document, "Program/kegiatan")
    told = {row[1]: row[2:5] for row in money[1:-1]}
    assert told == {
        row["program"]: [
            formats.rupiah(row["pagu"]),
            formats.rupiah(row["realisasi"]),
            percent(row["serapan_persen"]),
        ]
        for row in EXPECTED["anggaran"]
    }
    assert money[-1][4] == percent(EXPECTED["serapan_total_persen"])


def test_against_the_year_s_target_the_example_is_as_it_was_worked(
    recap: Recap, forms: Forms, background: Background
) -> None:
    alone = opened(lkjip_chapter(of_example(recap, forms, background), OFFICE))
    told = [row for rows in tables_under(alone, "Target tahun") for row in rows[1:]]
    assert [(row[1], row[5]) for row in told] == [
        (row["indikator"], percent(row["capaian_tahun_persen"])) for row in EXPECTED["indikator"]
    ]


def test_each_figure_leads_to_the_workbook_and_the_cell_that_it_was_read_from(
    example: Chapter, document: Any
) -> None:
    sources = {row[0]: row for row in rows_of(document.tables[-1])[1:]}
    told = [
        row for rows in tables_under(document, "Realisasi", "Sumber", "Satuan") for row in rows[1:]
    ]
    for row, one in zip(told, example.rows, strict=True):
        number, cell = row[-1].split("\N{NO-BREAK SPACE}")
        assert one.row.figure is not None
        assert cell == one.row.figure.actual_at
        seat = one.row.indicator.seat
        origin = example.recap.background.origins[seat]
        assert sources[number][1:5] == [
            "TW III 2026", example.recap.title(seat), origin.name, str(origin.version),
        ]  # fmt: skip
        assert sources[number][6] == origin.digest[:12]


def test_what_people_wrote_stands_under_their_indicator(example: Chapter, document: Any) -> None:
    points = [p.text for p in document.paragraphs if p.style.name == "List Bullet"]
    for one in example.rows:
        figure = one.row.figure
        assert figure is not None
        if figure.obstacles:
            assert f"Faktor penghambat: {figure.obstacles}" in points
        if figure.follow_up:
            assert f"Rencana tindak lanjut: {figure.follow_up}" in points


def test_the_period_before_is_compared_and_its_workbook_named(document: Any) -> None:
    told = [row for rows in tables_under(document, "Periode pembanding") for row in rows[1:]]
    first = told[0]
    assert first[2:7] == ["TW II 2026", "37,314", "41,46", "4,146", "membaik"]
    sources = {row[0]: row for row in rows_of(document.tables[-1])}
    assert sources[first[-1].split("\N{NO-BREAK SPACE}")[0]][3] == "irban-1 2026-TW2.xlsx"


def test_the_registers_are_summed_by_status(document: Any) -> None:
    (statuses,) = tables_under(document, "Status")
    assert [row[:3] for row in statuses[1:]] == [
        ["Sesuai rekomendasi", "1", "Rp7.250.000"],
        ["Belum sesuai", "1", "Rp18.500.000"],
        ["Belum ditindaklanjuti", "0", "Rp0"],
        ["Tidak dapat ditindaklanjuti", "0", "Rp0"],
    ]


def test_it_is_a_draft_on_each_page_and_built_as_word_builds(document: Any) -> None:
    section = document.sections[0]
    assert section.header.paragraphs[0].text.startswith("RANCANGAN")
    fields = [
        f.get(qn("w:instr")).split()[0] for f in section.footer._element.iter(qn("w:fldSimple"))
    ]
    assert fields == ["PAGE", "NUMPAGES"]
    headings = [(p.style.name, p.text) for p in document.paragraphs if "Heading" in p.style.name]
    assert headings[:2] == [
        ("Heading 1", "BAB III\nAKUNTABILITAS KINERJA"),
        ("Heading 2", "A. Capaian Kinerja"),
    ]
    for table in document.tables:
        rows = [row._tr.trPr for row in table.rows]
        assert all(row.find(qn("w:cantSplit")) is not None for row in rows)
        assert [row.find(qn("w:tblHeader")) is not None for row in rows].index(False) == 1
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_it_is_set_in_indonesian_and_in_one_font(document: Any) -> None:
    styles = document.styles.element
    assert {lang.get(qn("w:val")) for lang in styles.iter(qn("w:lang"))} == {"id-ID"}
    cells = [c for table in document.tables for c in table._cells]
    every = [*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)]
    assert {paragraph.style.font.name for paragraph in every} == {FONT}
    assert document.core_properties.language == "id-ID"


@pytest.mark.parametrize(
    ("size", "millimetres"), [(PaperSize.F4, (215, 330)), (PaperSize.A4, (210, 297))]
)
def test_the_paper_is_the_office_s(
    example: Chapter, size: PaperSize, millimetres: tuple[int, int]
) -> None:
    section = opened(lkjip_chapter(example, replace(OFFICE, size=size))).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == millimetres


@pytest.mark.parametrize("make", [lkjip_chapter, lkjip_year])
def test_the_same_values_give_the_same_bytes(example: Chapter, make: Any) -> None:
    once = make(example, OFFICE)
    assert once == make(example, OFFICE)
    with zipfile.ZipFile(io.BytesIO(once)) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-11-26T01:20:00Z" in parts.read("docProps/core.xml")


@pytest.mark.parametrize("make", [lkjip_chapter, lkjip_year])
def test_a_run_without_workbooks_says_so_and_counts_nothing(
    make: Any, office_format: OfficeFormat, seats: tuple[Seat, ...], kinds: tuple[DocumentKind, ...]
) -> None:
    heading = Heading(("DINAS",), PERIOD, "Asia/Makassar", COMPILED)
    bare = compile_recap(heading, office_format, seats, kinds, {}, ())
    document = opened(make(chapter(bare, [Gathered(PERIOD)], RunState.OPEN), Stationery()))
    told = said(document)
    assert "belum ada buku kerja yang disetujui" in told
    assert "Belum ada buku kerja yang menjadi sumber angka." in told
    (means,) = tables_under(document, "Rata-rata capaian")
    assert means[-1][2:] == ["9", "0", "–", "–"]


@pytest.mark.parametrize("make", [lkjip_chapter, lkjip_year])
@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_shown_as_text(
    make: Any,
    text: str,
    seats: tuple[Seat, ...],
    kinds: tuple[DocumentKind, ...],
    office_format: OfficeFormat,
) -> None:
    row = replace(office_format.indicators[0], name=text, sasaran=text, unit=text, programme=text)
    figure = Figure(row, Decimal(5), Decimal(7), text, text, text, text)
    forms = {row.seat: FilledForm(FormMark(1, 1, row.seat, 1), (figure,))}
    heading = Heading((text,), PERIOD, "Asia/Makassar", COMPILED)
    recap = compile_recap(heading, OfficeFormat((row,)), seats, kinds, forms, (), text)
    document = opened(
        make(chapter(recap, [Gathered(PERIOD, forms)], RunState.CLOSED), Stationery())
    )
    shown = "".join(
        letter for letter in text if letter not in "\x00\x0b\x1b\ufffe\uffff\udc00\u202e"
    )
    assert "Faktor penghambat" in said(document)
    assert shown in said(document)
    assert not document.element.xpath(".//w:instrText")


def test_a_target_of_zero_is_told_and_gives_no_capaian(
    seats: tuple[Seat, ...], kinds: tuple[DocumentKind, ...], office_format: OfficeFormat
) -> None:
    none = Decimal(0)
    row = replace(office_format.indicators[0], target_period=none, target_year=none)
    forms = {row.seat: FilledForm(FormMark(1, 1, row.seat, 1), (Figure(row, Decimal(5)),))}
    heading = Heading(("DINAS",), PERIOD, "Asia/Makassar", COMPILED)
    recap = compile_recap(heading, OfficeFormat((row,)), seats, kinds, forms, ())
    document = opened(
        lkjip_chapter(chapter(recap, [Gathered(PERIOD, forms)], RunState.CLOSED), OFFICE)
    )
    (rows,) = tables_under(document, "Realisasi", "Sumber", "Satuan")
    assert rows[1][4:7] == ["5", "Target nol", "–"]
    assert "capaian tidak dihitung" in said(document)


@pytest.mark.parametrize("make", [lkjip_chapter, lkjip_year])
def test_a_format_without_indicators_is_said_so(make: Any, seats: tuple[Seat, ...]) -> None:
    heading = Heading((), PERIOD, "Asia/Makassar", COMPILED)
    recap = compile_recap(heading, OfficeFormat(()), seats, (), {}, ())
    bare = chapter(recap, [Gathered(PERIOD)], RunState.CANCELLED)
    assert "tidak memuat indikator" in said(opened(make(bare, Stationery())))
