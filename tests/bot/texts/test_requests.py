from bot.rules import granting, moves
from bot.rules.run import Task
from bot.texts import requests

EVLAP, UMUM = "kasubbag-evlap", "kasubbag-umum"
LINK = "https://t.me/himpun_bot?start=buka_x"


def request(course, holders, *asked_by):
    seats = [course.run.sop.seat(seat) for seat in asked_by]
    return requests.request(course.run, seats, holders, course.calendar, LINK)


def receipt(course, seat="irban-1"):
    return requests.receipt(course.run, course.run.sop.seat(seat))


def test_every_supplier_is_called_and_told_what_is_asked_so_far(course, holders, read) -> None:
    course.to_step(3).convey(3, UMUM)
    message = request(course, holders, UMUM)
    words = read(message)
    assert "Irban I (Nama 5), Irban II (kursi kosong), Irban III (Nama 6)" in words
    assert message.text.count("tg://user?id=") == 3
    assert "• DATA (Data Kinerja) — dihimpun Ka.Subbag Umum dan Kepegawaian" in words
    assert "LHP" not in words
    assert "Batas penyerahan" not in words
    assert [b.url for row in message.buttons for b in row] == [LINK]


def test_both_askers_and_the_limit_are_named_once_both_have_asked(course, holders, read) -> None:
    course.at("2026-11-23 07:50").to_step(4)
    words = read(request(course, holders, EVLAP, UMUM))
    assert words.count("dihimpun") == 2
    assert "Batas penyerahan: Senin, 23 November 2026 pukul 14.50 WITA." in words


def test_more_time_for_one_is_not_told_as_everybody_s_limit(course, holders, read) -> None:
    course.at("2026-11-23 07:50").to_step(4)
    duty = course.duty(Task.HAND_IN, "irban-2")
    by = (9, "kasubbag-perencanaan")
    course.do(granting.extend(course.run, duty, 60, by, "", course.calendar, course.now))
    words = read(request(course, holders, EVLAP, UMUM))
    assert (
        "Batas penyerahan Irban I, Irban III dan Irban IV: "
        "Senin, 23 November 2026 pukul 14.50 WITA.\n"
        "Batas penyerahan Irban II: Senin, 23 November 2026 pukul 15.50 WITA." in words
    )


def test_a_receipt_says_what_came_and_what_is_owed(course, read) -> None:
    course.to_step(4)
    assert "Belum ada berkas yang diterima." in read(receipt(course))
    course.file("irban-1", "LHP", "a.pdf")
    course.file("irban-1", "LHP", "b.pdf")
    course.file("irban-1", "LHE")
    words = read(receipt(course))
    assert "Diterima: LHP (2), LHE." in words
    assert "Masih kurang: TLHP, DATA." in words
    assert [b.label for row in receipt(course).buttons for b in row] == ["Nihil TLHP", "Nihil DATA"]


def test_a_receipt_tells_nihil_and_what_came_back(course, read) -> None:
    course.to_step(4).nihil("irban-1", "TLHP")
    course.give_back(course.file("irban-1", "LHP"))
    words = read(receipt(course))
    assert "Diterima: TLHP (nihil)." in words
    assert "Dikembalikan untuk perbaikan: LHP." in words
    assert "Masih kurang: LHP, LHE, DATA." in words


def test_a_receipt_tells_what_its_collector_has_approved_by_now(course, read) -> None:
    course.to_step(4).nihil("irban-1", "TLHP")
    letters = [course.file("irban-1", "LHP", name) for name in ("a.pdf", "b.pdf")]
    assert "Disetujui" not in read(receipt(course))
    course.accept(letters[0])
    assert "Disetujui: LHP (1 dari 2).\n" in read(receipt(course))
    course.accept(letters[1])
    course.accept(course.file("irban-1", "LHE"))
    assert "Disetujui: LHP, LHE.\n" in read(receipt(course))


def test_a_cancelled_run_asks_for_nothing_in_the_group_nor_on_a_receipt(
    course, holders, read
) -> None:
    course.to_step(4).file("irban-1", "LHP")
    course.do(moves.cancel(course.run, 7, "kasubbag-perencanaan", "Salah periode", course.now))
    message = request(course, holders, EVLAP, UMUM)
    lines = read(message).split("\n")
    assert lines[0] == "Permintaan data kinerja Triwulan III 2026 dibatalkan"
    assert lines[1] == "Alasan: Salah periode. Tidak ada berkas yang perlu dikirim."
    assert message.buttons == ()
    assert "Masih kurang" not in read(receipt(course))
    assert read(receipt(course)).endswith("Putaran dibatalkan. Alasan: Salah periode.")


def test_once_the_recap_is_approved_the_request_asks_for_nothing_and_changes_no_more(
    course, holders, read
) -> None:
    message = request(course.to_step(6), holders, EVLAP, UMUM)
    assert read(message) == (
        "Permintaan data kinerja Triwulan III 2026 telah ditutup\n"
        "Rekap telah disetujui. Tidak ada berkas yang perlu dikirim."
    )
    assert message.buttons == ()
    course.finish()
    assert not course.run.is_open
    assert request(course, holders, EVLAP, UMUM) == message


def test_a_receipt_says_what_is_not_waited_for_and_offers_nothing(course, read) -> None:
    course.to_step(4).file("irban-1", "LHP")
    for seat in (EVLAP, UMUM):
        course.convey_collected(seat, "Irban dinas luar")
    assert "Masih kurang: LHE, TLHP, DATA; tidak ditunggu lagi." in read(receipt(course))
    assert receipt(course).buttons == ()


def test_a_complete_receipt_says_so_and_offers_nothing(course, read) -> None:
    course.to_step(4).hand_in("irban-1")
    assert "Berkas lengkap. Terima kasih." in read(receipt(course))
    assert receipt(course).buttons == ()


def test_a_return_says_why_and_until_when(course, read) -> None:
    course.at("2026-11-23 07:50").to_step(4)
    document = course.file("irban-1", "LHP", "a&b.pdf")
    returned = course.give_back(document, "Halaman <3> belum ditandatangani.")
    due = requests.awaited(course.run, "irban-1", course.calendar)
    words = read(requests.returned(course.run, returned, due))
    assert "Irban I. Berkas LHP (a&b.pdf) dikembalikan untuk perbaikan." in words
    assert "Alasan: Halaman <3> belum ditandatangani.\n" in words
    assert "Batas: Senin, 23 November 2026 pukul 14.50 WITA." in words


def test_requests_and_receipts_of_a_large_office_fit(large, crowd, read) -> None:
    message = request(large, crowd, EVLAP, UMUM)
    read(message)
    assert message.text.count("tg://user?id=") == 12
    for seat in large.run.sop.suppliers:
        read(receipt(large, seat.key))
    returned = large.give_back(large.run.documents[0], "Alasan & panjang " * 300)
    read(requests.returned(large.run, returned, ""))
