"""/bantuan."""

from bot.texts.help import guide
from bot.usecases.at_office import meet
from bot.usecases.desk import Call, Desk
from bot.usecases.post import Post


async def show_help(desk: Desk, call: Call) -> None:
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        await Post(uow, desk, call.at, call=call).answer(guide())
