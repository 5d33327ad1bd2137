"""The papers of a run: their kinds, and the code by which a printed one is known again."""

from dataclasses import dataclass
from enum import StrEnum


class PaperKind(StrEnum):
    """In the order in which they are bound."""

    DISPOSITION = "lembar disposisi"
    REQUEST = "permintaan data"
    RECEIPT = "tanda terima"
    MINUTES = "berita acara"
    RECAP = "rekap"
    CONTROL = "kartu kendali"


@dataclass(frozen=True, slots=True)
class PrintCode:
    """Printed on a paper: `code` as people read and type it, the run, and the SHA-256 (hex) of what
    the paper says. It names no server."""

    code: str
    run: int
    digest: str

    @property
    def payload(self) -> str:
        """What the QR holds."""
        return f"HIMPUN {self.code} {self.run} {self.digest[:16]}"
