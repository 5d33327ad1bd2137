import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from bot.papers.recap_page import WIDTH, Page
from bot.papers.recap_signing import keep_together
from bot.papers.recap_workbook import recap_workbook
from bot.rules.recap import Recap
from bot.rules.recap_analysis import analyse
from bot.rules.signing import Signature, Signing
from bot.rules.stationery import PaperSize, Stationery

DATA = Path(__file__).parents[2] / "data"
EXPECTED = json.loads((DATA / "capaian_tw3_2026.json").read_text("utf-8"))
CENT = Decimal("0.01")
OURS = re.compile(r"=('(Capaian|LHP|LHE|TLHP)'!|(IF|COUNT|COUNTA|COUNTIF|SUM|SUMIF|SUMPRODUCT)\()")
EVIL = '=WEBSERVICE("http://x")'


def opened(data: bytes, *, results: bool) -> Any:
    return load_workbook(io.BytesIO(data), data_only=results)


def cells(workbook: Any) -> Iterator[Any]:
    for sheet in workbook:
        for row in sheet.iter_rows():
            yield from row


def formulas(data: bytes) -> dict[tuple[str, str], str]:
    found = (cell for cell in cells(opened(data, results=False)) if cell.data_type == "f")
    return {(cell.parent.title, cell.coordinate): cell.value for cell in found}


def texts(workbook: Any, sheet: str) -> list[str]:
    return [str(c.value) for row in workbook[sheet].iter_rows() for c in row if c.value is not None]


def cents(value: Any) -> str | None:
    """A figure to the cent; other values as they are, nothing for an empty one."""
    if isinstance(value, int | float):
        return str(Decimal(repr(value)).quantize(CENT))
    return value or None


def assert_figures_of_the_example(workbook: Any) -> None:
    sheet = workbook["Capaian"]
    for row, expected in enumerate(EXPECTED["indikator"], start=6):
        assert sheet[f"C{row}"].value == expected["indikator"]
        assert cents(sheet[f"J{row}"].value) == expected["capaian_triwulan_persen"]
        assert sheet[f"K{row}"].value == expected["predikat"]
    assert [cents(sheet[f"J{row}"].value) for row in (16, 17)] == ["84.28", "81.69"]
    assert sheet["J18"].value == EXPECTED["jumlah_terhitung"]
    assert (sheet["M19"].value, sheet["N19"].value) == (2_200_000_000, 1_518_010_000)
    spent = {sheet[f"L{row}"].value: cents(sheet[f"O{row}"].value) for row in range(6, 15)}
    for programme in EXPECTED["anggaran"]:
        assert spent[programme["program"]] == programme["serapan_persen"]
    assert cents(sheet["O19"].value) == EXPECTED["serapan_total_persen"]
    tlhp = [[c.value for c in row] for row in workbook["TLHP"].iter_rows(min_row=10, max_row=14)]
    assert [(row[0], row[3], row[6], row[8], row[9]) for row in tlhp] == [
        ("sesuai rekomendasi", 1, 7_250_000, 7_250_000, 0),
        ("belum sesuai", 1, 18_500_000, 10_000_000, 8_500_000),
        ("belum ditindaklanjuti", 0, 0, 0, 0),
        ("tidak dapat ditindaklanjuti", 0, 0, 0, 0),
        ("Jumlah", 2, 25_750_000, 17_250_000, 8_500_000),
    ]
    assert workbook["LHE"]["I6"].value == "B"


def test_formulas_carry_the_results_of_the_rules(told: Recap) -> None:
    assert_figures_of_the_example(opened(recap_workbook(told), results=True))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="libreoffice-calc-nogui is absent")
