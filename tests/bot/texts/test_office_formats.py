"""What is said of a format in chat: exact for a small one, within Telegram's limits for any."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.rules.achievement import Direction, Method
from bot.rules.format_changes import format_changes
from bot.rules.forms import Indicator, OfficeFormat
from bot.rules.messages import Attachment
from bot.rules.periods import parse
from bot.rules.year_targets import KeptOver
from bot.texts import office_formats as texts
from bot.texts.format_reach import Reach, brought_over, holds_for, renewed, year_kept

ROW = Indicator(
    1,
    "Sasaran",
    "Desa <maju> & mandiri",
    "desa",
    Direction.UP,
    Method.SUM,
    Decimal(400),
    Decimal("1234.5"),
    None,
    None,
    "irban-1",
)
PAPER = Attachment("Format.xlsx", digest="0" * 64)


@pytest.fixture
def seats(course):
    return course.run.sop.suppliers


def test_a_change_is_told_with_both_figures_and_the_seats(course, seats, read) -> None:
    old = OfficeFormat((ROW, replace(ROW, number=2, name="Desa tertinggal")))
    new = OfficeFormat(
        (
            replace(ROW, target_period=Decimal(1500), target_year=Decimal(500)),
            replace(ROW, number=2, name="Aparatur desa", seat="irban-3"),
        )
    )
    to_check = [
        brought_over(parse("2026-10"), parse("2026-TW4")),
        *year_kept(KeptOver(2025, 2026, 2, 2, 1, 1)),
    ]
    message = texts.proposed(
        7, "Format.xlsx", new, seats, format_changes(old, new), to_check, Reach((course.run,))
    )
    assert read(message).split("\n") == [
        "Format Format.xlsx diterima: 2 indikator.",
        "Irban I: 1; Irban II: 0; Irban III: 1; Irban IV: 0.",
        "Perubahan terhadap format yang dipakai:",
        "• Ditambah (1): Aparatur desa.",
        "• Dikeluarkan (1): Desa tertinggal.",
        "• Target berubah (1): Desa <maju> & mandiri (tahun 400 menjadi 500, periode 1.234,5 "
        "menjadi 1.500).",
        "Target pada buku kerja untuk Oktober 2026, dibawa ke Triwulan IV 2026.",
        "Tahun 2026 memakai angka tahun 2025: target 2 dari 2 indikator dan pagu 1 dari 1 "
        "program/kegiatan; mohon diperiksa.",
        "Berlaku untuk Triwulan III 2026 dan putaran berikutnya.",
        "Mohon diperiksa, lalu mengetuk tombol di bawah bila sesuai. Terima kasih.",
    ]
    ((button,),) = message.buttons
    assert (button.label, button.data) == ("Pakai format ini", "format:7")


def test_what_is_no_target_is_told_by_its_heading(seats, read) -> None:
    old = OfficeFormat((ROW,))
    new = OfficeFormat((replace(ROW, seat="irban-2", method=Method.LAST, budget=Decimal(9)),))
    message = texts.proposed(7, "F.xlsx", new, seats, format_changes(old, new), (), Reach())
    assert (
        "• Isian lain berubah (1): Desa <maju> & mandiri (cara hitung, pagu, penanggung jawab)."
        in read(message)
    )
    assert "Berlaku untuk putaran berikutnya." in read(message)


def test_a_large_format_is_told_within_telegram_s_limits(large, read) -> None:
    run = large.run
    names = [f"Indikator panjang & berliku nomor {n} " * 9 for n in range(300)]
    rows = tuple(replace(ROW, number=n, name=name) for n, name in enumerate(names, 1))
    moved = tuple(replace(r, target_period=Decimal(7), seat="irban-2") for r in rows[:100])
    old, new = OfficeFormat(rows[:200]), OfficeFormat((*moved, *rows[200:]))
    changes, seats = format_changes(old, new), run.sop.suppliers
    name = "Format & panjang " * 20
    reach, kept = Reach((run,) * 20, (run,) * 20), KeptOver(2025, 2026, 300, 300, 300, 300)
    to_check = [brought_over(parse("2025-TW4"), run.period), *year_kept(kept)]
    assert "lainnya" in read(texts.proposed(7, name, new, seats, changes, to_check, reach))
    read(texts.unchanged(name, new, seats))
    read(texts.taken(name, new, seats, reach, "Senin, 23 November 2026 pukul 07.30 WITA"))
    read(texts.in_use(new, seats, run.period, PAPER, reach, kept))


def test_a_run_that_keeps_its_own_format_is_named(course) -> None:
    run = course.run
    assert holds_for(Reach(keeping=(run,))) == (
        "Berlaku untuk putaran berikutnya. Triwulan III 2026 tetap memakai format semula."
    )
    for runs in ((), (run,), (run,) * 9):
        assert len(renewed(runs)) <= 200  # of an answer to a tap


@pytest.mark.parametrize(
    ("targets", "budgets", "told"),
    [
        (9, 3, "target 9 dari 9 indikator dan pagu 3 dari 3 program/kegiatan"),
        (2, 0, "target 2 dari 9 indikator"),
        (0, 1, "pagu 1 dari 3 program/kegiatan"),
    ],
)
def test_what_another_year_left_is_counted(targets: int, budgets: int, told: str) -> None:
    (line,) = year_kept(KeptOver(2026, 2027, targets, 9, budgets, 3))
    assert line == f"Tahun 2027 memakai angka tahun 2026: {told}; mohon diperiksa."
