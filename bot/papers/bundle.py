"""All papers of a run in one PDF: a page of contents, an outline, and page numbers through it."""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from typing import Any

from bot.papers.sheet import Sheet, set_sheet, sheet_data
from bot.papers.typeset import typeset_pdf
from bot.rules.periods import Period
from bot.rules.printed import PrintCode
from bot.rules.stationery import Stationery
from bot.texts import bundle as words

CONTENTS, MARKS = "daftar-isi.typ", "nomor.typ"


@dataclass(frozen=True, slots=True)
class Bound:
    """A paper in the bundle, with the code that it bears."""

    sheet: Sheet
    code: PrintCode | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """What the page of contents says besides them; `standing` is empty of a closed run."""

    period: Period
    stationery: Stationery
    standing: str
    at: datetime


def bundle_pdf(
    cover: Cover,
    bound: Sequence[Bound],
    setting: Callable[[Sheet, PrintCode | None], bytes] = set_sheet,
) -> bytes:
    """The same bytes for the same values. The papers' pages count from 1 and bear their number;
    those of the contents are i, ii … `setting` gives a paper's own PDF. Raises TypesetFault."""
    from pypdf import PdfReader, PdfWriter  # heavy

    papers = [PdfReader(io.BytesIO(setting(one.sheet, one.code))) for one in bound]
    sizes = [len(paper.pages) for paper in papers]
    first = PdfReader(io.BytesIO(contents_pdf(cover, bound, sizes)))
    whole = PdfWriter()
    for part in (first, *papers):
        whole.append(part, import_outline=False)
    number_pages(whole, len(first.pages), cover.at)
    write_outline(whole, len(first.pages), bound, sizes)
    whole.add_metadata(told(cover))
    made = io.BytesIO()
    whole.write(made)
    return made.getvalue()


def contents_pdf(cover: Cover, bound: Sequence[Bound], sizes: Sequence[int]) -> bytes:
    title = words.title(cover.period)
    frame = sheet_data(cover.stationery, (words.TITLE, words.subject(cover.period)), title)
    data = {
        "sheet": frame,
        "standing": cover.standing,
        "headings": list(words.HEADINGS),
        "rows": list(entries(bound, sizes)),
        "extent": words.extent(len(bound), sum(sizes)),
    }
    return typeset_pdf(CONTENTS, data, cover.at)


def entries(bound: Sequence[Bound], sizes: Sequence[int]) -> Iterator[list[str]]:
    """Number, title, code and first page of each."""
    for place, (one, page) in enumerate(zip(bound, first_pages(sizes), strict=True), 1):
        code = one.code.code if one.code else words.NO_CODE
        yield [str(place), one.sheet.title, code, str(page)]


def first_pages(sizes: Sequence[int]) -> list[int]:
    return list(accumulate(sizes, initial=1))[:-1]


def number_pages(whole: Any, before: int, at: datetime) -> None:
    """In the corner of each page of a paper; and as its label, so that a viewer says the same."""
    from pypdf import PdfReader

    pages = whole.pages[before:]
    sheets = [[float(p.mediabox.width), float(p.mediabox.height)] for p in pages]
    marks = [words.page_mark(n, len(pages)) for n in range(1, len(pages) + 1)]
    drawn = typeset_pdf(MARKS, {"pages": sheets, "marks": marks}, at)
    for page, mark in zip(pages, PdfReader(io.BytesIO(drawn)).pages, strict=True):
        page.merge_page(mark)
    whole.set_page_label(0, before - 1, style="/r")
    whole.set_page_label(before, before + len(pages) - 1, style="/D")


def write_outline(whole: Any, before: int, bound: Sequence[Bound], sizes: Sequence[int]) -> None:
    """Papers of one kind stand under its name, where there are several."""
    whole.add_outline_item(title=words.CONTENTS, page_number=0)
    kinds = [one.sheet.kind for one in bound]
    parents: dict[str, Any] = {}
    for one, page in zip(bound, first_pages(sizes), strict=True):
        kind, place = one.sheet.kind, before + page - 1
        if kinds.count(kind) > 1 and kind not in parents:
            name = words.KINDS[kind]
            parents[kind] = whole.add_outline_item(title=name, page_number=place)
        whole.add_outline_item(title=one.sheet.title, page_number=place, parent=parents.get(kind))


def told(cover: Cover) -> dict[str, str]:
    date = f"D:{cover.at:%Y%m%d%H%M%SZ}"
    author = " — ".join(cover.stationery.head)
    title = words.title(cover.period)
    return {"/Title": title, "/Author": author, "/CreationDate": date, "/ModDate": date}
