from dataclasses import replace
from datetime import date

from bot.rules.calendar import WorkCalendar
from bot.rules.office_settings import OfficeSettings
from bot.rules.people import Office
from bot.rules.procedures import Procedure, Procedures
from bot.rules.sop import Sop
from bot.rules.special_days import Closure
from bot.rules.stationery import PaperSize, Stationery

MONDAY = date(2026, 11, 23)
DPMD = Office(1, -100, "DPMD", "a", closures=(Closure(MONDAY, "Pilkades serentak"),))
BAPPEDA = Office(2, -200, "Bappeda", "b")


def test_a_day_closed_by_one_office_is_worked_in_the_others(
    jeneponto: Sop, hours: WorkCalendar
) -> None:
    procedures = Procedures(Procedure(jeneponto, hours))
    assert procedures.of(DPMD).calendar.segments(MONDAY) == ()
    assert procedures.of(BAPPEDA).calendar.segments(MONDAY) == hours.segments(MONDAY) != ()
    assert procedures.of(None).calendar == hours


def test_a_closed_day_makes_another_calendar_to_count_by(
    jeneponto: Sop, hours: WorkCalendar
) -> None:
    procedures = Procedures(Procedure(jeneponto, hours))
    assert procedures.of(DPMD).calendar.fingerprint != procedures.of(BAPPEDA).calendar.fingerprint


def test_an_office_with_a_procedure_of_its_own_works_by_it(
    jeneponto: Sop, hours: WorkCalendar
) -> None:
    own = Procedure(replace(jeneponto, name="SOP Bappeda"), replace(hours, zone="Asia/Jakarta"))
    procedures = Procedures(Procedure(jeneponto, hours), {BAPPEDA.id: own})
    assert procedures.of(BAPPEDA) == own
    assert procedures.of(DPMD).sop == jeneponto


def test_papers_bear_the_sops_kop_until_the_settings_have_one(
    jeneponto: Sop, hours: WorkCalendar
) -> None:
    bare = Stationery(logo=b"logo", size=PaperSize.A4, abbreviation="DPMD")
    without = Procedure(jeneponto, hours, OfficeSettings(bare)).stationery
    assert without == replace(bare, head=jeneponto.head)
    headed = replace(bare, head=("PEMERINTAH KABUPATEN CONTOH", "DINAS CONTOH"))
    assert Procedure(jeneponto, hours, OfficeSettings(headed)).stationery == headed


def test_what_an_office_set_by_kop_goes_before_its_settings(
    jeneponto: Sop, hours: WorkCalendar
) -> None:
    of_file = Stationery(("PEMERINTAH CONTOH",), b"of the file", PaperSize.A4, "DPMD")
    shared = Procedure(jeneponto, hours, OfficeSettings(of_file))
    procedures = Procedures(shared, logos={"sidik": b"of the chat"})
    own = replace(DPMD, letterhead=("DINAS CONTOH",), logo="sidik")
    assert procedures.of(own).stationery == replace(
        of_file, head=("DINAS CONTOH",), logo=b"of the chat"
    )
    assert procedures.of(BAPPEDA).stationery == of_file
