"""What else may be meant by a text that a filling in chat would take."""

from bot.ports import UnitOfWork
from bot.rules.filling import Filling
from bot.rules.offers import FRESH
from bot.usecases.desk import Call, Desk
from bot.usecases.office_answered import office_answered, office_of_run
from bot.usecases.take_remark import analysed
from bot.usecases.text_meant import Meant, of_filling, of_run


async def waiting_elsewhere(
    uow: UnitOfWork, desk: Desk, call: Call, filling: Filling
) -> list[Meant]:
    """Fillings and recaps of other offices that wait for a text of the person; nothing where the
    filling asked within the hour, or a message is replied to that tells its office."""
    fresh = call.at - filling.asked_at <= FRESH
    if fresh or await office_answered(uow, call) is not None:
        return []
    here = await office_of_run(uow, filling.run_id)
    fillings = [
        other
        for other in await uow.fillings.open_for(call.person.id)
        if other.question and await office_of_run(uow, other.run_id) != here
    ]
    runs = [run for run in await analysed(uow, desk, call) if run.office_id != here]
    return [*map(of_filling, fillings), *map(of_run, runs)]
