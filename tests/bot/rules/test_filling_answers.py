"""What people type as an answer, and the form that the answers make."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from bot.rules.achievement import Direction, Method
from bot.rules.errors.fillings import AnswerTooLong, NegativeMoney, NotAFigure, TooManyDigits
from bot.rules.errors.refusal import Refusal
from bot.rules.filling import Filling
from bot.rules.filling_answers import answers_of, filled_form, read_answer
from bot.rules.filling_questions import Answer, Ask, Topic, asks_of
from bot.rules.forms import Figure, FilledForm, FormMark, Indicator
from bot.rules.registers import LhpRow

ACTUAL, SPENT = Ask(Topic.ACTUAL, 1), Ask(Topic.SPENT, 1)
FACTORS, FOLLOW_UP = Ask(Topic.FACTORS, 1), Ask(Topic.FOLLOW_UP, 1)
MARK = FormMark(7, 3, "irban-1", 1, period="2026-TW3")
TEN = Decimal(10)
ONE = Indicator(
    1, "Sasaran", "Desa maju", "desa", Direction.UP, Method.SUM, TEN, TEN, "Program A", TEN,
    "irban-1",
)  # fmt: skip
TWO = replace(ONE, number=2, name="Desa aktif", programme=None, budget=None)


@pytest.mark.parametrize(
    ("ask", "text", "answer"),
    [
        (ACTUAL, "12", Answer(ACTUAL, Decimal(12))),
        (ACTUAL, " 1.234,56 ", Answer(ACTUAL, Decimal("1234.56"))),
        (ACTUAL, "12,5 %", Answer(ACTUAL, Decimal("12.5"))),
        (ACTUAL, "-3", Answer(ACTUAL, Decimal(-3))),
        (ACTUAL, "0", Answer(ACTUAL, Decimal(0))),
        (ACTUAL, "belum ada", Answer(ACTUAL)),
        (ACTUAL, "-", Answer(ACTUAL)),
        (SPENT, "Rp1.500.000,-", Answer(SPENT, Decimal(1_500_000))),
        (FOLLOW_UP, " Rapat\n dengan  camat ", Answer(FOLLOW_UP, words="Rapat dengan camat")),
        (FOLLOW_UP, "-", Answer(FOLLOW_UP)),
        (FOLLOW_UP, "tab\x01u\x00lasi\u200b", Answer(FOLLOW_UP, words="tabulasi")),
        (FACTORS, "Kerja sama", Answer(FACTORS, words="Kerja sama")),
        (
            FACTORS,
            "Kerja sama\nHujan\nlebat",
            Answer(FACTORS, words="Kerja sama", obstacles="Hujan lebat"),
        ),
        (FACTORS, "-\nHujan", Answer(FACTORS, obstacles="Hujan")),
        (FACTORS, "-", Answer(FACTORS)),
        (FACTORS, "Penghambat: hujan", Answer(FACTORS, obstacles="hujan")),
    ],
)
def test_an_answer_is_read_as_office_people_write_it(ask: Ask, text: str, answer: Answer) -> None:
    assert read_answer(ask, text) == answer


def test_labelled_factors_are_told_apart_in_any_order() -> None:
    text = "Faktor penghambat: hujan\nlebat\n\nPENDORONG = kerja sama"
    assert read_answer(FACTORS, text) == Answer(
        FACTORS, words="kerja sama", obstacles="hujan lebat"
    )


@pytest.mark.parametrize(
    ("ask", "text", "refusal"),
    [
        (ACTUAL, "dua belas", NotAFigure),
        (ACTUAL, "1.2.3", NotAFigure),
        (ACTUAL, "  ", NotAFigure),
        (ACTUAL, "9" * 19, NotAFigure),
        (ACTUAL, "1234567890123456", TooManyDigits),
        (SPENT, "-1", NegativeMoney),
        (FOLLOW_UP, "a" * 4_001, AnswerTooLong),
        (FACTORS, "baik\n" + "b" * 4_001, AnswerTooLong),
    ],
)
def test_a_wrong_answer_is_refused(ask: Ask, text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        read_answer(ask, text)


def stood() -> FilledForm:
    figure = Figure(ONE, Decimal(4), None, "kerja sama", "", "", "Profil desa")
    lhp = LhpRow("700/1", date(2026, 9, 1), "", "", None, None)
    return FilledForm(MARK, (figure, Figure(TWO, None)), (lhp,))


def test_the_answers_make_the_form_and_what_is_not_asked_stays() -> None:
    given = (
        Answer(ACTUAL, Decimal(7)),
        Answer(SPENT, Decimal(9)),
        Answer(FACTORS, words="a", obstacles="b"),
    )
    filling = Filling(1, 3, "irban-1", 7, datetime(2026, 11, 23, tzinfo=UTC), answers=given)
    form = filled_form(filling, (ONE, TWO), MARK, stood())
    assert form.figures == (
        Figure(ONE, Decimal(7), Decimal(9), "a", "b", "", "Profil desa"),
        Figure(TWO, None),
    )
    assert form.lhp == stood().lhp
    assert filled_form(filling, (ONE,), MARK, None).lhp == ()


def test_a_correction_begins_with_the_values_that_stand() -> None:
    moved = (replace(TWO, number=1), replace(ONE, number=2), replace(ONE, number=3, name="Baru"))
    answers = answers_of(stood(), moved, asks_of(moved))
    assert answers == (
        Answer(Ask(Topic.ACTUAL, 1)),
        Answer(Ask(Topic.ACTUAL, 2), Decimal(4)),
        Answer(Ask(Topic.SPENT, 2)),
        Answer(Ask(Topic.FACTORS, 2), words="kerja sama"),
    )
