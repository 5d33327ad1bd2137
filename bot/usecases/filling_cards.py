"""The message in which a filling stands: the question now, or all answers to be looked over."""

from dataclasses import replace

from bot.rules.fillable import asked_of
from bot.rules.filling import Filling, asked
from bot.rules.filling_questions import Ask, asks_of
from bot.rules.forms import Indicator
from bot.rules.messages import Message
from bot.rules.run import Run
from bot.texts import filling as texts
from bot.texts import filling_ends
from bot.usecases import card_names
from bot.usecases.history import last_values
from bot.usecases.work import Work


async def show_filling(work: Work, run: Run, filling: Filling) -> None:
    """In its own message, edited in place; always in the person's private chat."""
    await show_instead(work, filling, await message_of(work, run, filling))


async def show_below(work: Work, run: Run, filling: Filling, instead: Message) -> Filling:
    """In a new message, below what was typed; the one before says only what became of it."""
    await show_instead(work, filling, instead)
    below = replace(filling, turn=filling.turn + 1)
    await show_filling(work, run, below)
    return below


async def show_instead(work: Work, filling: Filling, message: Message) -> None:
    person = await work.uow.people.get(filling.person_id)
    if person is not None:
        await work.post.show(card_names.filling(filling), person, message)


async def message_of(work: Work, run: Run, filling: Filling) -> Message:
    rows = asked_of(run, run.sop.seat(filling.seat))
    asks = asks_of(rows)
    ask = asked(filling, asks)
    if ask is None:
        return filling_ends.look_over(run, filling, asks, rows)
    row = row_of(rows, ask)
    last = dict(await last_values(work.uow, run, (row,))) if ask.is_figure else {}
    return texts.question(run, filling, asks, ask, row, last.get(row.number))


def row_of(rows: tuple[Indicator, ...], ask: Ask) -> Indicator:
    return next(row for row in rows if row.number == ask.number)
