import subprocess
import sys
from datetime import date

import pytest

from bot.calendars.file import load_calendar, parse_calendar
from bot.rules.special_days import Closure

HOURS = '[jam]\nsenin = ["08.00-12.00"]\n'


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2026, 12, 24), "Cuti Bersama Hari Raya Natal"),
        (date(2026, 12, 25), "Hari Raya Natal"),
        (date(2027, 3, 15), "Cuti Bersama Hari Raya Idul Fitri"),
        (date(2027, 3, 8), "Hari Suci Nyepi"),
    ],
)
def test_public_holidays_and_cuti_bersama_close_the_office(day: date, reason: str) -> None:
    calendar = load_calendar()
    assert calendar.closure_on(day) == Closure(day, reason)
    assert calendar.segments(day) == ()


def test_national_holidays_are_asked_for() -> None:
    calendar = parse_calendar(HOURS)
    assert calendar.closure_on(date(2026, 12, 25)) is None
    assert calendar.undecreed([2040]) == ()


def test_years_without_cuti_bersama_are_named() -> None:
    assert load_calendar().undecreed((2026, 2027, 2040)) == (2040,)


def test_a_year_whose_cuti_bersama_the_office_entered_is_not_named() -> None:
    calendar = parse_calendar("libur_nasional = true\ncuti_bersama_tercatat = [2040]\n" + HOURS)
    assert calendar.undecreed((2040, 2041)) == (2041,)


def test_the_list_of_holidays_is_read_only_when_a_day_is_asked_for() -> None:
    script = (
        "import sys, datetime, bot.calendars.file as c; calendar = c.load_calendar();"
        "calendar.fingerprint; assert 'holidays' not in sys.modules;"
        "calendar.closure_on(datetime.date(2026, 12, 25)); assert 'holidays' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
