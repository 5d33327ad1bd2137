"""A workbook filled in by answering questions: which question is next, what each move does.

The questions of rules/filling_questions.py in order, then all is looked over.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.rules.errors.fillings import QuestionGone
from bot.rules.filling_questions import Answer, Ask, Asks


class Walk(StrEnum):
    """Which questions are gone through before all is looked over (again)."""

    ALL = "semua"
    ONE = "satu"  # those of one indicator, to correct it
    REST = "sisa"  # the figures that were skipped


class FillingState(StrEnum):
    OPEN = "berjalan"
    SENT = "dikirim"
    DROPPED = "diurungkan"
    ENDED = "berakhir"  # its run ended, or its seat changed hands


@dataclass(frozen=True, slots=True)
class Filling:
    """`question` is the key of what is asked now; empty while all is looked over.

    `turn` counts the messages that it stood in: a typed answer moves it below that answer.
    """

    id: int
    run_id: int
    seat: str
    person_id: int
    asked_at: datetime
    state: FillingState = FillingState.OPEN
    question: str = ""
    walk: Walk = Walk.ALL
    answers: tuple[Answer, ...] = ()
    turn: int = 1

    @property
    def is_open(self) -> bool:
        return self.state == FillingState.OPEN

    def answer(self, ask: Ask) -> Answer | None:
        return next((given for given in self.answers if given.ask == ask), None)


@dataclass(frozen=True, slots=True)
class Give:
    """The question asked is answered."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Skip:
    """Leaves the question, and an answer that it has, as it is."""


@dataclass(frozen=True, slots=True)
class Back:
    """To the question before; before the first one there is none."""


@dataclass(frozen=True, slots=True)
class LookOver:
    """To the look-over, whatever is left."""


@dataclass(frozen=True, slots=True)
class Correct:
    """From the look-over to the questions of one indicator."""

    number: int


@dataclass(frozen=True, slots=True)
class Resume:
    """From the look-over to the figures that were skipped."""


Move = Give | Skip | Back | LookOver | Correct | Resume


def begun(filling: Filling, asks: Asks, answers: tuple[Answer, ...]) -> Filling:
    """At the first question; at the look-over where values stand that are to be corrected."""
    first = "" if answers or not asks else asks[0].key
    return replace(filling, question=first, answers=answers)


def asked(filling: Filling, asks: Asks) -> Ask | None:
    """The question now; None while all is looked over."""
    return next((ask for ask in asks if ask.key == filling.question), None)


def skipped(filling: Filling, asks: Asks) -> tuple[Ask, ...]:
    return tuple(ask for ask in asks if filling.answer(ask) is None)


def lacking(filling: Filling, asks: Asks) -> tuple[Ask, ...]:
    """The figures without which it cannot be handed in."""
    return tuple(ask for ask in skipped(filling, asks) if ask.is_figure)


def moved(filling: Filling, asks: Asks, move: Move) -> Filling:
    """The filling after the move. Refused: QuestionGone, for a move that does not fit now."""
    match move:
        case Give(answer):
            return _given(filling, asks, answer)
        case Skip():
            return _to(filling, _after(filling, asks))
        case Back():
            return _to(filling, _before(filling, asks))
        case LookOver():
            return _to(filling, None)
        case Correct(number):
            own = [ask for ask in asks if ask.number == number]
            return _begin_walk(filling, asks, Walk.ONE, own)
        case Resume():
            return _begin_walk(filling, asks, Walk.REST, lacking(filling, asks))


def _given(filling: Filling, asks: Asks, answer: Answer) -> Filling:
    if asked(filling, asks) != answer.ask:
        raise QuestionGone
    others = tuple(given for given in filling.answers if given.ask != answer.ask)
    return replace(_to(filling, _after(filling, asks)), answers=(*others, answer))


def _begin_walk(filling: Filling, asks: Asks, walk: Walk, path: Asks) -> Filling:
    if asked(filling, asks) is not None or not path:
        raise QuestionGone
    return replace(filling, walk=walk, question=path[0].key)


def _to(filling: Filling, ask: Ask | None) -> Filling:
    if ask is None:
        return replace(filling, question="", walk=Walk.ALL)
    return replace(filling, question=ask.key)


def _path(filling: Filling, asks: Asks, now: Ask) -> list[Ask]:
    """The questions of this walk, in order, the one asked now among them."""
    match filling.walk:
        case Walk.ALL:
            return list(asks)
        case Walk.ONE:
            return [ask for ask in asks if ask.number == now.number]
        case Walk.REST:
            left = lacking(filling, asks)
            return [ask for ask in asks if ask == now or ask in left]


def _after(filling: Filling, asks: Asks) -> Ask | None:
    now = asked(filling, asks)
    if now is None:
        raise QuestionGone
    path = _path(filling, asks, now)
    return next(iter(path[path.index(now) + 1 :]), None)


def _before(filling: Filling, asks: Asks) -> Ask | None:
    """In the whole walk the first question stays; a correction goes back to the look-over."""
    now = asked(filling, asks)
    if now is None:
        raise QuestionGone
    path = _path(filling, asks, now)
    place = path.index(now)
    if place == 0:
        return now if filling.walk == Walk.ALL else None
    return path[place - 1]
