from datetime import timedelta

from bot.rules import granting, moves
from bot.rules.ladder import Reminder
from bot.rules.recounting import LimitMoved
from bot.rules.run import Task
from bot.rules.sop import RungTo, RungWhere
from bot.texts import reminders

EVLAP = "kasubbag-evlap"
PASSED = "melewati waktu baku 360 menit kerja (batas Senin, 23 November 2026 pukul 14.50 WITA)"


def late(course, *seats, task=Task.HAND_IN, minutes=40):
    where = RungWhere.GROUP
    duties = [course.duty(task, seat, course.run.step) for seat in seats]
    return [Reminder(duty, RungTo.HOLDER, where, 1, minutes) for duty in duties]


def asked(course):
    return course.at("2026-11-23 07:50").to_step(4)


def test_the_late_is_reminded_courteously_of_the_fact(course, read) -> None:
    asked(course).file("irban-1", "LHP")
    (reminder,) = late(course, "irban-1")
    message = reminders.to_holder(course.run, reminder, course.calendar, "")
    assert read(message) == (
        "Yth. Bapak/Ibu Irban I. Mohon izin mengingatkan: tugas menyerahkan berkas, data kinerja "
        f"Triwulan III 2026, {PASSED}. Masih kurang: LHE, TLHP, DATA. Bila memerlukan waktu "
        "tambahan, mohon menggunakan /kendala. Terima kasih."
    )
    assert [b.label for row in message.buttons for b in row] == [
        "Nihil LHE",
        "Nihil TLHP",
        "Nihil DATA",
    ]


def test_the_group_reads_how_many_are_late_who_and_with_what(course, holders, read) -> None:
    asked(course).hand_in("irban-1")
    words = read(
        reminders.in_group(course.run, late(course, "irban-2", "irban-4"), holders, course.calendar)
    )
    assert words == (
        "Pengingat data kinerja Triwulan III 2026: data dari 2 dari 4 unit belum lengkap "
        "(batas Senin, 23 November 2026 pukul 14.50 WITA).\n"
        "• Irban II (kursi kosong): kurang LHP, LHE, TLHP, DATA\n"
        "• Irban IV (Nama 7): kurang LHP, LHE, TLHP, DATA\n"
        "Mohon unit yang disebut di atas melengkapi berkasnya. Bila memerlukan waktu tambahan, "
        "mohon menggunakan /kendala. Terima kasih."
    )


def test_where_limits_differ_each_late_one_is_told_his_own(course, holders, read) -> None:
    asked(course)
    duty, by = course.hand_in_duty("irban-2"), (9, "kasubbag-perencanaan")
    course.do(granting.extend(course.run, duty, 60, by, "", course.calendar, course.now))
    words = read(
        reminders.in_group(course.run, late(course, "irban-2", "irban-4"), holders, course.calendar)
    )
    lines = words.split("\n")
    assert lines[0].endswith("belum lengkap.")
    assert lines[1].endswith("DATA (batas Senin, 23 November 2026 pukul 15.50 WITA)")
    assert lines[2].endswith("DATA (batas Senin, 23 November 2026 pukul 14.50 WITA)")
    assert words.count("batas") == 2


def test_the_group_reads_a_late_task_with_its_limit_once(course, holders, read) -> None:
    asked(course)
    reminded = late(course, EVLAP, task=Task.COLLECT)
    words = read(reminders.in_group(course.run, reminded, holders, course.calendar))
    assert words.count("24 November 2026 pukul 08.20 WITA") == 1
    assert "• Ka.Subbag Evaluasi dan Pelaporan (Nama 3)\n" in words


def test_nobody_is_reminded_of_what_was_conveyed_without(course, holders, read) -> None:
    asked(course).convey_collected(EVLAP, "Irban dinas luar")
    words = read(reminders.in_group(course.run, late(course, "irban-1"), holders, course.calendar))
    assert "• Irban I (Nama 5): kurang DATA\n" in words


def test_a_superior_reads_each_lateness_as_a_report(course, holders, read) -> None:
    asked(course)
    reminded = late(course, "irban-1", "irban-2", minutes=120)
    message = reminders.to_superior(course.run, "Sekretaris", reminded, holders, course.calendar)
    lines = read(message).split("\n")
    assert lines[0].startswith("Yth. Bapak/Ibu Sekretaris. Sebagai laporan,")
    assert lines[1] == (
        "• Irban I (Nama 5): tugas menyerahkan berkas melewati batas 120 menit kerja (waktu baku "
        "360 menit kerja, batas Senin, 23 November 2026 pukul 14.50 WITA). "
        "Masih kurang: LHP, LHE, TLHP, DATA."
    )
    assert lines[2].startswith("• Irban II (kursi kosong):")


def test_a_reminder_whose_work_is_over_says_how(course, read) -> None:
    asked(course).hand_in("irban-1")
    done = reminders.settled(course.run, course.hand_in_duty("irban-1"), course.calendar)
    assert read(done).endswith(
        ": telah dilaksanakan Senin, 23 November 2026 pukul 07.50 WITA. Terima kasih."
    )
    course.do(moves.cancel(course.run, 7, "kasubbag-perencanaan", "Salah periode", course.now))
    over = reminders.settled(course.run, course.hand_in_duty("irban-2"), course.calendar)
    assert read(over).endswith("2026. Putaran dibatalkan. Alasan: Salah periode.")


def test_a_moved_limit_tells_old_new_and_why(course, read) -> None:
    duty = asked(course).hand_in_duty("irban-1")
    was = duty.due_at - timedelta(hours=1)
    granted = reminders.limit_moved(course.run, LimitMoved(duty, was, "Rapat."), course.calendar)
    words = read(granted)
    assert "dari Senin, 23 November 2026 pukul 13.50 WITA menjadi" in words
    assert words.endswith("pukul 14.50 WITA. Alasan: Rapat.")
    changed = reminders.limit_moved(course.run, LimitMoved(duty, was), course.calendar)
    assert read(changed).endswith("Alasan: kalender kerja kantor berubah.")


def test_a_gap_names_the_hours_that_are_missing(course, read) -> None:
    words = read(reminders.gap(course.now, course.now + timedelta(days=2), "Asia/Makassar"))
    assert "Senin, 23 November 2026 pukul 07.30 WITA" in words
    assert "Rabu, 25 November 2026 pukul 07.30 WITA" in words


def test_reminders_of_a_large_office_fit(large, crowd, read) -> None:
    run, calendar = large.run, large.calendar
    reminded = late(large, *(seat.key for seat in run.sop.suppliers))
    title = run.sop.seat("sekretaris").title
    read(reminders.in_group(run, reminded, crowd, calendar))
    assert "lainnya" in read(reminders.to_superior(run, title, reminded, crowd, calendar))
    read(reminders.to_holder(run, reminded[0], calendar, ""))
    why = "Alasan & panjang " * 300
    read(reminders.limit_moved(run, LimitMoved(reminded[0].duty, large.now, why), calendar))
