"""Targets and pagu of one year that stand unchanged in another."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.rules.achievement import Direction, Method
from bot.rules.forms import Indicator, OfficeFormat
from bot.rules.periods import parse
from bot.rules.year_targets import KeptOver, kept_over

UP, LAST = Direction.UP, Method.LAST
TEN, PAGU = Decimal(10), Decimal(1_000)
ROW = Indicator(1, "S", "Desa maju", "desa", UP, LAST, TEN, TEN, None, None, "a")
FUNDED = replace(ROW, number=2, name="Desa dilatih", programme="Pelatihan", budget=PAGU)


def form(period: str | None, *rows: Indicator) -> OfficeFormat:
    return OfficeFormat(rows, parse(period) if period else None)


@pytest.mark.parametrize(
    ("since", "to", "found"),
    [
        ("2026-TW4", "2027-TW1", KeptOver(2026, 2027, 2, 2, 1, 1)),
        ("2026-12", "2027-TW1", KeptOver(2026, 2027, 2, 2, 1, 1)),
        ("2027-01", "2026-TW4", KeptOver(2027, 2026, 2, 2, 1, 1)),
        ("2026-TW3", "2026-TW4", None),
        ("2026-01", "2026-TW1", None),
        (None, "2027-TW1", None),
        ("2026-TW4", None, None),
    ],
)
def test_a_year_that_begins_is_asked_about(
    since: str | None, to: str | None, found: KeptOver | None
) -> None:
    assert kept_over(form(since, ROW, FUNDED), form(to, ROW, FUNDED)) == found


def test_what_was_said_anew_is_not_counted() -> None:
    before = form("2026-TW4", ROW, FUNDED)
    higher = replace(ROW, number=5, target_year=Decimal(12))
    richer = replace(FUNDED, target_year=Decimal(12), budget=Decimal(2_000))
    other = replace(FUNDED, name="Desa dibina")
    assert kept_over(before, form("2027-TW1", higher, FUNDED)) == KeptOver(2026, 2027, 1, 2, 1, 1)
    assert kept_over(before, form("2027-TW1", ROW, richer)) == KeptOver(2026, 2027, 1, 2, 0, 1)
    assert kept_over(before, form("2027-TW1", higher, richer, other)) is None


def test_an_indicator_is_the_same_one_though_its_target_of_the_period_changes() -> None:
    moved = replace(ROW, number=9, target_period=Decimal(3), name="desa  Maju")
    found = kept_over(form("2026-TW4", ROW), form("2027-TW1", moved))
    assert found == KeptOver(2026, 2027, 1, 1, 0, 0)
