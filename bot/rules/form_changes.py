"""What a seat changed from one version of its workbook to the next."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.rules.forms import Figure, FilledForm
from bot.rules.registers import LheRow, LhpRow, TlhpRow

FILLED = ("actual", "spent", "factors", "obstacles", "follow_up", "source")
"""What a seat fills in for each indicator."""


@dataclass(frozen=True, slots=True)
class Change:
    """`key` is the column; `was` and `now` are as the figure holds them."""

    number: int
    key: str
    was: object
    now: object


@dataclass(frozen=True, slots=True)
class RowsChanged:
    """Rows of a register ("lhp", "lhe", "tlhp"); a row that was edited is taken out and put in."""

    register: str
    added: int
    removed: int


@dataclass(frozen=True, slots=True)
class Changes:
    figures: tuple[Change, ...]
    rows: tuple[RowsChanged, ...]

    def __bool__(self) -> bool:
        return bool(self.figures or self.rows)


def changes(before: FilledForm, after: FilledForm) -> Changes:
    """In the order of the form; indicators are matched by their number."""
    old = {figure.indicator.number: figure for figure in before.figures}
    figures = [
        change
        for figure in after.figures
        if figure.indicator.number in old
        for change in _changed(old[figure.indicator.number], figure)
    ]
    registers = (
        _rows("lhp", before.lhp, after.lhp),
        _rows("lhe", before.lhe, after.lhe),
        _rows("tlhp", before.tlhp, after.tlhp),
    )
    return Changes(tuple(figures), tuple(rows for rows in registers if rows.added or rows.removed))


def _changed(before: Figure, after: Figure) -> Iterator[Change]:
    for key in FILLED:
        was, now = getattr(before, key), getattr(after, key)
        if was != now:
            yield Change(after.indicator.number, key, was, now)


def _rows(
    register: str,
    before: Sequence[LhpRow | LheRow | TlhpRow],
    after: Sequence[LhpRow | LheRow | TlhpRow],
) -> RowsChanged:
    old, new = Counter(before), Counter(after)
    return RowsChanged(register, (new - old).total(), (old - new).total())
