"""The lateness ledger on the sheet Ringkasan."""

import io
from dataclasses import replace

from openpyxl import load_workbook

from bot.papers.recap_workbook import recap_workbook
from bot.rules.background import Background, SeatTime
from bot.rules.recap import Recap

TIMES = (
    SeatTime("Irban I", "menyerahkan berkas", 340, 20, 125, 60),
    SeatTime("Ka.Subbag Evaluasi dan Pelaporan", "menghimpun dan memeriksa berkas", 95, 430, 0, 0),
)


def rows(recap: Recap, background: Background) -> list[list[object]]:
    data = recap_workbook(replace(recap, background=background))
    sheet = load_workbook(io.BytesIO(data))["Ringkasan"]
    return [[cell.value for cell in row[:5]] for row in sheet.iter_rows()]


def test_the_summary_shows_whose_the_working_minutes_were(
    recap: Recap, background: Background
) -> None:
    found = rows(recap, replace(background, times=TIMES))
    top = found.index(["Kursi", "Waktu sendiri", "Menunggu", "Diperiksa", "Diizinkan"])
    assert found[top - 1][0] == "Waktu per kursi (menit kerja)"
    assert found[top + 1 : top + 3] == [
        ["Irban I: menyerahkan berkas", 340, 20, 125, 60],
        [
            "Ka.Subbag Evaluasi dan Pelaporan: menghimpun dan memeriksa berkas",
            *(95, 430, 0, 0),
        ],
    ]


def test_without_a_ledger_the_summary_has_no_such_table(
    recap: Recap, background: Background
) -> None:
    assert not [row for row in rows(recap, background) if "Waktu sendiri" in row]
