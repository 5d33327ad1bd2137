import pytest

from bot.rules.calendar_faults import CalendarFault, CalendarFaults, Fault
from bot.texts.calendars import calendar_fault, calendar_faults, undecreed


@pytest.mark.parametrize("code", CalendarFault)
def test_every_fault_has_a_sentence(code: CalendarFault) -> None:
    told = calendar_fault(Fault("libur[1].tanggal", code, "date"))
    assert told.startswith("libur[1].tanggal: ")
    assert told.endswith(".")
    assert "{" not in told


def test_all_faults_are_told_a_line_each_under_what_to_do() -> None:
    faults = (
        Fault("zona", CalendarFault.UNKNOWN_ZONE, "Mars", 1),
        Fault("jam.senin", CalendarFault.NOT_HOURS, "x", 4),
        Fault("jam", CalendarFault.MISSING),
    )
    assert calendar_faults(CalendarFaults(faults)).splitlines() == [
        "Kalender belum dapat dipakai. Mohon diperbaiki:",
        "• Baris 1, zona: zona waktu “Mars” tidak dikenal. Contoh: Asia/Makassar.",
        "• Baris 4, jam.senin: jam “x” tidak terbaca. Contoh: 07.30-12.00.",
        "• jam: kunci ini wajib diisi.",
    ]


def test_years_without_cuti_bersama_are_named() -> None:
    told = undecreed([2028, 2029])
    assert told.startswith("Cuti bersama tahun 2028 dan 2029 belum tersedia")
