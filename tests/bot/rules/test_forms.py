from dataclasses import replace
from decimal import Decimal

import pytest

from bot.rules.achievement import Direction, Method
from bot.rules.forms import Indicator, LheRow, OfficeFormat, TlhpRow, programmes_twice

ROW = Indicator(
    1, "Sasaran", "Desa", "desa", Direction.UP, Method.SUM, Decimal(4), Decimal(2), None, None, "a"
)


def of_seats(*seats: str) -> OfficeFormat:
    return OfficeFormat(tuple(replace(ROW, number=n, seat=s) for n, s in enumerate(seats, 1)))


@pytest.mark.parametrize(
    ("seats", "spread"),
    [
        (("k1", "k2", "k3"), ("k1", "k1", "k2", "k3")),
        (("k1", "k2"), ("k1", "k1", "k2", "k1")),
        (("k1", "k2", "k3", "k4"), ("k1", "k1", "k2", "k3")),
        (("c", "b", "a"), ("a", "a", "b", "c")),  # the office has these seats already
        ((), ("a", "a", "b", "c")),
    ],
)
def test_a_format_is_spread_over_the_seats_that_an_office_has(
    seats: tuple[str, ...], spread: tuple[str, ...]
) -> None:
    rows = of_seats("a", "a", "b", "c").spread(seats).indicators
    assert tuple(row.seat for row in rows) == spread


def test_a_programme_named_again_is_found_without_regard_to_case() -> None:
    rows = [replace(ROW, programme=name) for name in ("Satu", None, "Dua", None, "SATU")]
    assert programmes_twice(rows) == (rows[4],)


@pytest.mark.parametrize(
    ("parts", "total", "grade"),
    [
        ((27, 27, 13, "23.01"), "90.01", "AA"),
        ((27, 27, 13, 23), "90", "A"),
        ((10, 10, 5, 5), "30", "D"),
        ((27, 27, 13, None), None, None),
    ],
)
def test_an_evaluation_is_graded_on_all_four_components(
    parts: tuple[str | int | None, ...], total: str | None, grade: str | None
) -> None:
    given = [None if part is None else Decimal(part) for part in parts]
    row = LheRow("1", None, None, *given)
    assert (row.total, row.grade) == (None if total is None else Decimal(total), grade)


@pytest.mark.parametrize(
    ("asked", "paid", "left"), [(100, 40, 60), (100, None, 100), (None, 40, None)]
)
def test_what_remains_is_what_was_asked_less_what_was_paid(
    asked: int | None, paid: int | None, left: int | None
) -> None:
    def money(value: int | None) -> Decimal | None:
        return None if value is None else Decimal(value)

    row = TlhpRow("1", recommendation_value=money(asked), deposited=money(paid))
    assert row.remaining == money(left)
