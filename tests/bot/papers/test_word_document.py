"""Word opens only what stands in the order of its schema (ECMA-376 part 1, wml.xsd); other programs
forgive more."""

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

import pytest
from docx.oxml import parse_xml

from bot.papers.word_blocks import Block, Column, Grid, Heading, Line, Listed, Text
from bot.papers.word_document import Frame, word_document
from bot.papers.word_styles import NOTE
from bot.rules.stationery import PaperSize

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORDER = {  # of what our documents use
    "pPr": "pStyle keepNext keepLines numPr pBdr tabs spacing ind jc outlineLvl rPr",
    "rPr": "rFonts b bCs i iCs caps smallCaps noProof color spacing kern sz szCs u lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption"
    " tblDescription",
    "tblCellMar": "top left bottom right",
    "tcPr": "tcW tcBorders shd vAlign",
    "sectPr": "headerReference footerReference pgSz pgMar cols docGrid",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "p": "pPr r fldSimple",
}
MIXED = ("p",)  # runs and fields in any order, after the properties
TWO = (Column("Indikator", 3), Column("Realisasi", 1, right=True))
BLOCKS: list[Block] = [
    Heading(1, "BAB III\nAKUNTABILITAS KINERJA"),
    Line("Rancangan", NOTE),
    Text("Sebelum tabel"),
    Grid("Tabel", TWO, (("a", "1"), ("Jumlah", "")), totals=1, about="isi"),
    Listed((("Faktor", "sebab"), ("", "tanpa label"))),
]


@pytest.fixture(scope="module")
def parts() -> dict[str, Any]:
    frame = Frame("judul", "kantor", "RANCANGAN", PaperSize.F4, datetime(2026, 11, 26, tzinfo=UTC))
    with zipfile.ZipFile(io.BytesIO(word_document(frame, BLOCKS))) as made:
        names = ("document", "header1", "footer1", "styles")
        return {n: parse_xml(made.read(f"word/{n}.xml")) for n in names}


def named(element: Any) -> list[str]:
    return [child.tag.removeprefix(W) for child in element]


@pytest.mark.parametrize("part", ["document", "header1", "footer1"])
@pytest.mark.parametrize("kind", ORDER)
def test_the_elements_stand_in_the_schema_s_order(
    parts: dict[str, Any], part: str, kind: str
) -> None:
    order = ORDER[kind].split()
    for element in parts[part].iter(W + kind):
        children = named(element)
        assert set(children) <= set(order)
        places = [order.index(child) for child in children]
        if kind in MIXED:
            places = [min(place, 1) for place in places]
        assert places == sorted(places)


def test_every_style_named_is_one_that_the_document_has(
    parts: dict[str, Any],
) -> None:
    known = {style.get(W + "styleId") for style in parts["styles"].iter(W + "style")}
    used = {
        element.get(W + "val")
        for part in parts.values()
        for kind in ("pStyle", "tblStyle", "basedOn")
        for element in part.iter(W + kind)
    }
    assert used <= known


def test_a_table_s_rows_have_its_columns_and_text_follows_it(
    parts: dict[str, Any],
) -> None:
    body = parts["document"][0]
    for table in body.iter(W + "tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        assert {len(row.findall(W + "tc")) for row in table.iter(W + "tr")} == {columns}
    after = list(zip(named(body), named(body)[1:], strict=False))
    assert ("tbl", "p") in after
    assert {second for first, second in after if first == "tbl"} == {"p"}
    assert named(body)[-1] == "sectPr"
