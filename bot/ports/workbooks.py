"""Workbooks of the periods before."""

from collections.abc import Mapping
from typing import Protocol

from bot.rules.backdrop import Earlier
from bot.rules.forms import FilledForm
from bot.rules.periods import Period

History = tuple[tuple[Period, Mapping[str, FilledForm]], ...]
"""Accepted workbooks by seat, newest period first."""


class Workbooks(Protocol):
    async def accepted(self, office_id: int, before: Period) -> History:
        """Those in force of the office's closed runs that lead up to the period, newest first:
        not locked, and read once in a unit of work."""
        ...

    async def earlier(self, office_id: int, before: Period) -> tuple[Earlier, ...]:
        """Which those are."""
        ...

    async def of(self, earlier: tuple[Earlier, ...]) -> History:
        """Those, whatever became of their runs."""
        ...
