from bot.rules.run import Task
from bot.texts import duties
from bot.texts.duties import lacking_seats

KASUBBAG, PENYUSUN = "kasubbag-perencanaan", "penyusun"
EVLAP, UMUM = "kasubbag-evlap", "kasubbag-umum"


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


def test_handing_in_offers_nihil_for_every_kind_owed_but_the_workbook(course, paper, read) -> None:
    course.to_step(4).file("irban-1", "LHE")
    message = hand_in(course, "irban-1", paper)
    assert "TLHP (Tindak Lanjut Hasil Pemeriksaan)" in read(message)
    assert labels(message) == [["Nihil LHP", "Nihil TLHP"]]
    course.hand_in("irban-1")
    assert labels(hand_in(course, "irban-1")) == []
    assert "Semua berkas telah diterima." in read(hand_in(course, "irban-1"))


def test_a_collector_reads_what_waits_and_what_is_missing(course, read) -> None:
    course.to_step(4)
    for seat in ("irban-1", "irban-3", "irban-4"):
        course.hand_in(seat)
    words = read(collect(course, EVLAP))
    assert "• LHP dari Irban I — LHP irban-1.pdf" in words
    assert "Belum diterima: Irban II: LHP, Irban II: LHE dan Irban II: TLHP." in words
    assert labels(collect(course, EVLAP)) == [["Terima semua"], ["Sampaikan ke Perencanaan"]]
    course.hand_in("irban-2")
    course.accept_all(EVLAP)
    assert "Semua berkas telah diterima dan disetujui" in read(collect(course, EVLAP))
    assert labels(collect(course, EVLAP)) == [["Sampaikan ke Perencanaan"]]


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
    message = order(course)
    course.at("2026-11-23 07:34").order()
    duty = course.duty(Task.ORDER, KASUBBAG)
    done = read(duties.with_end(message, duty, course.calendar))
    assert done.endswith(
        "Telah dilaksanakan Senin, 23 November 2026 pukul 07.34 WITA. Terima kasih."
    )
    assert labels(order(course)) == []


def test_what_is_still_owed_leaves_out_what_was_conveyed_without(course) -> None:
    course.to_step(4).file("irban-1", "LHP")
    duty = course.hand_in_duty("irban-1")
    assert duties.still_owed(course.run, duty) == " Masih kurang: LHE, TLHP, DATA."
    course.convey_collected(EVLAP, "Irban dinas luar")
    assert duties.still_owed(course.run, duty) == " Masih kurang: DATA."
    course.convey_collected(UMUM, "Irban dinas luar")
    assert duties.still_owed(course.run, duty) == ""


def test_tasks_lists_every_open_duty_or_says_that_there_is_none(course, read) -> None:
    course.to_step(4)
    items = [(course.run, d) for d in course.run.duties if d.is_open]
    words = read(duties.tasks(items, course.calendar, {}))
    assert words.count("•") == 6
    assert "Irban I: menyerahkan berkas, data kinerja Triwulan III 2026." in words
    assert read(duties.tasks([], course.calendar, {})).startswith("Tidak ada tugas")


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
            read(duties.with_end(made(duty), duty, calendar))
    assert "lainnya" in read(collect(large, EVLAP))
    read(duties.tasks([(run, d) for d in run.duties if d.is_open], calendar, {}))
