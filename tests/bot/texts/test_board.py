from datetime import UTC, datetime

import pytest

from bot.rules import moves
from bot.texts.board import board, with_times

KASUBBAG = "kasubbag-perencanaan"


@pytest.fixture
def lines(course, holders, read):
    """The board's lines at the moment that it is."""
    return lambda *, counting=True: read(
        board(course.run, holders, course.calendar, course.now if counting else None)
    ).split("\n")


def test_a_board_begins_with_the_run_and_its_step(course, lines) -> None:
    course.to_step(3)
    assert lines()[:2] == [
        "Papan Mekanisme Pengumpulan Data Kinerja — Triwulan III 2026",
        "Langkah 3 dari 6.",
    ]


def test_each_step_says_how_it_stands_and_the_open_one_its_limit(course, lines) -> None:
    course.at("2026-11-23 07:34").to_step(3)
    steps = [line for line in lines() if not line.startswith("   ")][2:]
    assert steps == [
        "✅ 1. Perintah · selesai Senin, 23 November 2026 pukul 07.34 WITA",
        "✅ 2. Sampaikan · selesai Senin, 23 November 2026 pukul 07.34 WITA",
        "▶️ 3. Sampaikan · batas Senin, 23 November 2026 pukul 07.44 WITA",
        "▫️ 4. Himpun",
        "▫️ 5. Rekap",
        "▫️ 6. Analisis",
    ]


def test_who_hands_in_is_shown_with_documents_in_of_owed_and_minutes_late(course, lines) -> None:
    course.at("2026-11-23 07:50").to_step(4).hand_in("irban-1")
    course.file("irban-3", "LHP")
    course.at("2026-11-23 15:00")
    due = "batas Senin, 23 November 2026 pukul 14.50 WITA"
    assert [line.strip() for line in lines() if "Irban" in line] == [
        "✅ Irban I (Nama 5) · 4/4 jenis · selesai Senin, 23 November pukul 07.50 WITA",
        "▶️ Irban II (kursi kosong) · 0/4 jenis, kurang LHP, LHE, TLHP, DATA"
        f" · {due} · melewati batas 10 menit kerja",
        f"▶️ Irban III (Nama 6) · 1/4 jenis, kurang LHE, TLHP, DATA"
        f" · {due} · melewati batas 10 menit kerja",
        "▶️ Irban IV (Nama 7) · 0/4 jenis, kurang LHP, LHE, TLHP, DATA"
        f" · {due} · melewati batas 10 menit kerja",
    ]


def test_a_standing_board_counts_no_minutes(course, lines) -> None:
    course.at("2026-11-23 07:50").to_step(4).at("2026-11-25 15:00")
    for counting in (True, False):
        opened = [line for line in lines(counting=counting) if "▶️" in line and "Irban" in line]
        assert len(opened) == 4
        assert all(("melewati batas" in line) is counting for line in opened)


def test_what_was_delivered_late_says_by_how_much_also_on_a_standing_board(course, lines) -> None:
    course.at("2026-11-23 07:50").to_step(4).at("2026-11-24 08:08").hand_in("irban-4")
    for counting in (True, False):
        (line,) = [line for line in lines(counting=counting) if "Irban IV" in line]
        # the step is open until Tuesday too, so the day is the step's own
        assert line == (
            "   ✅ Irban IV (Nama 7) · 4/4 jenis · selesai 08.08 WITA"
            " · melewati batas 108 menit kerja"
        )


def test_what_ended_on_another_day_than_its_step_tells_the_day(course, lines) -> None:
    course.at("2026-11-23 07:50").to_step(4).hand_in("irban-1")
    course.at("2026-11-24 07:40").hand_in_all()
    course.to_step(5)
    assert [line.split(" · selesai ")[1] for line in lines() if "Irban" in line] == [
        "Senin, 23 November pukul 07.50 WITA",
        *["07.40 WITA · melewati batas 80 menit kerja"] * 3,
    ]


def test_a_collector_is_shown_with_what_waits_for_review(course, lines) -> None:
    course.to_step(4).hand_in("irban-1")
    line = [line for line in lines() if "Evaluasi" in line][-1]
    assert line == (
        "   ▶️ Ka.Subbag Evaluasi dan Pelaporan (Nama 3) · 3 berkas menunggu pemeriksaan"
    )


def test_documents_that_came_before_their_step_are_shown(course, lines) -> None:
    course.to_step(3)
    assert not any("Irban" in line for line in lines())
    course.file("irban-1", "LHP")
    assert [line for line in lines() if "Irban" in line] == [
        "   ▫️ Irban I (Nama 5) · 1/4 jenis, kurang LHE, TLHP, DATA"
    ]


@pytest.mark.parametrize("ended", ["Selesai", "Dibatalkan"])
def test_a_run_that_ended_says_when(course, lines, ended: str) -> None:
    if ended == "Selesai":
        course.to_step(6).finish()
    else:
        course.to_step(3).convey(3, "kasubbag-evlap")
        course.do(moves.cancel(course.run, 7, KASUBBAG, "Salah periode", course.now))
    assert lines()[1] == f"{ended} Senin, 23 November 2026 pukul 07.30 WITA."
    # a step that was begun is cancelled with its run, and has no limit any more
    assert not any(line.startswith("▶️") or "batas" in line for line in lines())


def test_a_large_board_fits(large, crowd, read) -> None:
    words = read(board(large.run, crowd, large.calendar, datetime(2026, 11, 25, 3, tzinfo=UTC)))
    assert words.count("Wilayah Kerja") == 12


def test_a_board_that_would_not_fit_leaves_out_who_is_done_first(
    large, crowd, read, monkeypatch
) -> None:
    monkeypatch.setattr("bot.texts.board.TEXT", 3000)
    for seat in large.run.sop.suppliers[:6]:
        large.hand_in(seat.key)
    words = read(board(large.run, crowd, large.calendar, None))
    assert "lainnya" in words
    assert "Wilayah Kerja XII (" in words
    assert "Wilayah Kerja I (" not in words
    assert all(f" {number}. " in words for number in range(1, 7))


def test_under_the_board_stands_whose_the_minutes_were(course, holders, read) -> None:
    course.at("2026-11-23 07:50").to_step(4).at("2026-11-23 10:00").hand_in("irban-1")
    course.at("2026-11-23 11:00")
    shown = board(course.run, holders, course.calendar, course.now)
    told = with_times(shown, course.run, course.calendar, course.now, {})
    words = read(told)
    assert words.startswith(read(shown))
    times = words.removeprefix(read(shown)).split("\n")[1:]
    assert times[0] == (
        "Waktu (menit kerja): sendiri / menunggu / diperiksa / diizinkan / di luar tugas"
    )
    assert "   Irban I: 130 / 20 / 60 / 0 / 0" in times
    assert "   Irban II: 190 / 20 / 0 / 0 / 0" in times
    # conveyed and collects: both of its duties
    assert "   Evlap: 60 / 170 / 0 / 0 / 190" in times


def test_the_times_of_a_large_office_fit_below_its_board(large, crowd, read) -> None:
    run, calendar = large.run, large.calendar
    shown = board(run, crowd, calendar, large.now)
    read(with_times(shown, run, calendar, large.now, {}))
