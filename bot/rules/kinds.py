"""Which kind of document a file is, told from what it carries; which files cannot be read."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.rules.forms import FormMark


class Kind(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def words(self) -> tuple[str, ...]: ...
    @property
    def workbook(self) -> bool: ...


class ToldBy(StrEnum):
    MARK = "tanda"
    CAPTION = "keterangan"
    NAME = "nama berkas"
    FIRST_PAGE = "halaman pertama"


@dataclass(frozen=True, slots=True)
class Told:
    kind: str
    by: ToldBy


@dataclass(frozen=True, slots=True)
class Unclear:
    """Kinds to ask about: those named equally, or none when nothing is named."""

    candidates: tuple[str, ...] = ()


def tell_kind(
    kinds: Sequence[Kind], mark: FormMark | None, caption: str, name: str, first_page: str
) -> Told | Unclear:
    """The kind by the first sign that names one: mark, caption, file name, first page.

    Within one sign the longest word wins ("tindak lanjut LHP" is a TLHP); equal ones are Unclear.
    """
    if mark is not None and not mark.is_master:
        return _only([kind.code for kind in kinds if kind.workbook], ToldBy.MARK)
    signs = ((ToldBy.CAPTION, caption), (ToldBy.NAME, name), (ToldBy.FIRST_PAGE, first_page))
    for by, text in signs:
        if named := _most_specific(kinds, plain(text)):
            return _only(named, by)
    return Unclear()


def _only(codes: Sequence[str], by: ToldBy) -> Told | Unclear:
    return Told(codes[0], by) if len(codes) == 1 else Unclear(tuple(codes))


def _most_specific(kinds: Iterable[Kind], text: str) -> list[str]:
    lengths = {kind.code: _longest_match(kind.words, text) for kind in kinds}
    best = max(lengths.values(), default=0)
    return [code for code, length in lengths.items() if best and length == best]


def _longest_match(words: Iterable[str], text: str) -> int:
    return max((len(plain(word)) for word in words if f" {plain(word)} " in f" {text} "), default=0)


def plain(text: str) -> str:
    """Lower-case words with single spaces: "LHP_TW3.pdf" is "lhp tw 3 pdf"."""
    return " ".join(re.findall(r"[^\W\d_]+|\d+", text.casefold()))


class FileType(StrEnum):
    XLSX = "xlsx"
    DOCX = "docx"
    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    ZIP = "zip"
    OLE = "ole"
    EMPTY = "empty"
    OTHER = "other"


MAGIC = (
    (b"%PDF-", FileType.PDF),
    (b"\xff\xd8\xff", FileType.JPEG),
    (b"\x89PNG\r\n\x1a\n", FileType.PNG),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileType.OLE),
    (b"PK\x03\x04", FileType.ZIP),
    (b"PK\x05\x06", FileType.ZIP),
)


def sniff(data: bytes) -> FileType:
    """The type by the bytes themselves; a name's ending is not believed."""
    if not data:
        return FileType.EMPTY
    found = next((kind for magic, kind in MAGIC if data.startswith(magic)), FileType.OTHER)
    if found is FileType.ZIP and b"[Content_Types].xml" in data:
        # names inside a zip stand uncompressed
        return FileType.XLSX if b"xl/workbook" in data else _word_or_zip(data)
    return found


def _word_or_zip(data: bytes) -> FileType:
    return FileType.DOCX if b"word/document" in data else FileType.ZIP


@dataclass(frozen=True, slots=True)
class UnreadableFile:
    """A file that stays kept but cannot be read; its class says why, `detail` what exactly."""

    detail: str = ""


class NotAWorkbook(UnreadableFile):
    pass


class EmptyFile(UnreadableFile):
    pass


class Encrypted(UnreadableFile):
    pass


class HasMacros(UnreadableFile):
    pass


class HasExternalLinks(UnreadableFile):
    pass


class TooLarge(UnreadableFile):
    """Too many bytes, entries, rows or columns, packed or unpacked."""


class OldFormat(UnreadableFile):
    """`.xls`, `.ods`, `.xlsb` or `.csv`, named in `detail`."""


class Damaged(UnreadableFile):
    pass


class TimedOut(UnreadableFile):
    pass


class NotAPicture(UnreadableFile):
    """Neither PNG nor JPEG, or too small to be seen."""


class TooManyPixels(UnreadableFile):
    pass


class NoMark(UnreadableFile):
    """A sound workbook, but not one that the office sent out."""
