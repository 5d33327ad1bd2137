from dataclasses import replace

import pytest

from bot.papers.timeliness import ROWS, picture_data, timeliness_picture
from bot.rehearsal.telegram.pictures import picture_size
from bot.rules.run import Task
from bot.rules.timeliness import Measured, Timeliness

ROW = Measured(4, Task.COLLECT, "kasubbag-umum", "Ka.Subbag Umum", "Umum", 480, 240, 1520, 2, 3)


def many(count: int, **changed: object) -> Timeliness:
    rows = (replace(ROW, seat=f"k-{n}", on_time=n % 4, counted=3, **changed) for n in range(count))
    return Timeliness(3, tuple(rows))


def test_the_same_values_give_the_same_picture(jeneponto) -> None:
    first, second = (timeliness_picture(many(3), jeneponto, None) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("count", [1, 12, 40])
def test_a_picture_is_as_wide_as_a_phone_s_and_no_higher_than_it_shows(
    jeneponto, count: int
) -> None:
    long = many(count, label="Ka.Subbag Evaluasi & Pelaporan <b> " * 4, middle=10**6, worst=10**7)
    size = picture_size(timeliness_picture(long, jeneponto, "triwulan"))
    assert size is not None
    assert size[0] == 1080
    assert size[1] < 1650


@pytest.mark.parametrize(
    ("middle", "worst", "drawn"),
    [
        (240, 480, (0.25, 0.5, False)),
        (481, 5000, (0.501, 1.0, True)),
        (None, None, (None, None, False)),
    ],
)
def test_bars_are_drawn_against_twice_the_standard(jeneponto, middle, worst, drawn) -> None:
    row = replace(ROW, middle=middle, worst=worst)
    (bar,) = picture_data(Timeliness(1, (row,)), jeneponto, None)["rows"]
    shown = [part and round(part, 3) for part in (bar["middle"], bar["worst"])]
    assert (*shown, bar["over"]) == drawn


def test_of_many_rows_those_are_drawn_that_keep_their_limits_least(jeneponto) -> None:
    data = picture_data(many(40), jeneponto, None)
    assert len(data["rows"]) == ROWS
    assert {row["kept"] for row in data["rows"]} == {"tepat 0/3", "tepat 1/3"}
    assert data["more"] == "dan 24 baris lainnya pada pesan berikut"