def test_libreoffice_computes_every_formula_as_the_rules_do(told: Recap, tmp_path: Path) -> None:
    # with every cached result taken out, what comes back was computed there
    made = recap_workbook(told)
    opened(made, results=False).save(tmp_path / "rekap.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    target = ["--convert-to", "xlsx", "--outdir", str(tmp_path / "out")]
    soffice = ["soffice", profile, "--headless", *target, str(tmp_path / "rekap.xlsx")]
    subprocess.run(soffice, check=True, capture_output=True, timeout=120)
    computed = opened((tmp_path / "out" / "rekap.xlsx").read_bytes(), results=True)
    assert_figures_of_the_example(computed)
    cached = opened(made, results=True)
    assert not [c.coordinate for c in cells(computed) if c.data_type == "e"]
    places = formulas(made)
    wrong = {
        (sheet, cell): (cached[sheet][cell].value, computed[sheet][cell].value)
        for sheet, cell in places
        if cents(cached[sheet][cell].value) != cents(computed[sheet][cell].value)
    }
    assert not wrong
    of = ("Ringkasan", "Capaian", "LHP", "LHE", "TLHP", "Analisis", "Grafik", "Asal")
    assert {sheet for sheet, _ in places} == set(of)


def test_the_sheets_stand_in_their_order(told: Recap) -> None:
    assert opened(recap_workbook(told), results=True).sheetnames == [
        "Ringkasan", "Capaian", "Keterangan", "LHP", "LHE", "TLHP", "Analisis", "Grafik",
        "Berkas", "Asal",
    ]  # fmt: skip


def test_registers_that_the_sop_does_not_ask_for_are_left_out(told: Recap) -> None:
    other = replace(told, kinds=("DATA",), lhp=(), lhe=())
    names = opened(recap_workbook(other), results=True).sheetnames
    assert [name for name in names if name in ("LHP", "LHE", "TLHP")] == ["TLHP"]


def test_the_same_recap_gives_the_same_bytes(told: Recap) -> None:
    assert recap_workbook(told) == recap_workbook(told)


def test_every_sheet_is_printed_on_f4_in_letters_of_one_size(told: Recap) -> None:
    for sheet in opened(recap_workbook(told), results=True):
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (14, "landscape")
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        widths = sum(column.width for column in sheet.column_dimensions.values())
        assert abs(widths - WIDTH) < 1, sheet.title
        # a repeated column would cut every title but the first page's
        assert sheet.print_title_cols is None


def test_no_text_of_the_office_becomes_a_formula(told: Recap) -> None:
    rows = tuple(
        replace(
            row,
            indicator=replace(row.indicator, name=EVIL, programme=row.indicator.programme and EVIL),
            figure=replace(row.figure, factors=EVIL, obstacles=EVIL, follow_up=EVIL, source=EVIL),
        )
        for row in told.rows
        if row.figure
    )
    findings = tuple(replace(e, row=replace(e.row, finding=EVIL, number=EVIL)) for e in told.tlhp)
    explained = tuple(replace(e, text=EVIL) for e in told.background.explanations)
    hostile = replace(
        told,
        head=(EVIL,), rows=rows, tlhp=findings, remarks=f"{EVIL}\n{EVIL}",
        titles=dict.fromkeys(told.titles, EVIL),
        documents=tuple(replace(d, name=EVIL, sender=EVIL, number=EVIL) for d in told.documents),
        background=replace(told.background, explanations=explained),
    )  # fmt: skip
    data = recap_workbook(hostile, Signing((Signature(EVIL),)))
    found = formulas(data).values()
    assert found
    assert all(OURS.match(formula) for formula in found), found
    assert not any("WEBSERVICE" in formula for formula in found)
    for name, chart in charts(data).items():
        assert not any("WEBSERVICE" in ref for ref in re.findall(r"<f>([^<]*)</f>", chart)), name


def charts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = [name for name in parts.namelist() if name.startswith("xl/charts/chart")]
        return {name: parts.read(name).decode() for name in names}


def test_an_empty_recap_is_still_a_sound_workbook(recap: Recap) -> None:
    empty = replace(
        recap,
        rows=tuple(replace(row, figure=None) for row in recap.rows),
        lhp=(), lhe=(), tlhp=(), documents=(), completeness=(), remarks="",
    )  # fmt: skip
    workbook = opened(recap_workbook(empty), results=True)
    assert workbook["Capaian"]["I6"].value == "belum diterima"
    assert workbook["LHP"]["A6"].value == "Nihil"
    bare = replace(empty, rows=(), analysis=analyse(()))
    assert not charts(recap_workbook(bare))


def test_charts_hold_what_they_show_and_a_bar_has_its_predikat_s_colour(told: Recap) -> None:
    made = charts(recap_workbook(told))
    titles = [re.search("<a:t>([^<]*)</a:t>", chart) for chart in made.values()]
    assert [found and found[1] for found in titles] == [
        "Capaian indikator menurut predikat (%)",
        "Serapan anggaran per program/kegiatan (%)",
        "TLHP menurut status (banyaknya)",
        "Perkembangan rata-rata capaian dan serapan (%)",
    ]
    bars, _, _, trend = made.values()
    series = {
        name: re.findall('<c?:?pt idx="([0-9]+)"><v>([0-9.]+)</v>', body.partition("<val>")[2])
        for name, body in re.findall("<ser>.*?<tx><v>([^<]*)</v></tx>(.*?)</ser>", bars)
    }
    assert [place for place, _ in series["Sangat Tinggi"]] == ["0", "1", "3", "5", "6"]
    assert series["Sangat Rendah"] == [("7", "20")]
    assert re.findall("TW [IV]+ 2026", trend)[:3] == ["TW I 2026", "TW II 2026", "TW III 2026"]


def test_changes_are_told_beside_the_period_before_by_what_is_better(told: Recap) -> None:
    sheet = opened(recap_workbook(told), results=True)["Analisis"]
    lines = {row[0].value: row for row in sheet.iter_rows() if row[5].value == "Triwulan II 2026"}
    grown, late = lines["Aparatur desa dilatih"], lines["Keterlambatan LPJ Dana Desa"]
    assert [cents(grown[n].value) for n in (6, 7, 8)] == ["325.80", "362.00", "36.20"]
    assert (grown[9].value, late[9].value) == ("membaik", "menurun")
    assert "Nilai AKIP perangkat daerah" not in lines  # no data in either period


def test_what_stands_out_is_told_with_its_sender_s_explanation(told: Recap) -> None:
    said = texts(opened(recap_workbook(told), results=True), "Analisis")
    assert "LHP itu telah selesai." in said
    assert any(text.startswith("LHP 700/03/LHP/2025 pada Triwulan II 2026") for text in said)


def test_remarks_stand_in_the_analysis_with_whose_and_when(told: Recap) -> None:
    signing = Signing(analysed=(Signature("Ka.Subbag Perencanaan"),))
    said = texts(opened(recap_workbook(told, signing), results=True), "Analisis")
    heading = "Catatan Ka.Subbag Perencanaan — Kamis, 26 November 2026 pukul 09.20 WITA"
    assert said[said.index(heading) + 1] == "Mohon diperiksa."


def test_every_figure_names_its_cell_message_and_file(told: Recap) -> None:
    sheet = opened(recap_workbook(told), results=True)["Asal"]
    lines = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)]
    assert lines[0] == [
        "1. Desa berstatus Maju dan Mandiri", "Realisasi", 41.46, "Irban I", 2,
        "Data Kinerja I6", "isian", "40 (grup)", "26/11/2026 09.20 WITA", "0" * 64,
    ]  # fmt: skip
    lhp = next(line for line in lines if line[:2] == ["LHP 700/12/LHP/2026", "Nilai Rp"])
    assert lhp[2:7] == [18_500_000, "Irban I", 2, "LHP F6", "rumus"]
    figures = [row for row in told.rows if row.figure] + [r for r in told.programmes if r.figure]
    assert sum(line[5].startswith("Data Kinerja") for line in lines) == len(figures)


