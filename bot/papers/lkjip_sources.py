"""The numbers by which the chapter names its workbooks, and their table."""

from collections.abc import Iterable, Sequence

from bot.papers.word_blocks import Block, Column, Grid, Heading, Text
from bot.rules.background import Origin
from bot.rules.gathered import Gathered, Place
from bot.rules.periods import Period
from bot.rules.recap import Recap
from bot.texts import lkjip_sources as words

SHARES = (13, 17, 20, 34, 10, 24, 24)


class Sources:
    """Numbers each workbook as it is first cited, as footnotes are."""

    def __init__(self, recap: Recap, runs: Sequence[Gathered]) -> None:
        self._recap = recap
        self._origins = {(r.period, seat): o for r in runs for seat, o in r.origins.items()}
        self._numbers: dict[tuple[Period, str], int] = {}

    def cite(self, places: Iterable[Place]) -> str:
        return words.joined([self._cite(place) for place in places])

    def here(self, seat: str, cell: str = "") -> str:
        """A cell of this run's own workbooks."""
        return self.cite([Place(self._recap.period, seat, cell)])

    def _cite(self, place: Place) -> str:
        key = (place.period, place.seat)
        if key not in self._origins:
            return words.uncited(place.period)
        return words.cited(self._numbers.setdefault(key, len(self._numbers) + 1), place.cell)

    def blocks(self, heading: str) -> list[Block]:
        if not self._numbers:
            return [Heading(2, heading), Text(words.NONE)]
        rows = tuple(self._row(key, number) for key, number in self._numbers.items())
        columns = tuple(Column(*each) for each in zip(words.HEADINGS, SHARES, strict=True))
        return [Heading(2, heading), Text(words.NOTE), Grid(words.TABLE, columns, rows)]

    def _row(self, key: tuple[Period, str], number: int) -> tuple[str, ...]:
        period, seat = key
        origin: Origin = self._origins[key]
        unit = self._recap.title(seat)
        return words.origin_cells(number, period, unit, origin, self._recap.zone)
