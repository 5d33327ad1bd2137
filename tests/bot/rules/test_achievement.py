import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.achievement import (
    LHE_PREDICATES,
    Achievement,
    Direction,
    Means,
    Method,
    NoRatio,
    Predicate,
    RolledUp,
    absorption,
    achievement,
    means,
    predicate,
    roll_up,
    rounded,
)
from bot.rules.numbers import NO_DATA, parse_number

DATA = Path(__file__).parents[2] / "data"
QUARTER = json.loads((DATA / "capaian_tw3_2026.json").read_text(encoding="utf-8"))
UP, DOWN = Direction.UP, Direction.DOWN
figures = st.decimals(-(10**6), 10**6, places=2)
targets = st.decimals(1, 10**6, places=2)


def decimal(text):
    return None if text is None else Decimal(text)


def reached(row, target):
    return achievement(Direction(row["arah"]), decimal(row[target]), decimal(row["realisasi"]))


@pytest.mark.parametrize("row", QUARTER["indikator"], ids=lambda row: row["indikator"])
@pytest.mark.parametrize("part", ["triwulan", "tahun"])
def test_every_indicator_of_the_worked_quarter_comes_out_to_the_cent(row, part):
    result = reached(row, f"target_{part}")
    expected = row[f"capaian_{part}_persen"]
    if expected is None:
        assert result is NoRatio.NO_DATA
        return
    assert str(rounded(result.shown)) == expected
    if part == "triwulan":
        assert predicate(result.shown).label == row["predikat"]


def test_the_means_of_the_worked_quarter_leave_out_what_has_no_data():
    found = means(reached(row, "target_triwulan") for row in QUARTER["indikator"])
    assert (str(rounded(found.raw)), str(rounded(found.capped)), found.counted) == (
        QUARTER["rata_rata"],
        QUARTER["rata_rata_dibatasi_100"],
        QUARTER["jumlah_terhitung"],
    )


def test_the_absorptions_of_the_worked_quarter_come_out_to_the_cent():
    rows = [(Decimal(row["pagu"]), Decimal(row["realisasi"])) for row in QUARTER["anggaran"]]
    shown = [str(rounded(absorption(*row).shown)) for row in rows]
    assert shown == [row["serapan_persen"] for row in QUARTER["anggaran"]]
    total = absorption(sum(budget for budget, _ in rows), sum(spent for _, spent in rows))
    assert str(rounded(total.shown)) == QUARTER["serapan_total_persen"]


@pytest.mark.parametrize(
    ("direction", "target", "actual", "raw", "shown"),
    [
        (UP, "10", "70", "700", "700"),  # not capped
        (UP, "10", "0", "0", "0"),  # a zero is data
        (DOWN, "5", "12", "-40", "0"),  # the raw value is kept
        (DOWN, "5", "0", "200", "200"),
        (UP, "10", "-5", "-50", "0"),
    ],
)
def test_what_is_shown_has_a_floor_and_no_cap(direction, target, actual, raw, shown):
    found = achievement(direction, Decimal(target), Decimal(actual))
    assert found == Achievement(Decimal(raw), Decimal(shown))


@pytest.mark.parametrize(
    ("target", "actual", "reason"),
    [
        ("5", None, NoRatio.NO_DATA),
        ("5", NO_DATA, NoRatio.NO_DATA),
        ("0", None, NoRatio.NO_DATA),
        ("0", "5", NoRatio.TARGET_NOT_POSITIVE),
        ("-1", "5", NoRatio.TARGET_NOT_POSITIVE),
        (None, "5", NoRatio.NO_TARGET),
        (NO_DATA, "5", NoRatio.NO_TARGET),
    ],
)
@pytest.mark.parametrize("direction", [UP, DOWN])
def test_without_a_ratio_the_reason_is_told(direction, target, actual, reason):
    assert achievement(direction, parse(target), parse(actual)) is reason


def parse(value):
    return parse_number(value) if isinstance(value, str) else value


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("700", "Sangat Tinggi"),
        ("90.005", "Sangat Tinggi"),  # rounds up to 90.01
        ("90.004", "Tinggi"),
        ("90", "Tinggi"),
        ("75.01", "Tinggi"),
        ("75", "Sedang"),
        ("65", "Rendah"),
        ("50.01", "Rendah"),
        ("50", "Sangat Rendah"),
        ("0", "Sangat Rendah"),
    ],
)
def test_a_predicate_is_given_on_two_decimals_rounded_half_up(value, label):
    assert predicate(Decimal(value)).label == label


@pytest.mark.parametrize(
    ("value", "label"), [("90.01", "AA"), ("90", "A"), ("70.5", "BB"), ("30", "D")]
)
def test_an_evaluation_has_bands_of_its_own(value, label):
    assert predicate(Decimal(value), LHE_PREDICATES).label == label


def test_an_office_gives_its_own_bands():
    bands = (Predicate("Baik", Decimal(60)), Predicate("Cukup"))
    assert [predicate(Decimal(n), bands).label for n in (61, 60)] == ["Baik", "Cukup"]


def test_there_is_no_mean_of_nothing():
    assert means([NoRatio.NO_DATA, NoRatio.TARGET_NOT_POSITIVE]) == Means(None, None, 0)


@pytest.mark.parametrize(
    ("method", "months", "value", "counted"),
    [
        (Method.SUM, ["10", "20", "5"], "35", 3),
        (Method.SUM, ["10", None, "5"], "15", 2),
        (Method.MEAN, ["10", NO_DATA, "5"], "7.5", 2),  # not a third of it
        (Method.MEAN, ["10", "0", "5"], "5", 3),
        (Method.LAST, ["10", "20", "5"], "5", 3),
        (Method.LAST, ["10", "20", NO_DATA], "20", 2),
        (Method.SUM, [None, NO_DATA, None], None, 0),
        (Method.MEAN, [None, None, None], None, 0),
        (Method.LAST, [None, None, None], None, 0),
    ],
)
def test_months_make_a_quarter_by_their_method(method, months, value, counted):
    found = roll_up(method, [parse(month) for month in months])
    assert found == RolledUp(decimal(value), counted, 3)


@given(targets, figures)
def test_what_is_shown_is_never_negative(target, actual):
    for direction in Direction:
        found = achievement(direction, target, actual)
        assert found.shown == max(found.raw, 0)


@given(targets)
def test_reaching_the_target_is_a_hundred_either_way(target):
    assert {achievement(direction, target, target).raw for direction in Direction} == {100}


@given(targets, figures, figures)
def test_more_is_better_one_way_and_worse_the_other(target, one, other):
    less, more = sorted((one, other))
    assert achievement(UP, target, less).raw <= achievement(UP, target, more).raw
    assert achievement(DOWN, target, less).raw >= achievement(DOWN, target, more).raw


@given(st.lists(st.tuples(targets, figures), min_size=1, max_size=9))
def test_capping_never_raises_a_mean(rows):
    found = means(achievement(UP, target, actual) for target, actual in rows)
    assert 0 <= found.capped <= min(found.raw, 100)
    assert found.counted == len(rows)


def test_the_ratio_to_a_tiny_target_can_still_be_rounded():
    found = achievement(UP, Decimal("1e-38"), Decimal(10) ** 17)
    assert rounded(found.shown) == Decimal(10) ** 57
