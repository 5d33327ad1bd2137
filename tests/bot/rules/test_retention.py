from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.rules.periods import Period
from bot.rules.retention import Fate, RecordKind, RetentionNote, note_for, overdue, year_of
from bot.rules.run import Run, RunState
from bot.rules.sop import Sop

WITA = "Asia/Makassar"
CLOSED = datetime(2026, 10, 20, 3, tzinfo=UTC)


def note(active: int, inactive: int, kind: RecordKind = RecordKind.DOCUMENTS) -> RetentionNote:
    return RetentionNote(kind, active, inactive, Fate.DESTROY, "keputusan contoh")


@pytest.fixture
def ended(jeneponto: Sop) -> Run:
    period = Period("triwulan", 2026, 3)
    return Run(3, 1, period, jeneponto, CLOSED, RunState.CLOSED, closed_at=CLOSED)


@pytest.mark.parametrize(
    ("year", "active", "inactive", "since"),
    [
        (2026, 0, 0, date(2027, 1, 1)),
        (2026, 2, 3, date(2032, 1, 1)),
        (2027, 0, 1, date(2029, 1, 1)),  # over a leap year: years are the calendar's
        (2028, 1, 0, date(2030, 1, 1)),  # the run's own is one
        (2026, 100, 100, date(2227, 1, 1)),
    ],
)
def test_years_count_from_the_end_of_the_run_s_year(
    year: int, active: int, inactive: int, since: date
) -> None:
    assert note(active, inactive).over_since(year) == since


@pytest.mark.parametrize(
    ("closed", "year"),
    [
        (datetime(2026, 10, 20, tzinfo=UTC), 2026),
        (datetime(2027, 1, 15, tzinfo=UTC), 2027),  # ended in the year after its period
        (datetime(2026, 12, 31, 16, tzinfo=UTC), 2027),  # past midnight by the office's clock
        (datetime(2026, 12, 31, 15, tzinfo=UTC), 2026),
        (datetime(2025, 12, 1, tzinfo=UTC), 2026),  # cancelled before its period began
    ],
)
def test_the_run_s_year_is_its_period_s_or_the_later_one_in_which_it_ended(
    ended: Run, closed: datetime, year: int
) -> None:
    assert year_of(replace(ended, closed_at=closed), WITA) == year


def test_a_cancelled_run_has_its_years_too_and_one_at_work_has_none(ended: Run) -> None:
    cancelled = replace(ended, state=RunState.CANCELLED)
    at_work = replace(ended, state=RunState.OPEN, closed_at=None)
    found = list(overdue([cancelled, at_work], [note(0, 0)], WITA, date(2027, 1, 1)))
    assert [(one.run, one.since) for one in found] == [(cancelled, date(2027, 1, 1))]


def test_on_the_last_day_of_the_last_year_nothing_is_past_it(ended: Run) -> None:
    notes = (note(1, 1), note(2, 3, RecordKind.SCANS))
    assert list(overdue([ended], notes, WITA, date(2028, 12, 31))) == []
    [first] = overdue([ended], notes, WITA, date(2029, 1, 1))
    assert first.note.kind == RecordKind.DOCUMENTS
    every = [one.note.kind for one in overdue([ended], notes, WITA, date(2032, 1, 1))]
    assert every == [RecordKind.DOCUMENTS, RecordKind.SCANS]


def test_a_note_without_a_decree_is_only_assumed() -> None:
    assert replace(note(1, 1), basis="").assumed
    assert not note(1, 1).assumed
    assert note_for([note(1, 1)], RecordKind.SCANS) is None
