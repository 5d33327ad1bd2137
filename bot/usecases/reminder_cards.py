"""Reminders that stand in a private chat follow what becomes of the duty they speak of."""

from bot.rules.messages import Message
from bot.rules.recounting import LimitMoved
from bot.rules.run import Duty, Run
from bot.texts import moved_limits, reminders
from bot.usecases import card_names
from bot.usecases.work import Work


async def close_reminders(work: Work, run: Run, duty: Duty) -> None:
    """What its holder was reminded of is done: the reminders say so and lose their buttons."""
    await show_instead(work, run, duty, reminders.settled(run, duty, work.calendar))


async def renew_reminders(work: Work, run: Run, moved: LimitMoved) -> None:
    """A reminder of the old limit must not stand as if it still held."""
    message = moved_limits.in_place_of_reminder(run, moved, work.calendar)
    await show_instead(work, run, moved.duty, message)


async def show_instead(work: Work, run: Run, duty: Duty, message: Message) -> None:
    holder = work.holders.get(duty.seat)
    if holder is not None:
        for card in await work.uow.cards.in_chat(holder.id, card_names.reminder(run, duty)):
            await work.post.show(card.name, holder, message)
