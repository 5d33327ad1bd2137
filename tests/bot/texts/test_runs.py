from dataclasses import replace

import pytest

from bot.rules import moves
from bot.rules.periods import Period
from bot.rules.run import Task
from bot.texts import runs

LIMIT = "Senin, 23 November 2026 pukul 07.35 WITA"
KASUBBAG = "kasubbag-perencanaan"


def labels(message) -> list[str]:
    return [button.label for row in message.buttons for button in row]


def test_periods_are_offered_by_their_names(read) -> None:
    periods = [Period("triwulan", 2026, 3), Period("bulan", 2026, 10)]
    message = runs.choose_period(1, periods)
    read(message)
    assert labels(message) == ["Triwulan III 2026", "Oktober 2026"]
    assert read(runs.choose_period(1, [])).startswith("Semua periode")


def test_a_plea_names_who_why_and_what_a_tap_grants(course, read) -> None:
    duty = replace(course.duty(Task.ORDER, KASUBBAG), plea="Rapat <dinas>")
    message = runs.plea(course.run, duty, "Sekretaris", (120,), course.calendar)
    words = read(message)
    assert f"(batas {LIMIT})" in words
    assert "Kendala: Rapat <dinas>\nTombol Beri waktu menambah 120 menit kerja." in words
    assert labels(message) == ["Beri waktu", "Tolak"]


def test_other_amounts_stand_below_beri_waktu(course) -> None:
    duty = replace(course.duty(Task.ORDER, KASUBBAG), plea="Rapat")
    offered = (120, 60, 225, 450, 900, 50)
    first, others = runs.plea(course.run, duty, "Sekretaris", offered, course.calendar).buttons
    assert [button.label for button in first] == ["Beri waktu", "Tolak"]
    assert [(button.label, button.data.rpartition(":")[2]) for button in others] == [
        ("1 jam", "60"),
        ("setengah hari", "225"),
        ("1 hari kerja", "450"),
        ("2 hari kerja", "900"),
        ("50 menit kerja", "50"),
    ]


@pytest.mark.parametrize(
    ("granted", "said"),
    [(True, "disetujui; batas menjadi"), (False, "belum disetujui; batas tetap")],
)
def test_a_decided_plea_names_the_limit_once(course, read, granted: bool, said: str) -> None:
    duty = course.duty(Task.ORDER, KASUBBAG)
    words = read(runs.plea_decided(course.run, duty, granted=granted, calendar=course.calendar))
    assert words.endswith(f", {said} {LIMIT}.")
    assert words.count(LIMIT) == 1


def test_a_cancelled_run_says_why(course, read) -> None:
    course.do(moves.cancel(course.run, 7, KASUBBAG, "Salah <periode>.", course.now))
    words = read(runs.cancelled(course.run))
    assert "Triwulan III 2026 dibatalkan. Alasan: Salah <periode>. Tidak ada" in words


def test_the_recap_as_of_now_says_whether_it_is_the_last(course, paper, read) -> None:
    assert read(runs.recap_now(course.run, paper, course.calendar)).startswith("Rekap sementara")
    course.to_step(6).finish()
    words = read(runs.recap_now(course.run, paper, course.calendar))
    assert words.endswith("selesai Senin, 23 November 2026 pukul 07.30 WITA.")
    assert "terlampir" in read(runs.final_recap(course.run, "Kasubbag", paper))


def test_documents_are_listed_by_seat_and_version_with_their_state(course, read) -> None:
    assert read(runs.documents(course.run, [])).startswith("Belum ada berkas")
    course.to_step(4).nihil("irban-1", "TLHP")
    returned = course.give_back(course.file("irban-1", "LHP", "a.pdf"))
    course.file("irban-1", "LHP", "b.pdf", answers=returned.id)
    course.file("irban-3", "LHE", "c&d.pdf")
    assert read(runs.documents(course.run, course.run.documents)).split("\n")[1:] == [
        "Irban I:",
        "   • TLHP: nihil",
        "   • LHP: a.pdf (diganti setelah dikembalikan: Tanpa tanda tangan)",
        "   • LHP versi 2: b.pdf (diterima)",
        "Irban III:",
        "   • LHE: c&d.pdf (diterima)",
    ]


def test_a_document_whose_file_was_destroyed_says_so_in_the_list(course, read) -> None:
    one = replace(course.to_step(4).file("irban-1", "LHP", "a.pdf"), digest="aa")
    other = replace(one, name="b.pdf", digest="bb")
    assert read(runs.documents(course.run, [one, other], gone={"aa"})).split("\n")[2:] == [
        "   • LHP: a.pdf (diterima; telah dimusnahkan menurut JRA)",
        "   • LHP: b.pdf (diterima)",
    ]


def test_what_a_large_office_reads_of_its_run_fits(large, paper, read) -> None:
    run, calendar = replace(large.run, reason="Alasan & panjang " * 300), large.calendar
    duty = replace(large.hand_in_duty("irban-1"), plea="Kendala & panjang " * 300)
    title = run.sop.seat("sekretaris").title
    assert "lainnya" in read(runs.documents(run, run.documents))
    read(runs.plea(run, duty, title, (120, 60, 225, 450), calendar))
    read(runs.plea_sent(title))
    read(runs.plea_decided(run, duty, granted=True, calendar=calendar))
    read(runs.choose_duty([(run, duty) for duty in run.duties]))
    read(runs.choose_run([run]))
    read(runs.cancelled(run))
    read(runs.final_recap(run, title, paper))
    read(runs.closed("Ringkasan"))
