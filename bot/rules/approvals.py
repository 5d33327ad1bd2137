"""The recorded approvals of a closed run's recap, as values; rules/approving.py changes them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.rules.sop import ApprovalAct


class ApprovalState(StrEnum):
    WAITING = "menunggu"  # for those before it
    ASKED = "diminta"
    GIVEN = "diberikan"
    RETURNED = "dikembalikan"
    VOID = "gugur"  # another returned the recap: what was given before holds no more


@dataclass(frozen=True, slots=True)
class Approval:
    """What one seat is asked of one recap; times are UTC.

    `turn` counts the closings of the run, `place` the seats of one chain, both from 1. `recap` is
    the SHA-256 of exactly the workbook that is approved. Who decided is kept with the `name` that
    he had then, and where he was a substitute (`done_as` "Plh." or "Plt.") with the holder's.
    `rung` counts the reminders that have come. What is void keeps who gave it, and when.
    """

    turn: int
    place: int
    seat: str
    act: ApprovalAct
    recap: str
    state: ApprovalState = ApprovalState.WAITING
    asked_at: datetime | None = None
    look_again_at: datetime | None = None
    rung: int = 0
    decided_at: datetime | None = None
    decided_by: int | None = None
    name: str = ""
    done_as: str = ""
    on_behalf: str = ""
    reason: str = ""
    voided_at: datetime | None = None

    @property
    def key(self) -> tuple[int, int]:
        return (self.turn, self.place)

    @property
    def is_asked(self) -> bool:
        return self.state == ApprovalState.ASKED

    @property
    def given(self) -> bool:
        """It was given and still holds."""
        return self.state == ApprovalState.GIVEN


def newest_turn(approvals: Iterable[Approval]) -> int:
    """The last closing that approvals were asked for; 0 before the first, or where nobody is."""
    return max((approval.turn for approval in approvals), default=0)


def answered_return(approvals: Iterable[Approval], turn: int) -> Approval | None:
    """What sent the recap back before this closing; none where it is the first."""
    before = (approval for approval in approvals if approval.turn == turn - 1)
    return next((each for each in before if each.state == ApprovalState.RETURNED), None)


def is_current(recap: str, approval: Approval) -> bool:
    """Whether it is of the recap that stands; while a run is open none does."""
    return bool(recap) and approval.recap == recap


def approving_times(approvals: Iterable[Approval]) -> Iterator[tuple[datetime, datetime]]:
    """From each closing that a return undid to that return: time of no step."""
    asked: dict[int, datetime] = {}
    for approval in approvals:
        if approval.asked_at is not None:
            asked.setdefault(approval.turn, approval.asked_at)
        if approval.state == ApprovalState.RETURNED and approval.decided_at is not None:
            yield asked[approval.turn], approval.decided_at
