from decimal import Decimal

import pytest

from bot.rules.registers import LheRow, TlhpRow


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
