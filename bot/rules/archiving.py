"""What a document is called where people read it as a file: in the archive and in an export."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePath

from bot.rules.periods import Period
from bot.rules.run import Document

LONGEST_NAME = 100
LONGEST_ENDING = 10
LARGEST_NAME = 200  # bytes: file systems take 255, and kind and version stand before it
FIRST_OFFICE = 1


@dataclass(frozen=True, slots=True)
class ToArchive:
    """A document that the archive does not show yet."""

    office_id: int
    period: Period
    document: Document

    @property
    def folders(self) -> tuple[str, ...]:
        """2026-TW3, irban-2; the folders of a second office stand in one of its own."""
        office = () if self.office_id == FIRST_OFFICE else (f"kantor-{self.office_id}",)
        return (*office, *folders(self.period, self.document))


def folders(period: Period, document: Document) -> tuple[str, str]:
    return period.key, safe(document.seat)


def file_names(document: Document) -> tuple[str, str]:
    """LHP_v1_laporan.pdf; and with the document's id, where that name is taken."""
    start, name = f"{safe(document.kind)}_v{document.version}", safe(document.name)
    return f"{start}_{name}", f"{start}_{document.id}_{name}"


def safe(name: str) -> str:
    """Letters, digits, space . _ - alone, so that no system reads a path or a command in it."""
    plain = re.sub(r"[^\w .-]", "_", unicodedata.normalize("NFC", name)).strip(" .")
    ending = PurePath(plain).suffix
    if len(ending.encode()) > LONGEST_ENDING:
        ending = ""
    stem = plain.removesuffix(ending)[: LONGEST_NAME - len(ending)]
    fitting = stem.encode()[: LARGEST_NAME - len(ending.encode())].decode(errors="ignore")
    return (fitting + ending).strip(" .") or "berkas"  # where it was cut, too
