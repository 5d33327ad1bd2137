"""However days are closed and opened again, no word comes late for it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from importlib.resources import files

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendars.file import load_calendar
from bot.rules import ladder, moves, recounting
from bot.rules.calendar import WorkCalendar
from bot.rules.periods import Period
from bot.rules.run import Duty, Run, Task
from bot.rules.rungs import distance
from bot.rules.sop_file import parse_sop
from bot.rules.special_days import Closure
from bot.rules.worktime import MINUTE, add_minutes, own_word_time
from tests.bot.conftest import Course, wita

SOP = parse_sop((files("bot") / "sops" / "dpmd_jeneponto.toml").read_text("utf-8"))
HOURS = load_calendar()
DAYS = [date(2026, 11, 23) + timedelta(days=n) for n in range(12)]
TURNS = st.lists(
    st.tuples(st.sampled_from(DAYS), st.integers(1, 2000), st.booleans()), min_size=1, max_size=8
)


@dataclass
class Office:
    """It closes a day that is open and opens one that is closed, and looks whenever it is time."""

    hours: WorkCalendar
    run: Run
    now: datetime
    closed: dict[date, Closure] = field(default_factory=dict)

    @property
    def calendar(self) -> WorkCalendar:
        return self.hours.closing(tuple(self.closed[day] for day in sorted(self.closed)))

    def turn(self, day: date) -> None:
        if self.closed.pop(day, None) is None:
            self.closed[day] = Closure(day, "Banjir")
        moved = recounting.recount(self.run, self.calendar, self.now).run
        self.run = ladder.awakened(moved, self.calendar, self.now)

    def pass_to(self, until: datetime) -> None:
        while (look := min(self.looks(), default=until)) < until:
            self.now = max(look, self.now)
            self.run = ladder.look(self.run, self.calendar, self.now).run
        self.now = until

    def looks(self) -> Iterator[datetime]:
        return (d.look_again_at for d in self.run.duties if d.look_again_at is not None)

    def says_before(self, duty: Duty) -> bool:
        """Whether a look a minute sooner than it is meant to be had something to say."""
        end = duty.look_again_at or add_minutes(self.calendar, self.now, 900)
        soon = add_minutes(self.calendar, end, -1)
        while own_word_time(self.calendar, soon) > soon:
            soon = add_minutes(self.calendar, soon, -1)
        early = self.run.with_duty(replace(duty, look_again_at=soon))
        told = ladder.look(early, self.calendar, soon).notices
        return soon >= self.now and any(n.duty.key == duty.key for n in told)


def begun() -> Office:
    """Irban I and II owe, Irban III and IV have handed in; Evlap has something to read."""
    started = moves.open_run(1, SOP, Period("triwulan", 2026, 3), HOURS, wita("2026-11-23 07:30"))
    course = Course(HOURS, started.run, wita("2026-11-23 07:50")).to_step(4)
    for seat in ("irban-3", "irban-4"):
        course.hand_in(seat)
    return Office(HOURS, course.run, wita("2026-11-23 08:00"))


def test_a_day_opened_again_brings_the_next_word_back_to_it() -> None:
    office = begun()
    office.pass_to(wita("2026-11-23 15:30"))
    office.turn(DAYS[1])
    office.pass_to(wita("2026-11-24 10:10"))  # on a closed day the word was put off to Wednesday
    office.turn(DAYS[1])
    late = office.run.duty(Task.HAND_IN, "irban-1")
    assert late is not None
    assert late.look_again_at == wita("2026-11-24 10:05")  # 225 minutes past Monday 14.50


@settings(max_examples=25)
@given(TURNS)
def test_every_open_duty_is_looked_at_when_its_next_word_comes(
    turns: list[tuple[date, int, bool]],
) -> None:
    office = begun()
    for day, minutes, together in turns:
        office.turn(day)
        for duty in office.run.duties_where(lambda d: d.is_open and d.due_at is not None):
            fresh = recounting.look_time(office.run, duty, office.calendar, office.now)
            assert duty.look_again_at == fresh
            assert distance(office.run.sop, duty) or not office.says_before(duty)
        if not together:
            office.pass_to(office.now + minutes * MINUTE)
