"""Papers as people would send them, for the rehearsal and the tests. All figures are examples."""

import io
import tomllib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from bot.papers.layout import DATA, FIRST_ROW, LHE, LHP, TLHP, Table
from bot.papers.package import ZIP_TIME
from bot.texts import formats, workbooks

Value = str | int | float | date | None
Entry = Mapping[str, Value]  # column key -> what is typed in


@dataclass(frozen=True, slots=True)
class Registers:
    lhp: tuple[Entry, ...] = ()
    lhe: tuple[Entry, ...] = ()
    tlhp: tuple[Entry, ...] = ()


@cache
def _examples() -> dict[str, Any]:
    return tomllib.loads(files("bot.papers").joinpath("contoh.toml").read_text("utf-8"))


def example_registers(place: int) -> Registers:
    """What the n-th seat (from 0) has in its registers."""
    listed = _examples()["register"]
    return Registers(**{key: tuple(rows) for key, rows in listed[place % len(listed)].items()})


def fill_workbook(
    data: bytes,
    figures: Mapping[str, Entry] | None = None,
    registers: Registers | None = None,
) -> bytes:
    """A seat's workbook as a person fills it in: `figures` by the indicator's name.

    Without `figures` the example figures of Triwulan III 2026; an indicator that has none is
    answered "belum ada data".
    """
    from openpyxl import load_workbook  # heavy

    workbook = load_workbook(io.BytesIO(data))
    _fill_data(workbook[DATA.sheet], _examples()["realisasi"] if figures is None else figures)
    for table, rows in _by_table(registers or Registers()):
        for number, entry in enumerate(rows, start=FIRST_ROW):
            _type_in(workbook[table.sheet], table, number, entry)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _by_table(registers: Registers) -> tuple[tuple[Table, tuple[Entry, ...]], ...]:
    return ((LHP, registers.lhp), (LHE, registers.lhe), (TLHP, registers.tlhp))


def _fill_data(sheet: Any, figures: Mapping[str, Entry]) -> None:
    row = FIRST_ROW
    while name := sheet[f"{DATA.letter('name')}{row}"].value:
        has_money = sheet[f"{DATA.letter('programme')}{row}"].value
        empty = {"actual": workbooks.NO_DATA} | ({"spent": workbooks.NO_DATA} if has_money else {})
        _type_in(sheet, DATA, row, empty | dict(figures.get(name, {})))
        row += 1


def _type_in(sheet: Any, table: Table, row: int, entry: Entry) -> None:
    for key, value in entry.items():
        sheet[f"{table.letter(key)}{row}"] = value


def letters_in_numbers(data: bytes, words: str) -> bytes:
    """A filled workbook with words where its first figure belongs."""
    from openpyxl import load_workbook  # heavy

    workbook = load_workbook(io.BytesIO(data))
    _type_in(workbook[DATA.sheet], DATA, FIRST_ROW, {"actual": words})
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def letter_pdf(kind: str, number: str, dated: date, sender: str, body: str) -> bytes:
    """A one-page letter on F4; the same bytes for the same words."""
    import typst  # heavy

    facts = _facts(kind, number, dated, sender, body)
    pdf: bytes = typst.compile(
        LETTER.encode(), sys_inputs=facts, ignore_system_fonts=True, timestamp=0
    )
    return pdf


def _facts(kind: str, number: str, dated: date, sender: str, body: str) -> dict[str, str]:
    day = formats.day(dated)
    return {"kind": kind, "number": number, "dated": day, "sender": sender, "body": body}


LETTER = """
#let said = sys.inputs
#set page(width: 215mm, height: 330mm, margin: (top: 25mm, bottom: 30mm, left: 30mm, right: 25mm))
#set text(font: "Libertinus Serif", size: 12pt, lang: "id")
#align(center, text(14pt, weight: "bold", said.kind))
#align(center, said.number)
#v(1em)
#set par(justify: true)
#said.body
#v(2em)
#align(right)[#said.dated \\ #said.sender]
"""


def letter_docx(kind: str, number: str, dated: date, sender: str, body: str) -> bytes:
    """The same letter as a Word document of the smallest sound shape."""
    from xml.sax.saxutils import escape

    facts = _facts(kind, number, dated, sender, body)
    lines = (facts[key] for key in ("kind", "number", "body", "dated", "sender"))
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    return packed(
        {
            "[Content_Types].xml": DOCX_TYPES,
            "_rels/.rels": DOCX_RELS,
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{paragraphs}</w:body>'
            "</w:document>",
        }
    )


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
DOCX_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
DOCX_TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{RELS_TYPE}"/>'
    f'<Override PartName="/word/document.xml" ContentType="{DOCX_MAIN}"/></Types>'
)
DOCX_RELS = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these parts; the same bytes for the same parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()
