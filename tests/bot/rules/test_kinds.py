from collections.abc import Sequence

import pytest

from bot.rules.forms import FormMark
from bot.rules.kinds import FileType, Told, ToldBy, Unclear, plain, sniff, tell_kind
from bot.rules.sop import DocumentKind

KINDS = (
    DocumentKind("LHP", "LHP", "irban", "e", ("lhp", "laporan hasil pemeriksaan")),
    DocumentKind("LHE", "LHE", "irban", "e", ("lhe", "laporan hasil evaluasi")),
    DocumentKind("TLHP", "TLHP", "irban", "e", ("tlhp", "tl hp", "tindak lanjut")),
    DocumentKind("DATA", "Data", "irban", "u", ("data kinerja",), workbook=True),
)
MARK = FormMark(office=1, run=1, seat="irban-1", version=1)


@pytest.mark.parametrize(
    ("caption", "name", "page", "told"),
    [
        ("LHE TW III", "LHP.pdf", "", Told("LHE", ToldBy.CAPTION)),
        ("mohon izin", "LHP_TW3.pdf", "", Told("LHP", ToldBy.NAME)),
        ("", "lhp2.pdf", "", Told("LHP", ToldBy.NAME)),
        ("", "scan001.pdf", "LAPORAN HASIL\nPEMERIKSAAN", Told("LHP", ToldBy.FIRST_PAGE)),
        ("TLHP", "", "", Told("TLHP", ToldBy.CAPTION)),
        ("Tindak lanjut LHP nomor 3", "", "", Told("TLHP", ToldBy.CAPTION)),
        ("", "TL-HP Irban II.docx", "", Told("TLHP", ToldBy.NAME)),
        ("data kinerja", "", "", Told("DATA", ToldBy.CAPTION)),
        ("LHP dan LHE", "LHE.pdf", "", Unclear(("LHP", "LHE"))),
        ("alhpa", "scan.pdf", "surat pengantar", Unclear()),
    ],
)
def test_the_kind_is_told_by_the_first_sign_that_names_one(
    caption: str, name: str, page: str, told: Told | Unclear
) -> None:
    assert tell_kind(KINDS, None, caption, name, page) == told


def test_the_mark_of_a_workbook_is_believed_before_any_word() -> None:
    assert tell_kind(KINDS, MARK, "LHP", "LHP.xlsx", "") == Told("DATA", ToldBy.MARK)


def test_the_whole_format_is_no_document() -> None:
    whole = FormMark(office=1, run=1, seat="", version=1)
    assert tell_kind(KINDS, whole, "", "format.xlsx", "") == Unclear()


def test_words_are_compared_without_case_or_marks() -> None:
    assert plain("TL_HP-Tw3 (Final).PDF") == "tl hp tw 3 final pdf"


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        ([b""], FileType.EMPTY),
        ([b"%PDF-1.7"], FileType.PDF),
        ([b"\xff\xd8\xff\xe0"], FileType.JPEG),
        ([b"\x89PNG\r\n\x1a\n"], FileType.PNG),
        ([b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"], FileType.OLE),
        ([b"PK\x03\x04", b"[Content_Types].xml", b"xl/workbook.xml"], FileType.XLSX),
        ([b"PK\x03\x04", b"[Content_Types].xml", b"word/document.xml"], FileType.DOCX),
        ([b"PK\x03\x04", b"foto.jpg"], FileType.ZIP),
        ([b"MZ", b"xl/workbook.xml"], FileType.OTHER),
    ],
)
def test_the_bytes_tell_the_type(start: Sequence[bytes], kind: FileType) -> None:
    assert sniff(b"....".join(start)) is kind
