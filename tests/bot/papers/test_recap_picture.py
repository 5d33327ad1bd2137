from dataclasses import replace

import pytest

from bot.papers.recap_picture import LOWEST, NAMED_BARS, picture_data, recap_picture
from bot.rehearsal.telegram.pictures import picture_size
from bot.rules.recap import Recap
from tests.bot.papers.large_recap import MARKUP, large_recap

TELEGRAM_SHOWS = 1600
"""Pixels of height after which Telegram's own scaling (1,280 a side) makes text too small."""


def size(recap: Recap) -> tuple[int, int]:
    found = picture_size(recap_picture(recap))
    assert found is not None
    return found


def test_the_same_recap_gives_the_same_picture(recap: Recap) -> None:
    assert recap_picture(recap) == recap_picture(recap)


@pytest.mark.parametrize(
    ("indicators", "seats", "kinds"),
    [(0, 1, 1), (2, 2, 2), (9, 4, 4), (NAMED_BARS, 4, 4), (60, 4, 4), (200, 40, 12)],
)
def test_a_picture_is_as_wide_as_a_phone_s_and_no_higher_than_it_shows(
    indicators: int, seats: int, kinds: int
) -> None:
    width, height = size(large_recap(indicators, seats, kinds))
    assert width == 1080
    assert 300 < height <= TELEGRAM_SHOWS


@pytest.mark.parametrize("text", [MARKUP, "W" * 4000, "Baris\n" * 40, "🎉 中文 عربي \u202e"])
def test_no_text_takes_a_second_line(text: str) -> None:
    """Another script's letters may stand a few pixels higher."""
    _, plain = size(large_recap(4, text="Nama", name=lambda _: "Nama"))
    _, height = size(large_recap(4, text=text, name=lambda _: text))
    assert plain <= height < plain + 20


def test_bars_bear_the_tone_of_their_predikat_and_end_past_the_target(recap: Recap) -> None:
    bars = {bar["name"]: bar for bar in picture_data(recap)["named"]["bars"]}
    shown = [
        (bars[name]["value"], bars[name]["tone"], bars[name]["long"])
        for name in ("Aparatur desa dilatih", "Keterlambatan LPJ Dana Desa")
    ]
    assert [(value, tone) for value, tone, _ in shown] == [("120,67%", 0), ("20,00%", 4)]
    assert [round(long, 3) for *_, long in shown] == [0.965, 0.16]
    none = bars["Nilai AKIP perangkat daerah"]
    assert (none["value"], none["tone"], none["long"]) == ("Belum ada data", None, 0)


def test_of_many_indicators_all_are_drawn_and_the_lowest_named() -> None:
    data = picture_data(large_recap(60))
    assert len(data["every"]["bars"]) == 60
    assert data["every"]["missing"] == "Tanpa capaian (5): nomor 11, 22, 33, 44, 55"
    values = [bar["long"] for bar in data["named"]["bars"]]
    assert len(values) == LOWEST
    assert values == sorted(values)
    others = [bar for bar in data["every"]["bars"] if bar not in data["named"]["bars"]]
    assert max(values) <= min(bar["long"] for bar in others if bar["tone"] is not None)


def test_of_many_units_those_are_shown_that_lack_something() -> None:
    matrix = picture_data(large_recap(9, seats=30))["matrix"]
    assert [row["unit"] for row in matrix["rows"]] == ["Bidang 30"]
    assert matrix["more"] == "29 unit lainnya lengkap"
    missing = large_recap(9, seats=30)
    nothing = replace(missing, completeness=tuple(_missing(missing)))
    matrix = picture_data(nothing)["matrix"]
    assert (len(matrix["rows"]), matrix["more"]) == (12, "18 unit lainnya pada buku kerja rekap")


def _missing(recap: Recap):
    return (replace(cell, accepted=0, waiting=0) for cell in recap.completeness)


def test_the_picture_says_nothing_of_findings(told: Recap) -> None:
    said = str(picture_data(told))
    assert "LHP itu telah selesai" not in said
    for entry in told.tlhp:
        assert entry.row.finding
        assert entry.row.finding not in said
        assert entry.row.number not in said
