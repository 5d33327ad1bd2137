from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.calendars.file import load_calendar, parse_calendar
from bot.papers.calendar_file import calendar_file
from bot.rules.calendar import WorkCalendar
from bot.rules.hours import Span
from bot.rules.special_days import Closure, ReplacedDay

CLOSED = Closure(date(2026, 11, 30), 'Pilkades "serentak"\x7f\n', "800/12")
OTHER_YEAR = Closure(date(2028, 5, 2), "Hari jadi")
NATIONAL_TOO = Closure(date(2026, 12, 25), "Natal, dicatat kantor")
WORKED = ReplacedDay(date(2026, 12, 26), 4, "Pengganti", "SE 3")


@pytest.fixture(scope="module")
def calendar() -> WorkCalendar:
    own = (CLOSED, OTHER_YEAR, NATIONAL_TOO, replace(CLOSED, day=WORKED.day))
    return replace(
        load_calendar(),
        zone="Asia/Jayapura",
        closures=own,
        replaced_days=(WORKED,),
        digest_hours=Span.parse("08.00-24.00"),
        settled_years=(2027,),
    )


def test_the_file_gives_the_same_hours_and_reasons_for_every_day_of_its_years(
    calendar: WorkCalendar,
) -> None:
    read = parse_calendar(calendar_file(calendar, [2027, 2026]).decode())
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(730)]
    assert [read.hours_on(day) for day in days] == [calendar.hours_on(day) for day in days]
    assert [read.closure_on(day) for day in days] == [calendar.closure_on(day) for day in days]
    assert read.closure_on(OTHER_YEAR.day) == OTHER_YEAR


def test_what_else_counts_is_in_it(calendar: WorkCalendar) -> None:
    read = parse_calendar(calendar_file(calendar, [2026]).decode())
    kept = ("zone", "week", "seasons", "replaced_days", "first_word_delay")
    for name in (*kept, "digest_hours", "settled_years"):
        assert getattr(read, name) == getattr(calendar, name)


def test_it_says_of_which_years_and_by_which_list(calendar: WorkCalendar) -> None:
    assert calendar.national is not None
    text = calendar_file(calendar, range(2026, 2028)).decode()
    assert "tahun 2026, 2027.\n" in text
    assert calendar.national.source in text
    alone = calendar_file(replace(calendar, national=None), [2026]).decode()
    assert "# Daftar nasional: tidak dipakai.\n" in alone
    assert "2026-08-17" in text
    assert "2026-08-17" not in alone
