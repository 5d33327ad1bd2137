"""The lateness ledger on the sheet Ringkasan."""

import io
from dataclasses import replace

from openpyxl import load_workbook

from bot.papers.recap_workbook import recap_workbook
from bot.rules.background import Background
from bot.rules.recap import Recap
from bot.rules.seat_ledger import seat_ledger
from tests.bot.conftest import Course

HEADINGS = ["Kursi", "Waktu sendiri", "Menunggu", "Diperiksa", "Diizinkan", "Di luar tugas"]


def rows(recap: Recap, background: Background) -> list[list[object]]:
    data = recap_workbook(replace(recap, background=background))
    sheet = load_workbook(io.BytesIO(data))["Ringkasan"]
    return [[cell.value for cell in row[:6]] for row in sheet.iter_rows()]


def below(found: list[list[object]], title: str) -> list[list[object]]:
    """The rows of the table under a title, without its headings."""
    top = next(n for n, row in enumerate(found) if row[0] == title)
    assert found[top + 1] == HEADINGS
    ends = (n for n in range(top + 2, len(found)) if found[n][0] is None)
    return found[top + 2 : next(ends, len(found))]


def test_the_summary_shows_whose_the_minutes_were_by_seats_and_by_steps(
    recap: Recap, background: Background, course: Course
) -> None:
    course.at("2026-11-23 07:50").to_step(4).at("2026-11-23 10:00").hand_in("irban-1")
    course.at("2026-11-23 11:00")
    times = seat_ledger(course.run, course.calendar, course.now)
    found = rows(recap, replace(background, times=times))
    seats = below(found, "Waktu per kursi (menit kerja)")
    steps = below(found, "Waktu per kursi dan langkah (menit kerja)")
    assert ["Irban I", 130, 20, 60, 0, 0] in seats
    assert ["Ka.Subbag Evaluasi dan Pelaporan", 60, 170, 0, 0, 190] in seats
    name = "Ka.Subbag Evaluasi dan Pelaporan, langkah"
    assert [f"{name} 3: menyampaikan format permintaan data", 0, 20, 0, 0, 190] in steps
    assert [f"{name} 4: menghimpun dan memeriksa berkas", 60, 150, 0, 0, 0] in steps
    for place in range(1, 6):
        assert sum(row[place] for row in seats) == sum(row[place] for row in steps)  # type: ignore[misc]


def test_without_a_ledger_the_summary_has_no_such_table(
    recap: Recap, background: Background
) -> None:
    assert not [row for row in rows(recap, background) if "Waktu sendiri" in row]
