from dataclasses import replace
from datetime import date

from bot.rules.calendar import WorkCalendar
from bot.rules.people import Office
from bot.rules.procedures import Procedure, Procedures
from bot.rules.sop import Sop
from bot.rules.special_days import Closure

MONDAY = date(2026, 11, 23)
DPMD = Office(1, -100, "DPMD", "a", closures=(Closure(MONDAY, "Pilkades serentak"),))
BAPPEDA = Office(2, -200, "Bappeda", "b")


def test_a_day_closed_by_one_office_is_worked_in_the_others(
    sop: Sop, calendar: WorkCalendar
) -> None:
    procedures = Procedures(Procedure(sop, calendar))
    assert procedures.of(DPMD).calendar.segments(MONDAY) == ()
    assert procedures.of(BAPPEDA).calendar.segments(MONDAY) == calendar.segments(MONDAY) != ()
    assert procedures.of(None).calendar == calendar


def test_a_closed_day_makes_another_calendar_to_count_by(sop: Sop, calendar: WorkCalendar) -> None:
    procedures = Procedures(Procedure(sop, calendar))
    assert procedures.of(DPMD).calendar.fingerprint != procedures.of(BAPPEDA).calendar.fingerprint


def test_an_office_with_a_procedure_of_its_own_works_by_it(
    sop: Sop, calendar: WorkCalendar
) -> None:
    own = Procedure(replace(sop, name="SOP Bappeda"), replace(calendar, zone="Asia/Jakarta"))
    procedures = Procedures(Procedure(sop, calendar), {BAPPEDA.id: own})
    assert procedures.of(BAPPEDA) == own
    assert procedures.of(DPMD).sop == sop
