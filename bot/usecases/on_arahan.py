"""An arahan that a button or a file speaks of, and the work in its office."""

from bot.ports import UnitOfWork
from bot.rules.dispositions import Disposition
from bot.rules.errors.dispositions import NoArahan
from bot.usecases.at_office import at_office, require_member
from bot.usecases.desk import Call, Desk
from bot.usecases.work import Work


async def on_arahan(
    uow: UnitOfWork, desk: Desk, call: Call, disposition_id: str
) -> tuple[Work, Disposition]:
    """Locked until the unit of work ends. Refused: NoArahan, strangers to the office."""
    arahan = await uow.dispositions.get(int(disposition_id))
    office = await uow.offices.get(arahan.office_id) if arahan else None
    if arahan is None or office is None:
        raise NoArahan
    work = await at_office(uow, desk, office, call.at, call)
    require_member(work)
    return work, arahan
