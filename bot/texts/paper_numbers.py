"""The number of a paper, as far as the system knows it."""

from datetime import date

from bot.rules.sop import roman
from bot.rules.stationery import Stationery

BLANK = "......"


def paper_number(stationery: Stationery, running: str, day: date) -> str:
    """000.8.3.4/12/DPMD/XI/2026; what nobody knows yet is left to be written by hand."""
    office = (stationery.classification, running or BLANK, stationery.abbreviation or BLANK)
    return "/".join((*office, roman(day.month), str(day.year)))
