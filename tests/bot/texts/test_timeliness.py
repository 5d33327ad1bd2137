from dataclasses import replace

import pytest

from bot.rules.run import Task
from bot.rules.timeliness import Measured, Timeliness
from bot.texts import timeliness as texts

ROW = Measured(4, Task.COLLECT, "kasubbag-umum", "Ka.Subbag <Umum>", "Umum", 480, 312, 1520, 2, 3)
NEVER = replace(ROW, seat="kasubbag-evlap", middle=None, worst=None, on_time=0, counted=1)


def test_each_row_tells_standard_median_worst_and_the_share_on_time(jeneponto, read) -> None:
    words = read(texts.report(Timeliness(3, (ROW, NEVER)), jeneponto, 1, None))
    assert words.split("\n")[:4] == [
        "Ketepatan waktu menurut langkah",
        "3 putaran, tepat waktu 2 dari 4 tugas (50%).",
        "• 4. Himpun, Ka.Subbag <Umum>: baku 480 menit kerja, median 312, terlama 1.520; tepat "
        "waktu 2 dari 3 (67%)",
        "• 4. Himpun, Ka.Subbag <Umum>: baku 480 menit kerja, belum ada yang selesai; tepat waktu "
        "0 dari 1 (0%)",
    ]


@pytest.mark.parametrize(("kind", "said"), [(None, "putaran yang"), ("bulan", "putaran bulan")])
def test_where_nothing_was_measured_it_says_so(jeneponto, read, kind, said: str) -> None:
    assert f"Belum ada tugas {said}" in read(texts.report(Timeliness(0, ()), jeneponto, 1, kind))


def test_the_kinds_are_offered_where_the_sop_has_both(jeneponto) -> None:
    found = Timeliness(1, (ROW,))
    labels = [b.label for row in texts.report(found, jeneponto, 1, None).buttons for b in row]
    assert labels == ["Triwulan", "Bulan"]
    one = replace(jeneponto, period_kinds=("bulan",))
    assert texts.report(found, one, 1, None).buttons == ()


@pytest.mark.parametrize(
    ("some", "every", "share"), [(0, 0, "–"), (1, 3, "33%"), (2, 3, "67%"), (1, 8, "13%")]
)
def test_a_share_is_rounded_half_up(some: int, every: int, share: str) -> None:
    assert texts.percent(some, every) == share


def test_the_longest_report_fits(jeneponto, read) -> None:
    rows = tuple(replace(ROW, title="Nama & gelar " * 20, seat=f"irban-{n}") for n in range(200))
    read(texts.report(Timeliness(9, rows), jeneponto, 2**31 - 1, "triwulan"))
