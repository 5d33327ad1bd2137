"""The papers of a run: their kinds, and the code by which a printed one is known again."""

import re
from dataclasses import dataclass
from enum import StrEnum

SHOWN = 12  # letters of the hash in the QR: with them it is one of 29 × 29 squares
OURS = re.compile(rf"HIMPUN [0-9A-Z]{{4}}-[0-9A-Z]{{4}} \d{{1,18}} [0-9A-F]{{{SHOWN}}}", re.ASCII)


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
        """What the QR holds; in upper case alone, which needs fewer and so larger squares."""
        return f"HIMPUN {self.code} {self.run} {self.digest[:SHOWN].upper()}"


@dataclass(frozen=True, slots=True)
class FoundCodes:
    """What the QR codes in a photo or a scan hold, ours and others', each once."""

    payloads: tuple[str, ...] = ()

    @property
    def ours(self) -> tuple[str, ...]:
        return tuple(each for each in self.payloads if OURS.fullmatch(each))


def named_code(payload: str) -> str:
    """The code that a payload of ours names."""
    return payload.split()[1]
