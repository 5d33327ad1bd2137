"""The office that a message replied to speaks of."""

from bot.ports import UnitOfWork
from bot.usecases import card_names
from bot.usecases.desk import Call


async def office_answered(uow: UnitOfWork, call: Call) -> int | None:
    """None where nothing is replied to, or what is replied to names no run and no office."""
    card = await uow.cards.at(call.chat_id, call.reply_to) if call.reply_to else None
    if card is None:
        return None
    about, filled = card_names.about(card.name), card_names.filled(card.name)
    filling = await uow.fillings.get(filled[0]) if filled else None
    run_id = about.run if about else filling.run_id if filling else 0
    return await office_of_run(uow, run_id) or card_names.office_of(card.name)


async def office_of_run(uow: UnitOfWork, run_id: int) -> int | None:
    run = await uow.runs.get(run_id) if run_id else None
    return run.office_id if run else None
