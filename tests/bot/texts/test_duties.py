from dataclasses import replace

from bot.rules import moves
from bot.rules.run import DutyState, Task
from bot.texts import duties, reminders, tasks
from bot.texts.preflight import lacking_seats

KASUBBAG, PENYUSUN = "kasubbag-perencanaan", "penyusun"
EVLAP, UMUM = "kasubbag-evlap", "kasubbag-umum"
LONG = "Alasan & panjang <sekali> " * 40


def labels(message) -> list[list[str]]:
    return [[button.label for button in row] for row in message.buttons]


def order(course, lacks=()):
    duty = course.duty(Task.ORDER, KASUBBAG)
    return duties.order_duty(course.run, duty, lacks, course.now, course.calendar, 12)


def hand_in(course, seat, workbook=None):
    return duties.hand_in_duty(course.run, course.hand_in_duty(seat), workbook, course.calendar)


def collect(course, seat):
    return duties.collect_duty(course.run, course.duty(Task.COLLECT, seat), course.calendar)


def test_the_order_is_preceded_by_what_is_lacking(course, read) -> None:
    seats = course.run.sop.seats
    lacks = lacking_seats(seats[4:6], seats[6:7])
    words = read(order(course, lacks))
    assert "• Kursi kosong: Irban I dan Irban II." in words
    assert "• Belum membuka chat pribadi dengan sistem: Irban III." in words
    assert "Format yang dipakai: 12 indikator." in words
    assert labels(order(course)) == [["Perintahkan"]]
    assert "Semua kursi terisi" in read(order(course))


def test_a_format_is_to_be_conveyed_to_whom_the_sop_names(course, paper, read) -> None:
    course.to_step(2)
    duty = course.duty(Task.CONVEY, PENYUSUN)
    message = duties.convey_duty(course.run, duty, paper, course.calendar)
    words = read(message)
    assert "Ka.Subbag Evaluasi dan Pelaporan dan Ka.Subbag Umum dan Kepegawaian" in words
    assert "Waktu baku: 5 menit kerja (batas Senin, 23 November 2026 pukul 07.35 WITA)." in words
    assert labels(message) == [["Sampaikan"]]


def test_handing_in_offers_nihil_for_every_kind_owed(course, paper, read) -> None:
    course.to_step(4).file("irban-1", "LHE")
    message = hand_in(course, "irban-1", paper)
    assert "TLHP (Tindak Lanjut Hasil Pemeriksaan)" in read(message)
    assert labels(message) == [["Nihil LHP", "Nihil TLHP", "Nihil DATA"]]
    course.hand_in("irban-1")
    assert labels(hand_in(course, "irban-1")) == []
    assert "Semua berkas telah diterima." in read(hand_in(course, "irban-1"))


def test_a_collector_reads_what_waits_and_what_is_missing(course, read) -> None:
    course.to_step(4)
    for seat in ("irban-1", "irban-3", "irban-4"):
        course.hand_in(seat)
    words = read(collect(course, EVLAP))
    assert "• LHP dari Irban I — LHP irban-1.pdf" in words
    assert "Belum diterima: Irban II: LHP, LHE, TLHP." in words
    assert labels(collect(course, EVLAP)) == [["Terima semua"], ["Sampaikan ke Perencanaan"]]
    course.hand_in("irban-2")
    course.accept_all(EVLAP)
    assert "Semua berkas telah diterima dan disetujui" in read(collect(course, EVLAP))
    assert labels(collect(course, EVLAP)) == [["Sampaikan ke Perencanaan"]]


def test_what_is_missing_is_told_unit_by_unit(course, read) -> None:
    course.to_step(4).file("irban-2", "LHP")
    assert (
        "Belum diterima: Irban I: LHP, LHE, TLHP; Irban II: LHE, TLHP; Irban III: LHP, LHE, TLHP; "
        "Irban IV: LHP, LHE, TLHP." in read(collect(course, EVLAP))
    )


def test_the_recap_is_approved_as_it_was_read(course, paper, read) -> None:
    course.to_step(5)
    duty = course.duty(Task.COMPILE, PENYUSUN)
    message = duties.compile_duty(course.run, duty, paper, "Rata-rata: 90%", course.calendar)
    assert read(message).endswith("Rata-rata: 90%")
    assert labels(message) == [["Setujui rekap"], ["Keluarkan berkas"]]
    assert message.buttons[0][0].data == f"rekap:5:{paper.digest[:12]}"


