"""Questions in chat: whatever is tapped and typed, the way leads to the look-over."""

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules import filling as rules
from bot.rules.achievement import Direction, Method
from bot.rules.errors.fillings import QuestionGone
from bot.rules.filling import Back, Correct, Filling, Give, LookOver, Resume, Skip, Walk
from bot.rules.filling_questions import Answer, Ask, Asks, Topic, asks_of
from bot.rules.forms import Indicator

NOW = datetime(2026, 11, 23, tzinfo=UTC)
NEW = Filling(1, 1, "irban-1", 7, NOW)


def indicator(number: int, programme: str | None = None) -> Indicator:
    name, ten = f"Indikator {number}", Decimal(10)
    budget = None if programme is None else Decimal(1_000)
    asked = ("Sasaran", name, "desa", Direction.UP, Method.SUM, ten, ten, programme, budget)
    return Indicator(number, *asked, "irban-1")


TWO = (indicator(3), indicator(8, "Program A"))
ASKS = asks_of(TWO)


def at(question: str, *answers: Answer, walk: Walk = Walk.ALL) -> Filling:
    return Filling(1, 1, "irban-1", 7, NOW, question=question, walk=walk, answers=answers)


def played(filling: Filling, moves: Sequence[rules.Move], asks: Asks = ASKS) -> Filling:
    for move in moves:
        filling = rules.moved(filling, asks, move)
    return filling


def test_figures_are_asked_first_and_rupiah_only_where_there_is_a_programme() -> None:
    assert [ask.key for ask in ASKS] == ["r3", "r8", "u8", "f3", "t3", "f8", "t8"]


def test_it_begins_with_the_first_question_and_ends_at_the_look_over() -> None:
    filling = rules.begun(NEW, ASKS, ())
    keys = []
    while (ask := rules.asked(filling, ASKS)) is not None:
        keys.append(ask.key)
        filling = rules.moved(filling, ASKS, Skip())
    assert keys == [ask.key for ask in ASKS]
    assert rules.skipped(filling, ASKS) == ASKS
    assert [ask.key for ask in rules.lacking(filling, ASKS)] == ["r3", "r8", "u8"]


def test_values_that_stand_are_looked_over_first() -> None:
    standing = (Answer(ASKS[0], Decimal(4)),)
    assert rules.begun(NEW, ASKS, standing).question == ""
    assert rules.begun(NEW, (), ()).question == ""


GIVEN = Answer(Ask(Topic.ACTUAL, 3), Decimal(4))
STEPS = [
    # where it is, the move, where it is then
    (at("r3"), Give(GIVEN), "r8"),
    (at("r3"), Skip(), "r8"),
    (at("r3"), Back(), "r3"),
    (at("r8"), Back(), "r3"),
    (at("f3"), Back(), "u8"),
    (at("t8"), Skip(), ""),
    (at("u8"), LookOver(), ""),
    (at(""), LookOver(), ""),
    (at(""), Correct(8), "r8"),
    (at("u8", walk=Walk.ONE), Skip(), "f8"),
    (at("t8", walk=Walk.ONE), Skip(), ""),
    (at("r8", walk=Walk.ONE), Back(), ""),
    (at("", GIVEN), Resume(), "r8"),
    (at("r8", GIVEN, walk=Walk.REST), Skip(), "u8"),
    (at("r8", GIVEN, walk=Walk.REST), Back(), ""),
    (at("u8", GIVEN, walk=Walk.REST), Skip(), ""),
]


@pytest.mark.parametrize(("filling", "move", "then"), STEPS)
def test_each_move_leads_where_it_should(filling: Filling, move: rules.Move, then: str) -> None:
    assert rules.moved(filling, ASKS, move).question == then


GONE = [
    (at("r8"), Give(GIVEN)),
    (at(""), Give(GIVEN)),
    (at(""), Skip()),
    (at(""), Back()),
    (at("r8"), Correct(3)),
    (at(""), Correct(4)),
    (at("r8"), Resume()),
    (at("", *(Answer(ask) for ask in ASKS)), Resume()),
    (at("r99"), Skip()),
]


@pytest.mark.parametrize(("filling", "move"), GONE)
def test_a_move_that_fits_no_more_is_refused(filling: Filling, move: rules.Move) -> None:
    with pytest.raises(QuestionGone):
        rules.moved(filling, ASKS, move)


def test_an_answer_given_again_takes_the_place_of_the_first() -> None:
    again = Answer(GIVEN.ask, Decimal(5))
    filling = played(at("r3"), [Give(GIVEN), Back(), Give(again)])
    assert filling.answers == (again,)


def test_a_skip_leaves_the_answer_that_stands() -> None:
    assert played(at("r3", GIVEN), [Skip()]).answers == (GIVEN,)


INDICATORS = st.lists(
    st.tuples(st.integers(1, 40), st.booleans()), max_size=6, unique_by=lambda row: row[0]
).map(lambda rows: [indicator(n, f"Program {n}" if money else None) for n, money in rows])
FIGURES = st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=2)
CHOICES = st.sampled_from(["give", "give", "give", "skip", "back", "over", "correct", "resume"])


@given(INDICATORS, st.lists(st.tuples(CHOICES, FIGURES, st.text(max_size=8)), max_size=60))
def test_random_answers_never_get_stuck_and_end_as_they_were_given(
    indicators: list[Indicator], moves: list[tuple[str, Decimal | None, str]]
) -> None:
    """The machine against a plain record of the last answer to each question."""
    asks = asks_of(indicators)
    filling, expected = rules.begun(NEW, asks, ()), {}
    for word, figure, text in moves:
        ask = rules.asked(filling, asks)
        try:
            if word == "give" and ask is not None:
                answer = Answer(ask, figure) if ask.is_figure else Answer(ask, words=text)
                filling = rules.moved(filling, asks, Give(answer))
                expected[ask] = answer
            elif word == "correct":
                number = indicators[len(text) % len(indicators)].number if indicators else 1
                filling = rules.moved(filling, asks, Correct(number))
            else:
                simple = {"skip": Skip(), "back": Back(), "over": LookOver(), "resume": Resume()}
                filling = rules.moved(filling, asks, simple.get(word, Skip()))
        except QuestionGone:
            pass
    assert {answer.ask: answer for answer in filling.answers} == expected
    left = sum(1 for _ in skips_to_the_end(filling, asks))
    assert left <= len(asks)


def skips_to_the_end(filling: Filling, asks: Asks) -> list[Filling]:
    passed = []
    while rules.asked(filling, asks) is not None:
        passed.append(filling)
        assert len(passed) <= len(asks), "stuck"
        filling = rules.moved(filling, asks, Skip())
    return passed


@given(INDICATORS.filter(bool), st.data())
def test_whatever_was_skipped_can_be_answered_from_the_look_over(
    indicators: list[Indicator], data: st.DataObject
) -> None:
    asks = asks_of(indicators)
    filling = rules.begun(NEW, asks, ())
    while (ask := rules.asked(filling, asks)) is not None:
        move = Give(Answer(ask)) if data.draw(st.booleans()) else Skip()
        filling = rules.moved(filling, asks, move)
    if rules.lacking(filling, asks):
        filling = rules.moved(filling, asks, Resume())
        while (ask := rules.asked(filling, asks)) is not None:
            filling = rules.moved(filling, asks, Give(Answer(ask)))
    assert rules.lacking(filling, asks) == ()
