import io
import json
import re
import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.papers.recap_workbook import recap_workbook
from bot.rules.recap import HandedIn, Recap
from bot.rules.run import DocumentState

DATA = Path(__file__).parents[2] / "data"
EXPECTED = json.loads((DATA / "capaian_tw3_2026.json").read_text("utf-8"))
CENT = Decimal("0.01")
OURS = re.compile(r"=(IF|COUNT|COUNTIF|SUM|SUMIF)\(")


def opened(data: bytes, *, results: bool) -> Any:
    return load_workbook(io.BytesIO(data), data_only=results)


def cents(value: float | None) -> str | None:
    return None if value in (None, "") else str(Decimal(repr(value)).quantize(CENT))


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
    assert [workbook["TLHP"][f"F{row}"].value for row in range(11, 15)] == [0, 8_500_000, 0, 0]
    assert workbook["LHE"]["I6"].value == "B"


def test_formulas_carry_the_results_of_the_rules(recap: Recap) -> None:
    assert_figures_of_the_example(opened(recap_workbook(recap), results=True))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="libreoffice-calc-nogui is absent")
def test_libreoffice_recalculates_the_same_figures(recap: Recap, tmp_path: Path) -> None:
    # with every cached result taken out, what comes back was computed there
    workbook = opened(recap_workbook(recap), results=False)
    workbook.save(tmp_path / "rekap.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    target = ["--convert-to", "xlsx", "--outdir", str(tmp_path / "out")]
    soffice = ["soffice", profile, "--headless", *target, str(tmp_path / "rekap.xlsx")]
    subprocess.run(soffice, check=True, capture_output=True, timeout=120)
    computed = (tmp_path / "out" / "rekap.xlsx").read_bytes()
    assert_figures_of_the_example(opened(computed, results=True))


def test_the_sheets_stand_in_their_order(recap: Recap) -> None:
    assert opened(recap_workbook(recap), results=True).sheetnames == [
        "Ringkasan", "Capaian", "LHP", "LHE", "TLHP", "Analisis", "Berkas",
    ]  # fmt: skip


def test_files_are_listed_by_unit_whatever_came_first(recap: Recap) -> None:
    at, state = recap.compiled_at, DocumentState.ACCEPTED
    came = [HandedIn(cell.seat, cell.kind, "x.pdf", 1, at, state) for cell in recap.completeness]
    turned = replace(recap, documents=tuple(came[::-1]))
    sheet = opened(recap_workbook(turned), results=True)["Berkas"]
    listed = [row[:2] for row in sheet.iter_rows(values_only=True) if row[2] == "x.pdf"]
    assert len(set(listed)) > 1
    assert listed == [(recap.title(cell.seat), cell.kind) for cell in recap.completeness]


def test_the_same_recap_gives_the_same_bytes(recap: Recap) -> None:
    assert recap_workbook(recap) == recap_workbook(recap)


def test_no_text_of_the_office_becomes_a_formula(recap: Recap) -> None:
    evil = '=WEBSERVICE("http://x")'
    rows = tuple(
        replace(row, figure=replace(row.figure, factors=evil, obstacles=evil, follow_up=evil))
        for row in recap.rows
        if row.figure
    )
    findings = tuple(replace(e, row=replace(e.row, finding=evil, number=evil)) for e in recap.tlhp)
    hostile = replace(recap, head=(evil,), rows=rows, tlhp=findings, remarks=f"{evil}\n{evil}")
    formulas = [
        cell.value
        for sheet in opened(recap_workbook(hostile), results=False)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert formulas
    assert all(OURS.match(formula) for formula in formulas), formulas
    assert not any("WEBSERVICE" in formula for formula in formulas)


def test_an_empty_recap_is_still_a_sound_workbook(recap: Recap) -> None:
    empty = replace(
        recap,
        rows=tuple(replace(row, figure=None) for row in recap.rows),
        lhp=(), lhe=(), tlhp=(), documents=(), completeness=(), remarks="",
    )  # fmt: skip
    workbook = opened(recap_workbook(empty), results=True)
    assert workbook["Capaian"]["I6"].value == "belum diterima"
    assert workbook["LHP"]["A6"].value == "Nihil"