def test_a_long_analysis_is_cut_and_says_where_the_rest_is(course, paper, read) -> None:
    course.to_step(6)
    duty = course.duty(Task.ANALYSE, KASUBBAG)
    short, long = ["Capaian <baik>."], ["Capaian & serapan. " * 30] * 5
    brief = read(duties.analyse_duty(course.run, duty, paper, short, course.calendar))
    assert brief.endswith("Capaian <baik>.")
    cut = read(duties.analyse_duty(course.run, duty, paper, long, course.calendar))
    assert cut.endswith("Selengkapnya pada lembar Analisis.")


def test_what_is_done_says_when_and_has_no_buttons(course, read) -> None:
    assert "mohon" in read(order(course))
    course.at("2026-11-23 07:34").order()
    duty = course.duty(Task.ORDER, KASUBBAG)
    done = read(duties.with_end(order(course), course.run, duty, course.calendar))
    assert done.endswith(
        "Telah dilaksanakan Senin, 23 November 2026 pukul 07.34 WITA. Terima kasih."
    )
    assert "mohon" not in done.lower()
    assert labels(order(course)) == []


def test_a_card_whose_duty_is_done_asks_for_nothing_and_thanks_once(course, paper, read) -> None:
    course.to_step(4).hand_in("irban-1")
    message = hand_in(course, "irban-1", paper)
    done = read(
        duties.with_end(message, course.run, course.hand_in_duty("irban-1"), course.calendar)
    )
    assert done.startswith("Yth. Bapak/Ibu Irban I. Penyerahan data kinerja Triwulan III 2026: LHP")
    assert (done.count("Terima kasih"), done.count("ohon")) == (1, 0)
    duty = course.duty(Task.CONVEY, EVLAP)
    conveyed = duties.convey_duty(course.run, duty, paper, course.calendar)
    assert "ohon" not in read(duties.with_end(conveyed, course.run, duty, course.calendar))


def test_a_card_whose_duty_was_cancelled_says_why_and_offers_nothing(course, paper, read) -> None:
    course.to_step(4)
    assert labels(collect(course, EVLAP)) != []
    course.do(moves.cancel(course.run, 7, KASUBBAG, "Salah periode.", course.now))
    for message, duty in (
        (collect(course, EVLAP), course.duty(Task.COLLECT, EVLAP)),
        (hand_in(course, "irban-1", paper), course.hand_in_duty("irban-1")),
    ):
        ended = duties.with_end(message, course.run, duty, course.calendar)
        assert read(ended).endswith("\nPutaran dibatalkan. Alasan: Salah periode.")
        assert "ohon" not in read(ended)
        assert ended.buttons == ()


def test_a_card_whose_duty_was_let_go_asks_for_nothing(course, paper, read) -> None:
    course.to_step(4).file("irban-1", "LHP")
    for seat in (EVLAP, UMUM):
        course.convey_collected(seat, "Irban dinas luar")
    duty = course.hand_in_duty("irban-1")
    message = duties.with_end(hand_in(course, "irban-1", paper), course.run, duty, course.calendar)
    assert "Berkas yang kurang tidak ditunggu lagi" in read(message)
    assert "ohon" not in read(message)
    assert message.buttons == ()
    reminder = reminders.settled(course.run, duty, course.calendar)
    assert read(reminder).endswith("tidak ditunggu lagi. Terima kasih.")


def test_every_duty_of_a_large_office_fits(large, paper, read) -> None:
    run, calendar = large.run, large.calendar
    seats = run.sop.seats
    read(order(large, lacking_seats(seats, seats)))
    for duty in run.duties:
        made = {
            Task.CONVEY: lambda d: duties.convey_duty(run, d, paper, calendar),
            Task.HAND_IN: lambda d: duties.hand_in_duty(run, d, paper, calendar),
            Task.COLLECT: lambda d: duties.collect_duty(run, d, calendar),
        }.get(duty.task)
        if made:
            read(duties.with_end(made(duty), run, duty, calendar))
    assert "lainnya" in read(collect(large, EVLAP))
    large.do(moves.cancel(run, 7, KASUBBAG, LONG, large.now))
    duty = replace(large.duty(Task.ANALYSE, KASUBBAG), state=DutyState.CANCELLED)
    analysed = duties.analyse_duty(large.run, duty, paper, [LONG] * 9, calendar)
    read(duties.with_end(analysed, large.run, duty, calendar))
    read(tasks.tasks([(run, d) for d in run.duties if d.is_open], calendar, {}))