def test_no_act_is_told_before_it_is_recorded(told: Recap) -> None:
    waiting = Signing((Signature("Penyusun"),), (Signature("Kasubbag"),), (Signature("Kepala"),))
    at = told.compiled_at - timedelta(hours=1)
    done = replace(waiting, compiled=(Signature("Penyusun", at),))
    before, after = (
        texts(opened(recap_workbook(told, s), results=True), "Ringkasan") for s in (waiting, done)
    )
    assert not any("tercatat" in text for text in before)
    assert [t for t in after if "tercatat" in t] == [
        "Persetujuan rekap tercatat Kamis, 26 November 2026 pukul 08.20 WITA"
    ]
    assert sum(text == "Paraf" for text in before) == 2  # the head signs alone
    assert not any("elektronik" in text for text in after)


def test_a_long_name_under_the_recap_does_not_run_into_its_nip(told: Recap) -> None:
    who = Signature("Kasubbag", told.compiled_at, name="Contoh Bergelar, S.Sos. " * 4, nip="1" * 18)
    sheet = opened(recap_workbook(told, Signing(analysed=(who,))), results=True)["Ringkasan"]
    rows = {str(row[0].value): row[0].row for row in sheet.iter_rows()}
    [name] = [rows[text] for text in rows if text.startswith("Nama: ")]
    assert rows[f"NIP: {'1' * 18}"] == name + 1
    assert sheet.row_dimensions[name].height > 2 * 12


def test_all_rooms_to_sign_stand_on_one_page() -> None:
    page = Page(Workbook().active, (20.0,) * 5)
    page.sheet.row_dimensions[1].height = 340  # one row of rooms would fit under it
    keep_together(page, range(2, 16, 7))
    assert [b.id for b in page.sheet.row_breaks.brk] == [1]


def test_a_document_s_row_says_all_that_must_be_known_of_it(told: Recap) -> None:
    sheet = opened(recap_workbook(told), results=True)["Berkas"]
    notes = [sheet[f"J{row}"].value for row in (6, 7, 8)]
    assert notes == [
        "nomor dan tanggal terbaca, belum dibenarkan",
        "melewati batas 95 menit kerja; surat yang sama dengan LHP Irban I; dikirim ulang 2 kali",
        None,
    ]


def test_the_workbook_stands_under_the_office_s_kop_on_its_paper(told: Recap) -> None:
    made = recap_workbook(told, None, Stationery(("DINAS CONTOH",), size=PaperSize.A4))
    workbook = opened(made, results=True)
    assert workbook["Ringkasan"]["A1"].value == "DINAS CONTOH"
    assert {sheet.page_setup.paperSize for sheet in workbook} == {9}
    assert "DINAS CONTOH" in workbook["Berkas"]["A2"].value
