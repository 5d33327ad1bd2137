"""The pre-flight of a run that is not ordered yet, corrected where it stands."""

from bot.rules.run import Duty, Run, Task
from bot.usecases import card_names
from bot.usecases.announce import duty_message
from bot.usecases.at_office import again
from bot.usecases.work import Work


async def renew_orders(work: Work) -> None:
    """Who acts, or who is away, has changed since it was shown; no new message is sent."""
    now = await again(work)
    for run in await work.uow.runs.open_in(work.office.id):
        for duty in run.duties_where(lambda d: d.task == Task.ORDER and d.is_open):
            await renew_order(now, run, duty)


async def renew_order(work: Work, run: Run, duty: Duty) -> None:
    name, holder = card_names.duty(run, duty), work.holders.get(duty.seat)
    message = await duty_message(work, run, duty)
    if await work.uow.cards.get(name, work.office.chat_id):
        await work.post.show_at_once(name, message)
    elif holder is not None and await work.uow.cards.get(name, holder.id):
        await work.post.show(name, holder, message)
