"""A SOP's flow as Permenpan 35/2012 draws it: a shape for each who acts, and which lead to which.

The regulation knows five shapes: start and end, activity, decision, arrow, page connector. A step
that collects is a decision, since what came in is accepted or returned to who handed it in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.sop import Sop, Step
from bot.rules.swimlane import Lane, Row, planned


class Shape(StrEnum):
    START = "mulai"
    END = "akhir"
    ACTIVITY = "kegiatan"
    DECISION = "keputusan"


@dataclass(frozen=True, slots=True)
class Mark:
    lane: int
    shape: Shape


@dataclass(frozen=True, slots=True)
class ChartRow:
    """`giving` hand in to `doing`, who return what is not complete; empty where none hands in."""

    step: Step
    giving: tuple[Mark, ...]
    doing: tuple[Mark, ...]

    @property
    def enter(self) -> tuple[int, ...]:
        """The lanes that the step before leads to."""
        return lanes_of_marks(self.giving or self.doing)

    @property
    def leave(self) -> tuple[int, ...]:
        return lanes_of_marks(self.doing)


@dataclass(frozen=True, slots=True)
class Chart:
    lanes: tuple[Lane, ...]
    rows: tuple[ChartRow, ...]


def chart_of(sop: Sop) -> Chart:
    flow = planned(sop)
    last = len(flow.rows) - 1
    rows = (chart_row(row, first=n == 0, last=n == last) for n, row in enumerate(flow.rows))
    return Chart(flow.lanes, tuple(rows))


def chart_row(row: Row, *, first: bool, last: bool) -> ChartRow:
    giving = tuple(Mark(box.lane, Shape.ACTIVITY) for box in row.boxes if box.hands_in)
    shape = shape_of_doing(first=first, last=last, judging=bool(giving))
    doing = tuple(Mark(box.lane, shape) for box in row.boxes if not box.hands_in)
    return ChartRow(row.step, giving, doing)


def shape_of_doing(*, first: bool, last: bool, judging: bool) -> Shape:
    if first:
        return Shape.START
    if last:
        return Shape.END
    return Shape.DECISION if judging else Shape.ACTIVITY


def lanes_of_marks(marks: Sequence[Mark]) -> tuple[int, ...]:
    return tuple(mark.lane for mark in marks)


def official(sop: Sop, lane: Lane) -> str:
    """The post in full; of roles that share a column the column's name."""
    role = sop.role(lane.roles[0])
    return lane.title if role.column else role.title
