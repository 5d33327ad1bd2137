"""The greeting in the group: what the bot is for, and what it still lacks."""

from bot.rules.messages import Message
from bot.texts import seats as texts
from bot.usecases import card_names
from bot.usecases.work import Work


async def greet(work: Work) -> None:
    await work.post.show_at_once(card_names.GREETING, greeting(work))


async def correct_greeting(work: Work) -> None:
    """Where it stands, it names the seats that are still empty."""
    await work.post.correct_soon(card_names.GREETING, greeting(work))


def greeting(work: Work) -> Message:
    empty = [seat for seat in work.sop.seats if seat.key not in work.holders]
    return texts.greeting(work.sop, texts.lacks(work.office.rights, empty))
