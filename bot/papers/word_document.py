"""A Word document's bytes: paper, running lines and blocks; the same bytes for the same content."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.papers.package import ZIP_TIME
from bot.papers.word_blocks import Blocks
from bot.papers.word_styles import LANGUAGE, dress
from bot.papers.word_xml import NS, elements, field, plain, run
from bot.rules.stationery import PaperSize
from bot.texts.printed import OF, PAGE

SIZES = {PaperSize.F4: (215, 330), PaperSize.A4: (210, 297)}  # millimetres
TOP, BOTTOM, LEFT, RIGHT = 25, 30, 30, 25
LONGEST = 255  # letters that a property may have
WORD_2013 = "15"  # older modes are opened as an old document


@dataclass(frozen=True, slots=True)
class Frame:
    """What is not the text: `header` stands on each page; dated `at` (UTC)."""

    title: str
    author: str
    header: str
    size: PaperSize
    at: datetime


def word_document(frame: Frame, blocks: Blocks) -> bytes:
    import docx  # heavy
    from docx.oxml import parse_xml

    document = docx.Document()
    dress(document)
    width = _set_page(document.sections[0], frame)
    end = document.element.body.sectPr
    for made in elements(blocks, width):
        end.addprevious(parse_xml(made))
    _set_language(document.settings.element)
    _set_properties(document, frame)
    out = io.BytesIO()
    document.save(out)
    return _same_bytes(out.getvalue())


def _set_page(section: Any, frame: Frame) -> int:
    """Returns the width of the lines in millimetres."""
    from docx.shared import Mm

    width, height = SIZES[frame.size]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance = section.footer_distance = Mm(12)
    section.header.paragraphs[0].add_run(plain(frame.header)).bold = True
    _number_pages(section.footer.paragraphs[0])
    return width - LEFT - RIGHT


def _number_pages(paragraph: Any) -> None:
    from docx.oxml import parse_xml

    said = run(f"{PAGE} ") + field("PAGE", "1") + run(f" {OF} ") + field("NUMPAGES", "1")
    for part in parse_xml(f"<w:p {NS}>{said}</w:p>"):
        paragraph._p.append(part)


def _set_language(settings: Any) -> None:
    """Numbers are read as Indonesian ones, and Word's newest way of setting pages is used."""
    from docx.oxml.ns import qn

    settings.find(qn("w:themeFontLang")).set(qn("w:val"), LANGUAGE)
    settings.find(qn("w:decimalSymbol")).set(qn("w:val"), ",")
    settings.find(qn("w:listSeparator")).set(qn("w:val"), ";")
    mode = settings.find(qn("w:compat")).find(qn("w:compatSetting"))
    mode.set(qn("w:val"), WORD_2013)


def _set_properties(document: Any, frame: Frame) -> None:
    """The template's own picture of a page goes: it shows another document."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    told, at = document.core_properties, frame.at.replace(tzinfo=None)
    told.title, told.author = plain(frame.title)[:LONGEST], plain(frame.author)[:LONGEST]
    told.last_modified_by = ""
    told.created = told.modified = at
    told.language, told.comments, told.keywords = LANGUAGE, "", ""
    told.revision = 1
    rels = document.part.package.rels
    for key in [k for k, rel in rels.items() if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del rels[key]


def _same_bytes(made: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in _parts(made):
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()


def _parts(made: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)
