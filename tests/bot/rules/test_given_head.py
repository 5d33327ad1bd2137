"""A letter's number and date as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.errors.files import NotALetterHead
from bot.rules.given_head import given_head
from bot.rules.letters import LetterHead

NUMBER, DAY = "700/12/LHP/2026", date(2026, 11, 3)
READ = LetterHead("094/7/ST/2026", date(2026, 9, 1))

GIVEN = [
    ("700/12/LHP/2026, 3 November 2026", NUMBER, DAY),
    ("Nomor : 700 / 12 / LHP / 2026 tanggal 3 Nov. 2026", NUMBER, DAY),
    ("No.700/12/LHP/2026\ntgl 3/11/26", NUMBER, DAY),
    ("700/12/LHP/2026. Jeneponto, Selasa 3 November 2026", NUMBER, DAY),
    ("3-11-2026 700/12/LHP/2026", NUMBER, DAY),
    ("000.8.3.4/12/DPMD/XI/2026 3-Nov-2026", "000.8.3.4/12/DPMD/XI/2026", DAY),
    # a part that is not written stays as it was read
    ("700/12/LHP/2026", NUMBER, READ.dated),
    ("12", "12", READ.dated),
    ("3-11-2026", READ.number, DAY),
    # what there is not
    ("tanpa nomor, 3-11-2026", "", DAY),
    ("700/12/LHP/2026 tanpa tanggal", NUMBER, None),
    ("tidak ada", "", None),
    ("-", "", None),
    ("Tidak ada nomor dan tanggal.", "", None),
]


@pytest.mark.parametrize(("text", "number", "dated"), GIVEN)
def test_number_and_day_are_understood_however_they_are_written(
    text: str, number: str, dated: date | None
) -> None:
    assert given_head(text, READ) == LetterHead(number, dated)


@pytest.mark.parametrize(
    "text",
    [
        "baik pak",
        "31-02-2026",
        "3-11-2026 atau 4-11-2026",
        "700/1 dan 700/2",
        "12 Oktober",
        "nanti kami cari 2 hari lagi",
        "",
    ],
)
def test_what_tells_no_single_number_or_day_is_refused(text: str) -> None:
    with pytest.raises(NotALetterHead):
        given_head(text, READ)


@given(st.text(alphabet="nomor tagl:/.-0123456789,\nOktber", max_size=200))
def test_any_answer_is_understood_or_refused(text: str) -> None:
    try:
        number = given_head(text, LetterHead()).number
    except NotALetterHead:
        return
    assert not number or any(c.isdigit() for c in number)
