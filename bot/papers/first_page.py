"""The first page of a document, to tell its kind, number and date; runs in the child process."""

import io
import zipfile

from bot.papers.gate import zip_refusal
from bot.rules.kinds import Damaged, Encrypted, FileType, NotAWorkbook, UnreadableFile, sniff

LONGEST = 5_000  # characters: the date may stand at the foot of a full page
MAX_PART = 20_000_000  # bytes of a document's main part
PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def first_page(data: bytes) -> str | UnreadableFile:
    """Up to 5,000 characters; "" where a page holds only a picture. Other types: NotAWorkbook."""
    try:
        kind = sniff(data)
        if kind is FileType.PDF:
            return _of_pdf(data)
        return _of_docx(data) if kind is FileType.DOCX else NotAWorkbook(kind.value)
    except MemoryError:
        raise
    except Exception:  # whatever a damaged document makes its reader raise
        return Damaged()


def _of_pdf(data: bytes) -> str | UnreadableFile:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return Encrypted()
    return reader.pages[0].extract_text()[:LONGEST]


def _of_docx(data: bytes) -> str | UnreadableFile:
    from defusedxml.ElementTree import iterparse

    if refusal := zip_refusal(data):
        return refusal
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = archive.read("word/document.xml")[:MAX_PART]
    words: list[str] = []
    for _, element in iterparse(io.BytesIO(part)):
        if element.tag == PARAGRAPH:
            words.append("".join(text.text or "" for text in element.iter(TEXT)))
            element.clear()
        if sum(map(len, words)) > LONGEST:
            break
    return "\n".join(words)[:LONGEST]
