"""A lembar disposisi: its agenda number, and the arahan that it stands on where there is one."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Nature(StrEnum):
    """How a sheet is to be handled (DOMAIN.md, Papers)."""

    VERY_URGENT = "sangat segera"
    URGENT = "segera"
    CONFIDENTIAL = "rahasia"
    ORDINARY = "biasa"  # no box of the sheet


class DispositionState(StrEnum):
    WAITING = "menunggu"  # no run was opened on it yet
    PREPARED = "disiapkan"  # its run waits for the order
    ORDERED = "diperintahkan"
    JOINED = "susulan"  # it came for a run that has a sheet already, and stands on that one
    WITHDRAWN = "ditarik"


@dataclass(frozen=True, slots=True)
class ScannedLetter:
    """What a letter's scan is, and what was told of the letter itself: "" and None where not."""

    digest: str
    name: str
    origin: str = ""
    number: str = ""
    dated: date | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Disposition:
    """`number` is the agenda's in its office and year, without a gap; 0 until storage gives it.

    `person` gave the arahan from `seat`, `acting` "Plh." or "Plt." where he stood in for its
    holder, for the seat `on_behalf` where that is above his own. A sheet that an order opened by
    itself has no `instruction`. `at` is UTC, `year` by the office's clock.
    """

    id: int
    office_id: int
    year: int
    number: int
    state: DispositionState
    at: datetime
    person: int
    seat: str
    acting: str = ""
    on_behalf: str = ""
    instruction: str = ""
    nature: Nature = Nature.ORDINARY
    run_id: int | None = None
    letter: ScannedLetter | None = None

    @property
    def agenda(self) -> str:
        """ "12/2026"."""
        return f"{self.number}/{self.year}"

    @property
    def may_be_withdrawn(self) -> bool:
        """Nothing was ordered on it yet."""
        return self.state in (DispositionState.WAITING, DispositionState.PREPARED)
