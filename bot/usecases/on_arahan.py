"""An arahan that a button or a file speaks of, and the work in its office."""

from bot.ports import UnitOfWork
from bot.rules.dispositions import Disposition
from bot.rules.errors.dispositions import NoArahan
from bot.usecases.at_office import as_member
from bot.usecases.desk import Call, Desk
from bot.usecases.work import Work


async def on_arahan(
    uow: UnitOfWork, desk: Desk, call: Call, disposition_id: str
) -> tuple[Work, Disposition]:
    """Locked until the unit of work ends. Refused: NoArahan, strangers to the office."""
    arahan = await uow.dispositions.get(int(disposition_id))
    if arahan is None:
        raise NoArahan
    return await as_member(uow, desk, call, await uow.offices.get(arahan.office_id)), arahan
