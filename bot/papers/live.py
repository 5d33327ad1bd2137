"""A cell that computes, and what it computes by the rules."""

from dataclasses import dataclass

from bot.papers.layout import Shape
from bot.papers.package import Cached


@dataclass(frozen=True, slots=True)
class Live:
    """`formula` in Excel's own English form, beginning with "="; `result` stands cached in it.

    `shape` where it is not its column's.
    """

    formula: str
    result: Cached
    shape: Shape | None = None


def same_as(sheet: str, cell: str, result: Cached | None, shape: Shape | None = None) -> Live:
    """What stands in a cell of another sheet; that one must not be empty, which would give 0."""
    return Live(f"='{sheet}'!{cell}", "" if result is None else result, shape)
