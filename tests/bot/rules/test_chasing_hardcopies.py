from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.calendars.file import load_calendar
from bot.rules.approvals import Approval, ApprovalState
from bot.rules.chasing_hardcopies import Lack, asked_from, lacks, rung
from bot.rules.hardcopies import Hardcopy, PrintedPaper
from bot.rules.periods import Period
from bot.rules.printed import PaperKind
from bot.rules.run import Run, RunState
from bot.rules.sop import ApprovalAct, Hardcopies, Sop

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
RECAP = PrintedPaper(1, 1, 1, PaperKind.RECAP, "", "aa", "AAAA-AAAA", "Rekap", NOW, NOW)
MINUTES = replace(RECAP, id=2, kind=PaperKind.MINUTES)
CALENDAR = load_calendar()
RECEIVED = Hardcopy(NOW, 7, "")


@pytest.fixture
def closed(jeneponto: Sop) -> Run:
    """Whose recap and minutes are wanted, in the order in which they are bound."""
    sop = replace(jeneponto, hardcopies=Hardcopies((PaperKind.MINUTES, PaperKind.RECAP), 5, 3))
    period = Period("triwulan", 2026, 3)
    return Run(1, 1, period, sop, NOW, state=RunState.CLOSED, closed_at=NOW)


def test_a_paper_that_was_not_printed_or_did_not_come_back_is_lacking(closed: Run) -> None:
    assert lacks(closed, []) == (Lack(PaperKind.MINUTES), Lack(PaperKind.RECAP))
    assert lacks(closed, [RECAP]) == (Lack(PaperKind.MINUTES), Lack(PaperKind.RECAP, RECAP))
    held = [replace(paper, hardcopy=RECEIVED) for paper in (RECAP, MINUTES)]
    assert lacks(closed, held) == ()


def test_newer_content_lacks_its_own_hardcopy(closed: Run) -> None:
    held = replace(RECAP, hardcopy=RECEIVED)
    newer = replace(RECAP, id=3, digest="bb", latest_at=NOW + timedelta(minutes=1))
    found = lacks(closed, [held, newer, replace(MINUTES, hardcopy=RECEIVED)])
    assert found == (Lack(PaperKind.RECAP, newer),)


def approval(place: int, state: ApprovalState, at: datetime | None) -> Approval:
    return Approval(1, place, "kepala", ApprovalAct.APPROVE, "aa", state, decided_at=at)


def test_hardcopies_are_asked_for_from_the_last_approval(closed: Run) -> None:
    later = NOW + timedelta(days=1)
    first = approval(1, ApprovalState.GIVEN, NOW)
    assert asked_from(closed) == NOW
    waiting = replace(closed, approvals=(first, approval(2, ApprovalState.ASKED, None)))
    assert asked_from(waiting) is None
    given = replace(closed, approvals=(first, approval(2, ApprovalState.GIVEN, later)))
    assert asked_from(given) == later
    assert asked_from(replace(closed, state=RunState.CANCELLED)) is None


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (24, 0),
        (28, 0),  # a Saturday
        (30, 0),  # the fourth working day
        (31, 1),  # the fifth: 1 December
        (32, 1),
        (34, 2),
        (37, 2),
        (39, 3),
    ],
)
def test_the_ladder_counts_working_days(day: int, told: int) -> None:
    since = date(2026, 11, 24)
    today = date(2026, 11, 1) + timedelta(days=day - 1)
    assert rung(Hardcopies((PaperKind.RECAP,), 5, 3), CALENDAR, since, today) == told
