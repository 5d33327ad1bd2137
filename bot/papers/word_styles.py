"""How our Word documents look: one font, sizes and spaces, in named styles that an office can
change in Word."""

from typing import Any

FONT = "Arial"  # whatever program stands in for it where it is absent
LANGUAGE = "id-ID"
BLACK = "000000"
SHADE = "E7E6E6"

BODY = "Normal"
POINT = "ListBullet"
CAPTION = "Caption"
CELL = "IsiTabel"
HEAD_CELL = "KepalaTabel"
UNDER_TITLE = "BawahJudul"
NOTE = "CatatanRancangan"
OURS = {  # our own styles, whose ids above are their names without spaces: points, bold
    "Isi Tabel": (8, False),
    "Kepala Tabel": (8, True),
    "Bawah Judul": (11, False),
    "Catatan Rancangan": (9, False),
}
HEADINGS = {1: 14, 2: 12, 3: 11.5, 4: 11, 5: 10.5}  # level: points


def dress(document: Any) -> None:
    _base(document)
    _body(document)
    for level, size in HEADINGS.items():
        _heading(document.styles[f"Heading {level}"], level, size)
    for name, (size, bold) in OURS.items():
        _own(document, name, size, bold=bold)


def _base(document: Any) -> None:
    """What every style stands on: font and language."""
    from docx.oxml.ns import qn  # heavy

    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))[0]
    for lang in defaults.findall(qn("w:lang")):
        lang.set(qn("w:val"), LANGUAGE)
        lang.set(qn("w:eastAsia"), LANGUAGE)


def _body(document: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    normal = document.styles["Normal"]
    _letters(normal, 10.5)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    for name, size in (("List Bullet", 10.5), ("Caption", 9), ("Header", 8.5), ("Footer", 8.5)):
        _letters(document.styles[name], size, bold=name == "Caption")
    document.styles["List Bullet"].paragraph_format.space_after = Pt(3)
    caption = document.styles["Caption"].paragraph_format
    caption.keep_with_next, caption.space_before, caption.space_after = True, Pt(6), Pt(3)
    for name in ("Header", "Footer"):
        document.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _heading(style: Any, level: int, size: float) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    _letters(style, size, bold=True)
    style.font.italic = False
    form = style.paragraph_format
    form.keep_with_next = True
    form.space_before, form.space_after = Pt(0 if level == 1 else 12), Pt(6)
    if level == 1:
        form.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _own(document: Any, name: str, size: float, *, bold: bool) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    _letters(style, size, bold=bold)
    form = style.paragraph_format
    form.space_after, form.line_spacing = Pt(0), 1.0
    form.keep_with_next = style.style_id == HEAD_CELL
    if style.style_id in (UNDER_TITLE, NOTE):
        form.space_after = Pt(10)
    if style.style_id == UNDER_TITLE:
        form.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _letters(style: Any, size: float, *, bold: bool = False) -> None:
    """The template's own fonts and colours are of a theme, which would win over a name."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.color.rgb = RGBColor.from_string(BLACK)
    fonts = style.element.rPr.rFonts
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.attrib.pop(qn(f"w:{script}{'theme' if script == 'cs' else 'Theme'}"), None)
        fonts.set(qn(f"w:{script}"), FONT)
