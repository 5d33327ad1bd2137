"""What is refused by its directory alone, before anything in it is unpacked.

Python's zipfile never gives out more bytes than an entry declares, so the declared sizes bind.
"""

import io
import zipfile
import zlib

from bot.rules.kinds import (
    Damaged,
    EmptyFile,
    Encrypted,
    FileType,
    HasExternalLinks,
    HasMacros,
    NotAWorkbook,
    OldFormat,
    TooLarge,
    UnreadableFile,
    sniff,
)

MAX_BYTES = 20_000_000  # what Telegram itself lets a bot fetch
MAX_ENTRIES = 200
MAX_UNPACKED = 50_000_000
MAX_RATIO = 100
SMALL = 100_000  # bytes that harm nobody, however well they were packed
MAX_TYPES = 1_000_000
WORKBOOK_TYPE = b"spreadsheetml.sheet.main+xml"
MACRO_TYPE = b"macroEnabled.main+xml"


def workbook_refusal(data: bytes) -> UnreadableFile | None:
    """Why these bytes are no .xlsx to be read, or None."""
    kind = sniff(data)
    if kind is FileType.OLE:
        locked = "EncryptedPackage".encode("utf-16-le") in data
        return Encrypted() if locked else OldFormat(".xls")
    if kind is FileType.EMPTY:
        return EmptyFile()
    if kind not in (FileType.XLSX, FileType.ZIP):
        return OldFormat(".csv") if kind is FileType.OTHER and _is_table(data) else NotAWorkbook()
    return zip_refusal(data) or _content_refusal(data)


def zip_refusal(data: bytes) -> UnreadableFile | None:
    """Too many entries, too much in them, packed too tightly, or no sound zip at all."""
    if len(data) > MAX_BYTES:
        return TooLarge()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return Damaged()
    if any(entry.flag_bits & 1 for entry in entries):
        return Encrypted()
    too_many = len(entries) > MAX_ENTRIES
    too_much = sum(entry.file_size for entry in entries) > MAX_UNPACKED
    return TooLarge() if too_many or too_much or any(map(_too_tight, entries)) else None


def _too_tight(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)


def _content_refusal(data: bytes) -> UnreadableFile | None:
    try:
        return _refused_by_content(data)
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return Damaged()


def _refused_by_content(data: bytes) -> UnreadableFile | None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        if "mimetype" in names and b"opendocument.spreadsheet" in archive.read("mimetype"):
            return OldFormat(".ods")
        if "xl/workbook.bin" in names:
            return OldFormat(".xlsb")
        if "[Content_Types].xml" not in names:
            return NotAWorkbook()
        with archive.open("[Content_Types].xml") as part:
            types = part.read(MAX_TYPES)
    if MACRO_TYPE in types or any(name.endswith("vbaProject.bin") for name in names):
        return HasMacros()
    if any(name.startswith("xl/externalLinks/") for name in names):
        return HasExternalLinks()
    return None if WORKBOOK_TYPE in types else NotAWorkbook()


def _is_table(data: bytes) -> bool:
    """Plain text whose first line is split by commas, semicolons or tabs."""
    head = data[:4096]
    if b"\0" in head:
        return False
    first = head.splitlines()[0] if head.splitlines() else b""
    return any(first.count(mark) >= 2 for mark in (b",", b";", b"\t"))
