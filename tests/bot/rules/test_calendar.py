import pickle
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.calendars.file import load_calendar
from bot.rules.calendar import WorkCalendar
from bot.rules.hours import Span
from bot.rules.special_days import Closure, ReplacedDay, Season

JENEPONTO = load_calendar()
MONDAY = (Span.parse("07.30-12.00"), Span.parse("13.00-16.00"))
FRIDAY = (Span.parse("07.30-11.30"), Span.parse("13.00-16.30"))
PLAIN = WorkCalendar("Asia/Makassar", (MONDAY, MONDAY, MONDAY, MONDAY, FRIDAY, (), ()))


def wita(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Makassar"))


def test_a_closure_an_extra_day_and_a_season_change_what_counts() -> None:
    ramadan = ((Span.parse("08.00-12.00"),),) * 5 + ((), ())
    calendar = replace(
        PLAIN,
        closures=(Closure(date(2026, 11, 24), "Pilkades"), Closure(date(2026, 11, 28), "Pilkades")),
        replaced_days=(ReplacedDay(date(2026, 11, 28), 4),),
        seasons=(Season("Ramadan", date(2026, 11, 25), date(2026, 11, 26), ramadan),),
    )
    days = [calendar.working_day(date(2026, 11, n)).total for n in range(23, 30)]
    assert [day // timedelta(minutes=1) for day in days] == [450, 0, 240, 240, 450, 450, 0]
    assert calendar.segments(date(2026, 11, 28))[0][1] == wita("2026-11-28 11:30")
    closed = calendar.closures_between(date(2026, 11, 20), date(2026, 11, 30))
    assert [closure.day.day for closure in closed] == [24]


def test_a_calendar_is_a_value() -> None:
    twin = pickle.loads(pickle.dumps(JENEPONTO))  # noqa: S301
    assert (twin, hash(twin), twin.fingerprint) == (
        JENEPONTO,
        hash(JENEPONTO),
        JENEPONTO.fingerprint,
    )


def test_the_fingerprint_follows_the_hours_and_not_the_words() -> None:
    holiday = replace(PLAIN, closures=(Closure(date(2026, 11, 24), "Pilkades"),))
    reworded = replace(PLAIN, closures=(Closure(date(2026, 11, 24), "Pemilihan", "SE 1/2026"),))
    moved = replace(PLAIN, closures=(Closure(date(2026, 11, 25), "Pilkades"),))
    assert holiday.fingerprint == reworded.fingerprint
    others = {holiday, moved, PLAIN, replace(PLAIN, zone="Asia/Jakarta"),
              replace(PLAIN, first_word_delay=0), JENEPONTO,
              replace(PLAIN, replaced_days=(ReplacedDay(date(2026, 11, 28), 4),))}  # fmt: skip
    assert len({calendar.fingerprint for calendar in others}) == len(others) == 7
