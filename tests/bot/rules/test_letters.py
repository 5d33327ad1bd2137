"""A letter's own number and day: read where they stand, and nothing guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.letters import LetterHead, a_day, letter_head

OCTOBER = date(2026, 10, 5)

HEADS = [
    # headed lines, as an Inspektorat writes a cover
    (
        "LAPORAN\nNOMOR : 700/12/LHP/IX/2026\nTANGGAL : 5 OKTOBER 2026",
        "700/12/LHP/IX/2026",
        OCTOBER,
    ),
    ("Nomor\n: 700/12/LHP/2026\nTanggal\n: 05-10-2026", "700/12/LHP/2026", OCTOBER),
    ("No. 700/12-LHP/ITKAB/2026.\nTgl. 5 Okt 2026", "700/12-LHP/ITKAB/2026", OCTOBER),
    # alone on its line; a day after the place or the weekday
    (
        "Laporan Hasil Evaluasi\n700/31/LHE/2026\nIsi\nSenin, 5 Oktober 2026",
        "700/31/LHE/2026",
        OCTOBER,
    ),
    # the letter's own, not that of the letter of assignment it goes by
    (
        "Jeneponto, 5 Oktober 2026\nNomor : 000.8.3.4/12/DPMD/X/2026\nSifat : Biasa\nBerdasarkan "
        "Surat Tugas Nomor 094/7/ST/2026 tanggal 1 September 2026",
        "000.8.3.4/12/DPMD/X/2026",
        OCTOBER,
    ),
    ("Berdasarkan Surat Tugas Nomor 094/7/ST/2026 tanggal 1 September 2026", "", None),
    # in a sentence, where it is the only one
    (
        "Disampaikan LHP Nomor 700 / 12 / LHP / IX / 2026 tanggal 5 Oktober 2026 beserta",
        "700/12/LHP/IX/2026",
        OCTOBER,
    ),
    ("Surat ini tertanggal; tanggal 5 Oktober 2026 dibuat", "", OCTOBER),
    # left blank, to be written by hand
    ("Nomor : 700/     /LHP/2026\nTanggal :      Oktober 2026", "", None),
    ("Nomor : 700/...../LHP/2026", "", None),
    # several candidates, or none
    ("Nomor: 700/1/LHP/2026\nNomor: 700/2/LHP/2026", "", None),
    ("Tanggal : 5 Oktober 2026\nTanggal : 6 Oktober 2026", "", None),
    ("tanggal 5 Oktober 2026 sampai dengan 9 Oktober 2026", "", None),
    ("Nomor: 700/1/LHP/2026\nSalinan\nNomor: 700/1/LHP/2026", "700/1/LHP/2026", None),
    ("Nomor 12 Tahun 2026", "", None),
    ("Nomor : 12/10/2026", "", None),
    ("xx, 31 Februari 2026", "", None),
    ("", "", None),
]


@pytest.mark.parametrize(("page", "number", "dated"), HEADS)
def test_number_and_day_are_read_where_they_stand(
    page: str, number: str, dated: date | None
) -> None:
    assert letter_head(page) == LetterHead(number, dated)


def test_what_tells_nothing_is_no_head() -> None:
    assert not letter_head("Surat pengantar")
    assert letter_head("Tanggal : 5 Oktober 2026")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5 Oktober 2026", OCTOBER),
        ("05/10/2026", OCTOBER),
        ("5.10.2026", OCTOBER),
        ("5 okt. 2026", OCTOBER),
        ("10/2026", None),
        ("5 Ok 2026", None),
        ("32 Oktober 2026", None),
        ("5 Oktober 1926", None),
    ],
)
def test_a_day_is_read_with_the_day_first(text: str, day: date | None) -> None:
    assert a_day(text) == day


@given(st.text(alphabet="Nomor :/.-0123456789 LHPtangl,\nOktber", max_size=400))
def test_no_page_makes_the_reader_fail_or_give_a_blank_part(page: str) -> None:
    number = letter_head(page).number
    assert all(any(c.isalnum() for c in part) for part in number.split("/")) or not number


@pytest.mark.parametrize(
    "page", ["a/" * 2500, "Nomor : " + "1/a" * 1600, "Nomor " * 800, "/ " * 2500]
)
def test_a_page_of_nothing_but_slashes_is_read_soon(page: str) -> None:
    letter_head(page)  # a pattern that tried every split would not come back from these
