from dataclasses import replace

import pytest

from bot.rules.sop import Role, Seat, Sop, StepKind, roman


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "I"), (4, "IV"), (9, "IX"), (10, "X"), (12, "XII"), (13, "13")],
)
def test_seats_are_counted_in_roman_numerals(number: int, numeral: str) -> None:
    assert roman(number) == numeral


def test_a_role_of_one_is_its_own_seat() -> None:
    role = Role("penyusun", "Penyusun Bahan", "Penyusun")
    assert role.seats == (Seat("penyusun", "penyusun", "Penyusun Bahan"),)


def test_a_role_of_several_numbers_its_seats() -> None:
    role = Role("irban", "Inspektur Pembantu", "Irban", count=2)
    assert role.seats == (Seat("irban-1", "irban", "Irban I"), Seat("irban-2", "irban", "Irban II"))


def test_an_office_s_seats_stand_in_the_order_of_its_roles(jeneponto: Sop) -> None:
    assert [seat.key for seat in jeneponto.seats] == [
        *("kasubbag-perencanaan", "penyusun", "kasubbag-evlap", "kasubbag-umum"),
        *("irban-1", "irban-2", "irban-3", "irban-4", "sekretaris", "kepala"),
    ]
    assert [seat.title for seat in jeneponto.suppliers] == [
        f"Irban {number}" for number in ("I", "II", "III", "IV")
    ]


@pytest.mark.parametrize(
    ("role", "chain"),
    [
        ("irban", ["kasubbag-perencanaan", "sekretaris", "kepala"]),
        ("kasubbag-perencanaan", ["sekretaris", "kepala"]),
        ("kepala", []),
    ],
)
def test_superiors_are_told_nearest_first(jeneponto: Sop, role: str, chain: list[str]) -> None:
    assert [above.key for above in jeneponto.superiors(role)] == chain


def test_a_circle_of_superiors_ends(jeneponto: Sop) -> None:
    circle = tuple(
        replace(role, superior="irban") if role.key == "kepala" else role
        for role in jeneponto.roles
    )
    chain = [role.key for role in replace(jeneponto, roles=circle).superiors("irban")]
    assert chain == ["kasubbag-perencanaan", "sekretaris", "kepala", "irban"]


def test_kinds_are_told_by_who_hands_in_and_who_collects(jeneponto: Sop) -> None:
    assert [kind.code for kind in jeneponto.kinds_from("irban")] == ["LHP", "LHE", "TLHP", "DATA"]
    assert [kind.code for kind in jeneponto.kinds_for("kasubbag-evlap")] == ["LHP", "LHE", "TLHP"]
    assert jeneponto.kinds_from("penyusun") == jeneponto.kinds_for("penyusun") == ()


def test_the_actors_of_several_steps_are_named_once(jeneponto: Sop) -> None:
    conveys = jeneponto.actors_of(StepKind.CONVEY)
    assert conveys == ("penyusun", "kasubbag-evlap", "kasubbag-umum")
    assert [role.key for role in jeneponto.overseers] == ["sekretaris", "kepala"]
