import pytest

from bot.rules.owing import owed
from bot.rules.run import Task
from bot.texts import supervising as texts

SEKRETARIS = "Sekretaris & <b>"


def detail(course, holders, seat: str):
    documents = [d for d in course.run.documents if d.seat == seat]
    found = course.run.sop.seat(seat)
    return texts.detail(course.run, found, documents, holders, course.calendar, course.now)


def test_a_seat_s_page_tells_what_it_owes_what_came_and_how_late(course, holders, read) -> None:
    course.at("2026-11-23 07:50").to_step(4).file("irban-1", "LHP", "Laporan <1>.pdf")
    course.nihil("irban-1", "LHE")
    lines = read(detail(course.at("2026-11-23 15:00"), holders, "irban-1")).split("\n")
    assert lines == [
        "Irban I (Nama 5)",
        "Rincian data kinerja Triwulan III 2026",
        "▶️ Langkah 4, menyerahkan berkas (360 menit kerja): batas Senin, 23 November 2026 pukul "
        "14.50 WITA, telah lewat 10 menit kerja. Masih kurang: TLHP, DATA.",
        "   Waktu: sendiri 370, menunggu 20 menit kerja.",
        "Berkas:",
        "• LHP versi 1: Laporan <1>.pdf, Senin, 23 November 2026 pukul 07.50 WITA (diterima)",
        "• LHE: nihil, Senin, 23 November 2026 pukul 07.50 WITA",
    ]


def test_what_was_done_late_says_so_and_what_is_to_come_waits(course, holders, read) -> None:
    course.at("2026-11-23 07:40").to_step(2)
    text = read(detail(course, holders, "kasubbag-perencanaan"))
    assert "selesai Senin, 23 November 2026 pukul 07.40 WITA, melewati batas 5 menit" in text
    assert "▫️ Langkah 6, menganalisis rekap (480 menit kerja): menunggu." in text


def test_every_page_leads_to_every_seat_that_owes_something(large, crowd, read) -> None:
    for seat in large.run.sop.suppliers:
        message = detail(large, crowd, seat.key)
        read(message)
        assert sum(map(len, message.buttons)) == 16
    read(texts.seats_of(large.run))


@pytest.mark.parametrize("recap", [True, False])
def test_the_board_s_buttons_offer_the_recap_to_its_readers_alone(course, recap: bool) -> None:
    labels = [b.label for row in texts.status_buttons(course.run, recap=recap) for b in row]
    assert labels == ["Rincian", "Ingatkan sekarang", "Berkas"] + ["Rekap sementara"] * recap


def test_a_reminder_names_who_asks_for_it_and_all_that_is_owed(course, read) -> None:
    course.at("2026-11-23 07:50").to_step(4).at("2026-11-23 15:00")
    duties = [course.hand_in_duty("irban-1"), course.duty(Task.COLLECT, "kasubbag-umum")]
    assert owed(course.run, course.run.sop.seat("irban-1"))
    words = read(texts.reminder(course.run, duties, SEKRETARIS, course.calendar, course.now))
    assert "Atas permintaan Sekretaris & <b>, mohon izin mengingatkan:" in words
    assert "telah lewat 10 menit kerja. Masih kurang: LHP, LHE, TLHP, DATA." in words
    assert words.count("• ") == 2


@pytest.mark.parametrize(
    ("told", "before", "said"),
    [
        ([], [], "Tidak ada tugas yang melewati batas atau jatuh tempo hari ini."),
        (["Ani", "Budi"], [], "Diingatkan: Ani dan Budi."),
        ([], ["Ani"], "Sudah diingatkan dalam satu jam terakhir: Ani."),
        (["Budi"], ["Ani"], "Diingatkan: Budi. Sudah diingatkan dalam satu jam terakhir: Ani."),
    ],
)
def test_who_asks_is_told_who_was_reminded(told, before, said: str) -> None:
    assert texts.reminded(told, before) == said
