from dataclasses import replace
from decimal import Decimal

import pytest

from bot.rules.achievement import Direction, Method
from bot.rules.forms import Indicator, OfficeFormat

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
