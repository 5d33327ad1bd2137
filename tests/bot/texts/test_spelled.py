from datetime import date

import pytest

from bot.texts.spelled import spelled, spelled_day


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (20, "dua puluh"),
        (31, "tiga puluh satu"),
        (100, "seratus"),
        (1000, "seribu"),
        (2011, "dua ribu sebelas"),
        (2026, "dua ribu dua puluh enam"),
        (1945, "seribu sembilan ratus empat puluh lima"),
    ],
)
def test_numbers_are_written_as_they_are_said(value: int, words: str) -> None:
    assert spelled(value) == words


def test_a_day_of_a_deed_stands_in_words_and_figures() -> None:
    assert spelled_day(date(2026, 11, 26)) == (
        "Kamis, tanggal dua puluh enam bulan November tahun dua ribu dua puluh enam "
        "(26 November 2026)"
    )
