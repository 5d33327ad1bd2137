from dataclasses import replace
from decimal import Decimal

from bot.rules.achievement import Direction, Method
from bot.rules.format_changes import format_changes
from bot.rules.forms import Indicator, OfficeFormat

ROW = Indicator(
    1,
    "Sasaran",
    "Desa maju",
    "%",
    Direction.UP,
    Method.LAST,
    Decimal(4),
    Decimal(2),
    None,
    None,
    "a",
)
OTHER = replace(ROW, number=2, name="Desa mandiri")
FORM = OfficeFormat((ROW, OTHER))


def test_the_same_indicators_in_another_order_change_nothing() -> None:
    moved = OfficeFormat((replace(OTHER, number=1, name="desa  MANDIRI"), replace(ROW, number=2)))
    assert not format_changes(FORM, moved)


def test_what_is_added_and_what_is_removed_is_told() -> None:
    new = replace(ROW, number=2, unit="desa")
    found = format_changes(FORM, OfficeFormat((ROW, new)))
    assert (found.added, found.removed, found.changed) == ((new,), (OTHER,), ())


def test_targets_are_told_apart_from_the_other_parts_that_changed() -> None:
    target = replace(ROW, target_period=Decimal(3))
    moved = replace(OTHER, seat="b", budget=Decimal(7), target_year=Decimal("5.5"))
    found = format_changes(FORM, OfficeFormat((target, moved)))
    assert [(c.targets, c.others) for c in found.changed] == [
        (("target_period",), ()),
        (("target_year",), ("budget", "seat")),
    ]
    assert found.retargeted == found.changed
    assert format_changes(FORM, OfficeFormat((ROW, replace(OTHER, seat="b")))).retargeted == ()
