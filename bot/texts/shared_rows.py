"""Letters that stand in several seats' registers: whose they are, and where the seats differ."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from bot.rules.from_seats import FromSeat
from bot.rules.recap import Recap
from bot.rules.shared_rows import differing, told_apart
from bot.texts import formats, workbooks

HEADINGS = {
    "LHP": workbooks.LHP_HEADINGS,
    "LHE": workbooks.LHE_HEADINGS,
    "TLHP": workbooks.TLHP_HEADINGS,
}
MONEY = ("value", "finding_value", "recommendation_value", "deposited")
NAMES = 6
TOLD_APART = (
    "LHP ini ada pada register beberapa unit dengan uraian yang berbeda, dan semuanya dihitung. "
    "Mohon dipastikan tidak ada yang tercatat dua kali."
)
Entry = FromSeat[Any]


def unit(entry: Entry, recap: Recap) -> str:
    return units(entry.seats, recap)


def units(seats: Sequence[str], recap: Recap) -> str:
    """ "Irban I dan Irban II"; of very many the first ones."""
    names = [recap.title(seat) for seat in seats]
    if len(names) > NAMES:
        names = [*names[: NAMES - 1], f"{len(names) - NAMES + 1} lainnya"]
    return formats.join_names(names)


def to_confirm(recap: Recap) -> Iterator[tuple[str, str, str]]:
    """Unit, place and matter of what several seats' registers do not say alike."""
    yield from _contradictions(recap)
    for number, seats in told_apart(entry.told for entry in recap.tlhp):
        yield units(seats, recap), f"TLHP {number}", TOLD_APART


def _contradictions(recap: Recap) -> Iterator[tuple[str, str, str]]:
    for name, entries in recap.registers().items():
        for entry in entries:
            for key in differing(entry.told):
                place = f"{name} {entry.row.number}"
                yield unit(entry, recap), place, _matter(name, entry, key, recap)


def _matter(name: str, entry: Entry, key: str, recap: Recap) -> str:
    said = [_said(seat, row, key, recap) for seat, row in entry.told]
    counted = recap.title(entry.teller(key)[0])
    listed = formats.join_names([one for one in said if one])
    return f"{HEADINGS[name][key]} berbeda: {listed}. Dihitung menurut {counted}."


def _said(seat: str, row: Any, key: str, recap: Recap) -> str:
    value = getattr(row, key)
    where = ", ".join(part for part in (recap.title(seat), row.cell(key)) if part)
    return "" if value is None else f"{_figure(key, value)} ({where})"


def _figure(key: str, value: Any) -> str:
    if isinstance(value, Decimal):
        return formats.rupiah(value) if key in MONEY else formats.number(value)
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)
