"""Figures as office people write them."""

import re
from decimal import Decimal
from enum import Enum
from typing import Final

LARGEST = Decimal(10) ** 18  # far above the state's budget in rupiah
_LONGEST = 40


class NoData(Enum):
    """The answer "belum ada data": a value of its own, neither 0 nor a cell left empty."""

    NO_DATA = "belum ada data"


NO_DATA: Final = NoData.NO_DATA

_NO_DATA_WORDS = {
    "-", "–", "—", "n/a", "na", "n.a", "belum ada", "belum ada data", "tidak ada data",
}  # fmt: skip
_DRESS = re.compile(r"([+-]?) ?(?:rp\.? ?)?([0-9.,]+?)(?:,-)? ?%?")
_INDONESIAN = re.compile(r"[0-9]+(,[0-9]+)?|[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?")
_ENGLISH = re.compile(r"[0-9]+\.[0-9]+|[1-9][0-9]{0,2}((,[0-9]{3}){2,}|(,[0-9]{3})+\.[0-9]+)")


class NotANumber(ValueError):
    """Something was entered that is no figure; `text` is what stood there."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def parse_number(entered: str | float | Decimal | None) -> Decimal | NoData | None:
    """The figure entered: 1.234,56 · Rp1.500.000,- · 12,5 % (as 12.5) · 1234.56.

    None when nothing was entered, NO_DATA for "belum ada data", "n/a" or a dash. "1.234" could be
    read two ways; the Indonesian one holds, 1234, and so "1,234" is 1.234. Refused (NotANumber):
    any other text, and what is not finite or too large to be a figure of an office.
    """
    if entered is None:
        return None
    if isinstance(entered, str):
        found = _read(entered)
    elif isinstance(entered, float):
        # An office program keeps 15 digits: 0.30000000000000004 was 0.3 on the screen.
        found = Decimal(f"{entered:.15g}")
    else:
        found = Decimal(entered)
    if isinstance(found, Decimal) and (isinstance(entered, bool) or not _sensible(found)):
        raise NotANumber(str(entered))
    return found


def _sensible(figure: Decimal) -> bool:
    return figure.is_finite() and abs(figure) < LARGEST


def _read(text: str) -> Decimal | NoData | None:
    words = " ".join(text.replace("\N{MINUS SIGN}", "-").split()).casefold()
    if not words:
        return None
    if words.rstrip(".") in _NO_DATA_WORDS:
        return NO_DATA
    dressed = _DRESS.fullmatch(words) if len(words) <= _LONGEST else None
    if dressed is None:
        raise NotANumber(text)
    sign, bare = dressed.groups()
    if _INDONESIAN.fullmatch(bare):
        return Decimal(sign + bare.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(bare):
        return Decimal(sign + bare.replace(",", ""))
    raise NotANumber(text)
