"""The question of a filling in chat is answered, by a button or in words."""

from dataclasses import replace

from bot.ports import UnitOfWork
from bot.rules import filling as rules
from bot.rules.errors.fillings import QuestionGone
from bot.rules.fillable import asked_of
from bot.rules.filling import Filling, Give
from bot.rules.filling_answers import read_answer
from bot.rules.filling_questions import Answer, Asks
from bot.texts import filling as texts
from bot.usecases.desk import Call, Desk
from bot.usecases.filling_cards import row_of, show_below, show_filling
from bot.usecases.open_filling import open_filling, opened


async def tap_filling(desk: Desk, call: Call, filling_id: str, word: str, what: str) -> str:
    """A button of a question, where it is still the one that is asked, or of the look-over."""
    async with open_filling(desk, call, filling_id) as now:
        move = move_of(now.filling, now.asks, word, what)
        after = replace(rules.moved(now.filling, now.asks, move), asked_at=call.at)
        await now.work.uow.fillings.save(after)
        await show_filling(now.work, now.run, after)
    return texts.now_asked(after, now.asks)


def move_of(filling: Filling, asks: Asks, word: str, what: str) -> rules.Move:
    if word == texts.RESUME:
        return rules.Resume()
    if word == texts.CORRECT and what.isdecimal():
        return rules.Correct(int(what))
    ask = rules.asked(filling, asks)
    if ask is None or ask.key != what:
        raise QuestionGone
    moves: dict[str, rules.Move] = {
        texts.SKIP: rules.Skip(),
        texts.BACK: rules.Back(),
        texts.LOOK_OVER: rules.LookOver(),
    }
    if word == texts.NO_DATA and ask.is_figure:
        return Give(Answer(ask))
    if word not in moves:
        raise QuestionGone
    return moves[word]


async def take_answer(uow: UnitOfWork, desk: Desk, call: Call, seen: Filling, text: str) -> None:
    """A plain text answers the question that is asked now. Refused as read_answer refuses."""
    now = await opened(uow, desk, call, seen)
    ask = rules.asked(now.filling, now.asks)
    if ask is None or (now.filling.question, now.filling.turn) != (seen.question, seen.turn):
        raise QuestionGone
    given = read_answer(ask, text)
    row = row_of(asked_of(now.run, now.run.sop.seat(now.filling.seat)), ask)
    after = replace(rules.moved(now.filling, now.asks, Give(given)), asked_at=call.at)
    shown = await show_below(now.work, now.run, after, texts.recorded(row, given))
    await uow.fillings.save(shown)
