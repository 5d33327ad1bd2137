"""Blocks in Word's own XML (ECMA-376, part 1, WordprocessingML)."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from xml.sax.saxutils import escape, quoteattr

from bot.papers.printable import UNPRINTABLE
from bot.papers.word_blocks import Blocks, Column, Grid, Heading, Line, Listed, Text
from bot.papers.word_styles import BODY, CAPTION, CELL, HEAD_CELL, POINT, SHADE
from bot.texts.lkjip import TABLE

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NOT_XML = re.compile("[\ufffe\uffff]")  # beside the controls (XML 1.0, 2.2)
TWIPS = 567  # in ten millimetres
KEEP = "<w:keepNext/>"  # on the page of what follows
WHOLE = 12  # a table of so many rows is not parted where a page can hold it


def plain(text: str) -> str:
    """The text without what Word could not open or would show turned round."""
    joined = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return NOT_XML.sub("", UNPRINTABLE.sub("", joined))


def elements(blocks: Blocks, width: int) -> Iterator[str]:
    """One XML element after the other; `width` of the lines in millimetres."""
    tables = 0
    for block, after in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Grid):
            tables += 1
            yield caption(block.caption, tables)
            yield table(block, width)
            yield paragraph("", CELL)
        elif isinstance(block, Heading):
            yield paragraph(block.text, f"Heading{block.level}")
        elif isinstance(block, Line):
            yield paragraph(block.text, block.style)
        elif isinstance(block, Text):
            yield paragraph(block.text, BODY, KEEP if isinstance(after, Grid) else "")
        elif isinstance(block, Listed):
            yield from (point(label, text) for label, text in block.points)


def paragraph(text: str, style: str, own: str = "") -> str:
    """`own` is what it has beside its style."""
    return f'<w:p {NS}><w:pPr><w:pStyle w:val="{style}"/>{own}</w:pPr>{run(text)}</w:p>'


def run(text: str, look: str = "") -> str:
    if not text:
        return ""
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in plain(text).split("\n"))
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{'<w:br/>'.join(lines)}</w:r>"


def point(label: str, text: str) -> str:
    named = run(f"{label}: ", "<w:b/>") if label else ""
    return f'<w:p {NS}><w:pPr><w:pStyle w:val="{POINT}"/></w:pPr>{named}{run(text)}</w:p>'


def field(code: str, shown: str) -> str:
    """What Word counts itself; `shown` until it does."""
    return f"<w:fldSimple w:instr={quoteattr(f' {code} ')}>{run(shown)}</w:fldSimple>"


def caption(text: str, number: int) -> str:
    counted = field(f"SEQ {TABLE} \\* ARABIC", str(number))
    style = f'<w:pPr><w:pStyle w:val="{CAPTION}"/></w:pPr>'
    return f"<w:p {NS}>{style}{run(f'{TABLE} ')}{counted}{run(f'. {text}')}</w:p>"


def table(grid: Grid, width: int) -> str:
    widths = shares(grid.columns, width * TWIPS // 10)
    cols = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    head = row(tuple(c.heading for c in grid.columns), grid.columns, widths, head=True)
    plain_rows = len(grid.rows) - grid.totals
    whole = len(grid.rows) <= WHOLE
    body = "".join(
        row(
            cells,
            grid.columns,
            widths,
            total=place >= plain_rows,
            held=whole and place < len(grid.rows) - 1,
        )
        for place, cells in enumerate(grid.rows)
    )
    return (
        f"<w:tbl {NS}>{about(grid, sum(widths))}<w:tblGrid>{cols}</w:tblGrid>{head}{body}</w:tbl>"
    )


def about(grid: Grid, width: int) -> str:
    told = f"<w:tblCaption w:val={quoteattr(plain(grid.caption))}/>"
    told += f"<w:tblDescription w:val={quoteattr(plain(grid.about))}/>" if grid.about else ""
    return (
        f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:top w:w="30" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>'
        '<w:bottom w:w="30" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0020" w:firstRow="1"/>{told}</w:tblPr>'
    )


def shares(columns: tuple[Column, ...], width: int) -> list[int]:
    every = sum(column.share for column in columns)
    return [width * column.share // every for column in columns]


def row(
    cells: tuple[str, ...],
    columns: tuple[Column, ...],
    widths: list[int],
    *,
    head: bool = False,
    total: bool = False,
    held: bool = False,
) -> str:
    """No row is split between pages, the headings stand on each; `held` to the row after it."""
    repeated = "<w:tblHeader/>" if head else ""
    style = HEAD_CELL if head or total else CELL
    made = "".join(
        cell(text, each, style, look(right=column.right and not head, held=held), shaded=head)
        for text, column, each in zip(cells, columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{made}</w:tr>"


def look(*, right: bool, held: bool) -> str:
    return (KEEP if held else "") + ('<w:jc w:val="right"/>' if right else "")


def cell(text: str, width: int, style: str, own: str, *, shaded: bool) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>' if shaded else ""
    size = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{size}{shade}</w:tcPr>{paragraph(text, style, own)}</w:tc>"
