"""What takes seconds to make: its tap is answered at once, and the outbox brings it privately."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from bot.papers.typeset import TypesetFault
from bot.rules.acts import Act
from bot.rules.errands import Errand
from bot.rules.errors.refusal import Refusal
from bot.rules.messages import Message
from bot.texts import notices
from bot.texts import preparing as texts
from bot.usecases.at_office import sentence_of
from bot.usecases.desk import Desk
from bot.usecases.papers_first import papers_first
from bot.usecases.print_papers import bring_all
from bot.usecases.send_pack import bring_pack
from bot.usecases.tell_owner import tell_owner
from bot.usecases.wanted import Wanted, wanted_by

log = logging.getLogger(__name__)

BRING: Mapping[Act, Callable[[Desk, Wanted], Awaitable[None]]] = {
    Act.PRINT_ALL: bring_all,
    Act.SEND_PACK: bring_pack,
}


async def prepare(desk: Desk, errand: Errand, now: datetime) -> None:
    """What hinders it is told to who asked; of what cannot be set OWNER_ID hears too."""
    wanted = await wanted_by(desk, errand, now)
    if wanted is None:
        async with desk.store.work() as uow:
            await uow.errands.done(errand.id, now, None)
        return

    async def bring(at: Desk) -> None:
        await BRING[wanted.act](at, wanted)

    try:
        await papers_first(desk, bring)
    except Refusal as refusal:
        async with wanted.brought(desk) as uow:
            sentence = await sentence_of(uow, desk, wanted.call, refusal)
            await wanted.tell(uow, desk, Message(sentence))
    except TypesetFault as fault:
        log.error("%s of run %s could not be set", wanted.act, wanted.run_id, exc_info=fault)  # noqa: TRY400 - of another thread
        async with wanted.brought(desk) as uow:
            await tell_owner(uow, desk, now, notices.PAPER_NOT_MADE, wanted.act)
            await wanted.tell(uow, desk, texts.not_made())
