"""What every sheet of an office bears: its kop, logo and paper."""

from dataclasses import dataclass, replace
from enum import StrEnum


class PaperSize(StrEnum):
    F4 = "F4"  # 215 × 330 mm
    A4 = "A4"


@dataclass(frozen=True, slots=True)
class Stationery:
    """`head` are the kop's lines, from the third on an address; `logo` is a PNG or JPEG that was
    looked at before it was kept. `abbreviation` ("DPMD") and `classification`, that of papers on
    performance data, stand in letter numbers."""

    head: tuple[str, ...] = ()
    logo: bytes = b""
    size: PaperSize = PaperSize.F4
    abbreviation: str = ""
    classification: str = "000.8.3.4"

    def under(self, head: tuple[str, ...], logo: bytes) -> "Stationery":
        """With the kop and logo that an office set itself, each where it did."""
        return replace(self, head=head or self.head, logo=logo or self.logo)
