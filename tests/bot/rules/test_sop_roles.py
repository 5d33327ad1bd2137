"""Roles of a SOP file: their keys, seats and superiors."""

import re

import pytest

from bot.rules.acts import Act, button_data
from bot.rules.sop_faults import FaultCode
from bot.rules.sop_file import parse_sop
from tests.bot.rules.damaged import SHIPPED, C, changed, entry_of, faults_of, line_of


def without(key: str, text: str = SHIPPED) -> str:
    return re.sub(rf"^{key} = .*\n", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("key", "place", "code"),
    [
        ("atasan", "tangga[3].kepada", C.NO_SUPERIOR),
        ("mengawasi", "tangga[4].kepada", C.NO_OVERSEER),
    ],
)
def test_a_rung_has_somebody_to_tell(key: str, place: str, code: FaultCode) -> None:
    (fault,) = faults_of(without(key))
    assert (fault.code, fault.place) == (code, place)
    assert fault.line == line_of(without(key), place)


def test_a_sop_without_superiors_may_have_a_ladder_to_the_holder() -> None:
    text = without("mengawasi", without("atasan"))
    sop = parse_sop(text[: entry_of("tangga", 3, text)[0]])
    assert [rung.after for rung in sop.ladder] == [0, 30]


@pytest.mark.parametrize("written", ['mengawasi = "ya"', "mengawas = true", "mengawasii = true"])
def test_an_overseer_that_was_not_read_is_not_told_as_missing(written: str) -> None:
    text = changed("peran[6]", "mengawasi = true", written)
    (fault,) = faults_of(changed("peran[7]", "mengawasi = true", "", text))
    assert fault.code in (C.WRONG_TYPE, C.UNKNOWN_KEY)


def with_seats(*counts: int) -> str:
    """The shipped SOP, of ten seats, with further roles of so many seats before the last."""
    roles = "".join(
        f'[[peran]]\nkunci = "bidang-{letter}"\njabatan = "Kepala Bidang {letter}"\n'
        f'sebutan = "Bidang"\njumlah = {count}\n\n'
        for letter, count in zip("abcdefgh", counts, strict=False)
    )
    start = entry_of("peran", 7)[0]
    return SHIPPED[:start] + roles + SHIPPED[start:]


def test_a_hundred_seats_fit_a_keyboard() -> None:
    assert len(parse_sop(with_seats(*[12] * 7, 6)).seats) == 100


def test_more_seats_are_told_at_the_role_with_which_they_are_too_many() -> None:
    text = with_seats(*[12] * 7, 8)
    (fault,) = faults_of(text)
    assert (fault.code, fault.place) == (C.TOO_MANY_SEATS, "peran[14].jumlah")
    assert fault.params == {"seats": 102, "most": 100}
    assert fault.line == line_of(text, fault.place)


def test_a_short_name_of_forty_characters_fits_a_button() -> None:
    sop = parse_sop(changed("peran[5]", '"Irban"', f'"{"I" * 40}"'))
    assert sop.role("irban").short == "I" * 40


def test_a_circle_of_superiors_is_told_once() -> None:
    (fault,) = faults_of(changed("peran[7]", "mengawasi", 'atasan = "penyusun"\nmengawasi'))
    assert fault.place == "peran[1].atasan"
    assert fault.params["roles"] == (
        *("kasubbag-perencanaan", "sekretaris", "kepala", "penyusun"),
        "kasubbag-perencanaan",
    )


@pytest.mark.parametrize(
    "key",
    ["Irban", "irban_1", "-irban", "irban-", "ir--ban", "irban 1", "irban:1", "írban", "i" * 25],
)
def test_a_key_that_no_button_could_carry_is_refused(key: str) -> None:
    (fault,) = faults_of(SHIPPED.replace('"irban"', f'"{key}"'))
    assert (fault.code, fault.place) == (C.NOT_A_SLUG, "peran[5].kunci")


def test_the_longest_keys_still_fit_a_button() -> None:
    text = SHIPPED.replace('"irban"', f'"{"i" * 24}"').replace('"DATA"', f'"{"D" * 12}"')
    sop = parse_sop(changed("peran[5]", "jumlah = 4", "jumlah = 12", text))
    run, seat = 2**31 - 1, f"{'i' * 24}-12"
    assert seat in {seat.key for seat in sop.seats}
    assert len(button_data(Act.CONVEY, run, 99, seat, "f" * 8)) <= 64
    assert len(button_data(Act.DECLARE_NIHIL, run, seat, "D" * 12)) <= 64
