from dataclasses import replace
from datetime import date

from bot.rehearsal.telegram.html import parse_html, utf16
from bot.rules.calendar import WorkCalendar
from bot.rules.recounting import LimitMoved
from bot.rules.run import Task
from bot.rules.special_days import Closure, ReplacedDay
from bot.texts import closures as texts
from bot.texts.moved_limits import moved_limits
from tests.bot.conftest import KASUBBAG, Course, wita

FLOOD = tuple(Closure(date(2026, 11, day), "Banjir", "800/1") for day in (24, 25, 27))


def test_days_in_a_row_are_told_as_one() -> None:
    assert texts.why(FLOOD) == (
        "kantor libur Selasa, 24 November 2026 s.d. Rabu, 25 November 2026; Jumat, 27 November "
        "2026 (Banjir, keputusan 800/1)"
    )
    told = texts.closed(1, FLOOD, (date(2026, 11, 28),), (0, 0))
    assert "• Jumat, 27 November 2026: Banjir (keputusan 800/1)" in told.text
    assert "Sudah bukan hari kerja: Sabtu, 28 November 2026." in told.text
    assert told.buttons[0][0].data == "bukalibur:1:2026-11-24:2026-11-27"


def test_what_lies_ahead_tells_closures_seasons_and_replaced_days(hours: WorkCalendar) -> None:
    replaced = ReplacedDay(date(2026, 12, 19), 4, "Pengganti <libur>", "SE 2")
    calendar = replace(hours.closing(FLOOD), replaced_days=(replaced,))
    told = texts.ahead(calendar, date(2026, 11, 23), date(2027, 2, 21), FLOOD, (2028,)).text
    for words in (
        "Selasa, 24 November 2026 s.d. Rabu, 25 November 2026: Banjir (keputusan 800/1) — libur",
        "Jumat, 25 Desember 2026: Hari Raya Natal\n",
        "Sabtu, 19 Desember 2026: hari kerja pengganti, jam hari Jumat (Pengganti &lt;libur&gt;",
        "Senin, 8 Februari 2027 s.d. Selasa, 9 Maret 2027: jam kerja Ramadan 1448 H",
        "Cuti bersama tahun 2028 belum tersedia",
        "/libur batal 14-12-2026",
    ):
        assert words in told


def test_however_many_days_a_message_holds_them(hours: WorkCalendar) -> None:
    every = tuple(Closure(date(2026, 12, day), "<&>" * 60 + str(day)) for day in range(1, 24))
    calendar = hours.closing(every)
    message = texts.ahead(calendar, date(2026, 12, 1), date(2027, 2, 28), every, ())
    words, _ = parse_html(message.text)
    assert utf16(words) <= 4096


def test_a_person_with_several_seats_reads_each_with_its_limits(course: Course) -> None:
    course.to_step(4)
    moves = [
        (course.run, LimitMoved(course.hand_in_duty(seat), wita("2026-11-23 09:00")))
        for seat in ("irban-1", "irban-2")
    ]
    told = moved_limits(moves, course.calendar, "kantor libur <x>").text
    assert told.startswith("Yth. Bapak/Ibu Irban I dan Irban II. Batas tugas berikut")
    assert "Alasan: kantor libur &lt;x&gt;." in told
    assert "• Irban II: menyerahkan berkas" in told
    duty = course.duty(Task.ORDER, KASUBBAG)
    one = moved_limits(
        [(course.run, LimitMoved(duty, wita("2026-11-23 07:35")))], course.calendar, ""
    )
    assert "Alasan: kalender kerja kantor berubah." in one.text
