"""What an office's runs gathered, with the workbooks behind it, and which row each word is on."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from bot.rules.background import Origin
from bot.rules.forms import Figure, FilledForm, Indicator
from bot.rules.periods import Period

Word = tuple[str, Figure]
"""A seat, and what its workbook says of one indicator."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The workbooks in force of one run and where they came from, by seat; `asked` is how many
    seats its format asks, 0 where nobody knows."""

    period: Period
    forms: Mapping[str, FilledForm] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    asked: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure was read: whose workbook of which period, and the cell, empty where nobody
    knows it."""

    period: Period
    seat: str
    cell: str = ""


def sorted_out(
    rows: Sequence[Indicator], run: Gathered
) -> tuple[Mapping[int, Word], tuple[Word, ...]]:
    """By its place in `rows` what is said of an indicator, and what is said of others.

    Known by name and unit, as numbers move. The seat that answers for it now is asked first, then
    whoever did: but no seat that has a row of that name itself.
    """
    free = _by_name(run)
    holders: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        holders[row.known_as].add(row.seat)
    found: dict[int, Word] = {}
    for place, row in enumerate(rows):
        _take(found, place, row, free[row.known_as], {row.seat})
    for place, row in enumerate(rows):
        if place not in found:
            others = run.forms.keys() - holders[row.known_as]
            _take(found, place, row, free[row.known_as], others)
    return found, tuple(word for words in free.values() for word in words)


def _by_name(run: Gathered) -> defaultdict[tuple[str, str], list[Word]]:
    free: defaultdict[tuple[str, str], list[Word]] = defaultdict(list)
    for seat, form in run.forms.items():
        for figure in form.figures:
            free[figure.indicator.known_as].append((seat, figure))
    return free


def _take(
    found: dict[int, Word],
    place: int,
    row: Indicator,
    alike: list[Word],
    seats: Collection[str],
) -> None:
    """Where a seat has an indicator twice, the one of the row's number."""
    able = [at for at, word in enumerate(alike) if word[0] in seats]
    numbered = (at for at in able if alike[at][1].indicator.number == row.number)
    taken = next(numbered, able[0] if able else None)
    if taken is not None:
        found[place] = alike.pop(taken)
