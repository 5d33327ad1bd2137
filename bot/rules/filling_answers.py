"""What is typed as an answer, read; and the answers as the form that they fill in."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from bot.rules.errors.fillings import AnswerTooLong, NegativeMoney, NotAFigure, TooManyDigits
from bot.rules.filling import Filling
from bot.rules.filling_questions import Answer, Ask, Asks, Topic
from bot.rules.forms import Figure, FilledForm, FormMark, Indicator
from bot.rules.numbers import NO_DATA, NotANumber, parse_number

LONGEST = 4_000  # characters, as in a cell
DIGITS = 15  # what an office program keeps of a figure
NOTHING = ("", "-", "–", "—")
LABELLED = re.compile(r"(?:faktor )?(pendorong|penghambat)\s*[:=]\s*", re.IGNORECASE)


def read_answer(ask: Ask, text: str) -> Answer:
    """Refused: NotAFigure, NegativeMoney, TooManyDigits, AnswerTooLong."""
    if ask.topic == Topic.FACTORS:
        factors, obstacles = parted(text)
        return Answer(ask, words=factors, obstacles=obstacles)
    if ask.topic == Topic.FOLLOW_UP:
        return Answer(ask, words=one_line(text))
    return Answer(ask, read_figure(text, money=ask.topic == Topic.SPENT))


def read_figure(text: str, *, money: bool) -> Decimal | None:
    try:
        found = parse_number(text)
    except NotANumber as wrong:
        raise NotAFigure(wrong.text) from wrong
    if found is None:
        raise NotAFigure(text)
    if found is NO_DATA:
        return None
    figure = Decimal(str(found))
    if len(figure.normalize().as_tuple().digits) > DIGITS:
        raise TooManyDigits(DIGITS)
    if money and figure < 0:
        raise NegativeMoney(figure)
    return figure


def parted(text: str) -> tuple[str, str]:
    """Pendorong and penghambat: by their labels where they stand, else the first line and the
    others."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    if not any(LABELLED.match(line) for line in lines):
        return one_line("".join(lines[:1])), one_line("\n".join(lines[1:]))
    found: dict[str, list[str]] = {"pendorong": [], "penghambat": []}
    whose = "pendorong"
    for line in lines:
        if label := LABELLED.match(line):
            whose = label[1].casefold()
        found[whose].append(line[label.end() :] if label else line)
    return one_line("\n".join(found["pendorong"])), one_line("\n".join(found["penghambat"]))


def one_line(text: str) -> str:
    """As it is read back from a cell: on one line, nothing unprintable; a dash is nothing."""
    plain = " ".join("".join(c for c in word if c.isprintable()) for word in text.split())
    line = " ".join(plain.split())
    if len(line) > LONGEST:
        raise AnswerTooLong(LONGEST)
    return "" if line in NOTHING else line


def answers_of(form: FilledForm, indicators: Sequence[Indicator], asks: Asks) -> tuple[Answer, ...]:
    """The values that stand in a form, for the indicators that are still asked."""
    stands = {figure.indicator.known_as: figure for figure in form.figures}
    figures = {row.number: stands[row.known_as] for row in indicators if row.known_as in stands}
    return tuple(answer for ask in asks if (answer := _standing(ask, figures)) is not None)


def _standing(ask: Ask, figures: Mapping[int, Figure]) -> Answer | None:
    figure = figures.get(ask.number)
    if figure is None:
        return None
    match ask.topic:
        case Topic.ACTUAL:
            return Answer(ask, figure.actual)
        case Topic.SPENT:
            return Answer(ask, figure.spent)
        case Topic.FACTORS if figure.factors or figure.obstacles:
            return Answer(ask, words=figure.factors, obstacles=figure.obstacles)
        case Topic.FOLLOW_UP if figure.follow_up:
            return Answer(ask, words=figure.follow_up)
    return None


def filled_form(
    filling: Filling, indicators: Sequence[Indicator], mark: FormMark, before: FilledForm | None
) -> FilledForm:
    """The answers as a form; registers and sources, which are not asked, as they stood before."""
    sources = {f.indicator.known_as: f.source for f in before.figures} if before else {}
    given = {answer.ask: answer for answer in filling.answers}
    figures = tuple(_figure(row, given, sources.get(row.known_as, "")) for row in indicators)
    if before is None:
        return FilledForm(mark, figures)
    return FilledForm(mark, figures, before.lhp, before.lhe, before.tlhp)


def _figure(row: Indicator, given: Mapping[Ask, Answer], source: str) -> Figure:
    def of(topic: Topic) -> Answer:
        ask = Ask(topic, row.number)
        return given.get(ask, Answer(ask))

    factors = of(Topic.FACTORS)
    return Figure(
        row,
        of(Topic.ACTUAL).figure,
        of(Topic.SPENT).figure if row.programme is not None else None,
        factors.words,
        factors.obstacles,
        of(Topic.FOLLOW_UP).words,
        source,
    )
