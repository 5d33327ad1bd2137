from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.numbers import LARGEST, NO_DATA, NotANumber, parse_number
from bot.texts import formats

figures = st.decimals(-(10**15), 10**15, places=2)


@pytest.mark.parametrize(
    ("entered", "figure"),
    [
        ("12,5 %", "12.5"),
        ("87,34%", "87.34"),
        ("1.234,56", "1234.56"),
        ("Rp1.500.000", "1500000"),
        ("Rp 1.500.000,00", "1500000"),
        ("Rp. 1.500.000,-", "1500000"),
        ("rp1.500.000", "1500000"),
        ("-Rp1.500", "-1500"),
        ("1234.56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1,234,567", "1234567"),
        ("1.234", "1234"),  # the Indonesian reading of what could be two
        ("1,234", "1.234"),
        ("0.125", "0.125"),  # no group begins with 0
        ("12.5", "12.5"),
        ("1.5000", "1.5"),
        ("1234567", "1234567"),
        (" 5 ", "5"),
        ("+5", "5"),
        ("−5", "-5"),
        ("\N{NO-BREAK SPACE}Rp\N{NARROW NO-BREAK SPACE}5.000", "5000"),
        ("0", "0"),
        (5, "5"),
        (41.46, "41.46"),
        (0.1 + 0.2, "0.3"),  # as the workbook showed it
        (1e15, "1000000000000000"),
        (Decimal("1.10"), "1.10"),
    ],
)
def test_a_figure_is_read_as_office_people_write_it(entered, figure):
    assert parse_number(entered) == Decimal(figure)


@pytest.mark.parametrize(
    "entered", ["n/a", "N/A", "-", "–", "belum ada", "Belum ada data.", " belum  ada data "]
)
def test_no_data_is_an_answer_of_its_own(entered):
    assert parse_number(entered) is NO_DATA


@pytest.mark.parametrize("entered", [None, "", "  ", "\N{NO-BREAK SPACE}"])
def test_a_cell_left_empty_is_no_answer(entered):
    assert parse_number(entered) is None


@pytest.mark.parametrize(
    "entered",
    ["82 desa", "sekitar 5", "nihil", "Rp", "%", ".", ",", "5.", ",5", "(5)", "5-6", "--5", "1 234",
     "1.2.3", "1.23.456", "1,2,3", "1,23.456", "12.345.67", "1e5", "٣", "½", "=1+1", "9" * 19,
     "0,000000000000000000000000000000000000001",
     True, False, float("nan"), float("inf"), 1e300, Decimal("sNaN"), 10**18],
)  # fmt: skip
def test_anything_else_is_refused_with_what_stood_there(entered):
    with pytest.raises(NotANumber) as refused:
        parse_number(entered)
    assert refused.value.text == str(entered)


@given(figures)
def test_what_the_bot_writes_it_reads_again(figure):
    assert parse_number(formats.number(figure)) == figure
    assert parse_number(formats.rupiah(figure)) == figure
    assert parse_number(formats.percent(figure)) == figure


@given(figures)
def test_a_plain_figure_is_read_with_a_point_or_a_comma(figure):
    assert parse_number(str(figure)) == figure
    assert parse_number(str(figure).replace(".", ",")) == figure


@given(st.one_of(st.text(), st.floats(), st.integers(), st.text("0123456789.,-%Rp ")))
def test_whatever_stands_there_is_a_sensible_figure_or_is_refused(entered):
    try:
        found = parse_number(entered)
    except NotANumber:
        return
    assert found is None or found is NO_DATA or abs(found) < LARGEST
