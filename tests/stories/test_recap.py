"""The recap as people get it: its figures to the cent, and nothing typed in becomes a formula."""

import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.rehearsal import steps
from bot.rehearsal.papers import filled_workbook
from bot.rehearsal.telegram import Upload
from bot.rehearsal.theatre import Play
from tests.stories.acting import Scene, nihil_all, request, seated
from tests.stories.letters import letter
from tests.stories.recaps import opened, to_the_recap

pytestmark = pytest.mark.slow

EXAMPLE = json.loads(
    (Path(__file__).parents[1] / "data" / "capaian_tw3_2026.json").read_text("utf-8")
)
INJECTED = ("=1+1", "+SUM(A1:A9)", "-2+3", "@SUM(1)")


def every_cell(book: Any) -> list[Any]:
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row]


@pytest.mark.slow
async def test_the_figures_of_the_example_stand_in_the_final_recap_to_the_cent(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        books = {}
        for seat in scene.stage.sop.suppliers:
            await nihil_all(scene, seat.key)
            books[seat.key] = await filled_workbook(scene.stage, seat.key)
        draft = await to_the_recap(scene, books)
        await steps.approve_recap(scene.stage)
        recap = opened(await steps.analyse(scene.stage, "=Perlu dibahas\n-segera"))
        rows = {row[2].value: row for row in recap["Capaian"].iter_rows(min_row=6) if row[2].value}
        for figure in EXAMPLE["indikator"]:
            row = rows[figure["indikator"]]
            wanted = figure["capaian_triwulan_persen"]
            if wanted is None:
                assert row[9].value in (None, ""), figure
                continue
            assert cents(row[9].value) == Decimal(wanted), figure
            assert row[10].value == figure["predikat"]
        text = [str(cell.value) for cell in every_cell(recap) if cell.value is not None]
        assert "=Perlu dibahas" in text
        assert "-segera" in text
        assert sum("nihil" in line.lower() for line in text) >= 12
        totals = {row[2].value: row[9].value for row in recap["Capaian"].iter_rows(min_row=6)}
        means = [cents(value) for name, value in totals.items() if "Rata-rata" in str(name)]
        assert means == [Decimal(EXAMPLE["rata_rata"]), Decimal(EXAMPLE["rata_rata_dibatasi_100"])]
        assert opened(draft)["Capaian"]["J6"].value == recap["Capaian"]["J6"].value


def cents(value: Any) -> Decimal:
    return Decimal(str(value)).quantize(Decimal("0.01"))


@pytest.mark.slow
async def test_what_people_typed_never_becomes_a_formula(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        books = {}
        for seat in scene.stage.sop.suppliers:
            kinds = ("LHE", "TLHP") if seat.key == "irban-1" else ("LHP", "LHE", "TLHP")
            await nihil_all(scene, seat.key, kinds)
            books[seat.key] = await typed_in(scene, seat.key)
        irban = scene.who("irban-1")
        irban.sends(irban.chat, letter("LHP", name="=1+1 LHP.pdf"))
        await scene.sees("irban-1", "Diterima: LHP, ")
        draft = await to_the_recap(scene, books)
        typed = {*INJECTED, "=1+1 LHP.pdf"}
        found = [c for c in every_cell(opened(draft, values=False)) if c.value in typed]
        assert {cell.value for cell in found} == typed
        assert {cell.data_type for cell in found} == {"s"}
        assert all(cell.quotePrefix for cell in found)


async def typed_in(scene: Scene, seat: str) -> Upload:
    """The seat's workbook with texts that a careless program takes for formulas."""
    filled = await filled_workbook(scene.stage, seat)
    book = load_workbook(io.BytesIO(filled.content))
    for column, text in zip("PQRS", INJECTED, strict=True):
        cell = book["Data Kinerja"][f"{column}6"]
        cell.value, cell.data_type = text, "s"
    out = io.BytesIO()
    book.save(out)
    return Upload(filled.name, out.getvalue())
