"""Whether a file that was sent privately is a photo or a scan of a paper that we printed."""

import re
from typing import Any

from bot.papers.child import read_outside
from bot.rules import kinds
from bot.rules.acts import Act, roles_that_may
from bot.rules.kinds import FileType, UnreadableFile
from bot.rules.offers import Offer
from bot.rules.printed import FoundCodes
from bot.usecases.at_office import at_office
from bot.usecases.desk import Desk
from bot.usecases.work import Work

COMMAND = re.compile(r"/fisik(@\w+)?(?=\s|$)(.*)", re.DOTALL | re.IGNORECASE)
PICTURED = (FileType.PDF, FileType.JPEG, FileType.PNG)


def captioned(offer: Offer) -> str | None:
    """What stands after /fisik in the caption; None where it is not there."""
    found = COMMAND.match(offer.caption.strip())
    return found[2].strip() if found else None


async def read_scan(
    desk: Desk, offer: Offer, content: bytes, read: dict[str, Any]
) -> FoundCodes | UnreadableFile | None:
    """None where the file goes on as any other: not ours to tell, or from who hands in."""
    if offer.chat_id != offer.sender:
        return None
    pictured = read["type"] in PICTURED
    if captioned(offer) is not None:
        return await read_outside("codes", content) if pictured else kinds.NotAWorkbook()
    if not (pictured and await may_file_somewhere(desk, offer)):
        return None
    found = await read_outside("codes", content)
    return found if isinstance(found, FoundCodes) and found.ours else None


async def may_file_somewhere(desk: Desk, offer: Offer) -> bool:
    """Whether the sender files hardcopies in any office: nobody else's files are looked into."""
    async with desk.store.look() as uow:
        for office_id in await uow.seats.offices_of(offer.sender):
            office = await uow.offices.get(office_id)
            if office is not None and files(await at_office(uow, desk, office, offer.at), offer):
                return True
    return False


def files(work: Work, offer: Offer) -> bool:
    mine, may = work.served_by(offer.sender), roles_that_may(Act.FILE_HARDCOPY, work.sop)
    return any(seat.key in mine and seat.role in may for seat in work.sop.seats)
