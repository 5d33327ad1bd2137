"""The tap that tells whether a photo is the scan of a signed paper, and the scan sent again."""

from collections.abc import Sequence

from bot.ports import UnitOfWork
from bot.rules.errors.hardcopies import NoScan, ScanGone
from bot.rules.offers import Offer, OfferState
from bot.rules.print_codes import read_code
from bot.texts import documents, notices
from bot.texts import hardcopies as texts
from bot.usecases import card_names
from bot.usecases.answer_sender import tell_sender
from bot.usecases.at_office import by_its_clock, meet
from bot.usecases.desk import Call, Desk
from bot.usecases.paper_meant import PaperMeant, paper_meant, require_reader, to_be_filed
from bot.usecases.still_kept import check_kept, destroyed
from bot.usecases.take_twin import SCAN_OF, keep, settled
from bot.usecases.whose import not_yours

YES = "ya"


async def keep_scan(desk: Desk, call: Call, offer_id: str, answer: str) -> str:
    """[Simpan sebagai kembar bertanda tangan], [Bukan]: by who sent the file, once."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        offer = await waiting_scan(uow, call, offer_id)
        codes = dict(offer.target or {})[SCAN_OF]
        meant = [to_be_filed(await paper_meant(uow, desk, call, code)) for code in codes]
        with by_its_clock(meant[0].work):
            if answer == YES:
                await keep(meant, offer)
            else:
                await leave(meant, offer)
    return notices.recorded()


async def waiting_scan(uow: UnitOfWork, call: Call, offer_id: str) -> Offer:
    offer = await uow.offers.get(int(offer_id))
    if offer is None or SCAN_OF not in (offer.target or {}):
        raise ScanGone
    if offer.sender != call.person.id:
        raise await not_yours(uow, call.person.id, offer.sender)
    if offer.state != OfferState.PROPOSED:
        raise ScanGone
    return offer


async def leave(meant: Sequence[PaperMeant], offer: Offer) -> None:
    """The bytes stay in the cabinet, as those of every file."""
    work = meant[0].work
    await settled(work.uow, offer)
    message = texts.scan_not_kept([one.paper for one in meant])
    await tell_sender(work.post, offer, card_names.placing(offer.id), message)


async def send_scan(desk: Desk, call: Call, code: str) -> str:
    """[Pindaian …] under /berkas: the signed twin again, privately."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        meant = await paper_meant(uow, desk, call, read_code(code))
        with by_its_clock(meant.work):
            require_reader(meant)
            if meant.paper.scan is None:
                raise NoScan(meant.paper.code)
            await check_kept(meant.work, meant.run, meant.paper.scan.digest)
            await show_paper(meant, call)
    return documents.on_its_way()


async def send_paper(desk: Desk, call: Call, code: str) -> None:
    """/berkas with a code: how the paper stands, and its scan where there is one."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        meant = await paper_meant(uow, desk, call, code)
        require_reader(meant)
        await show_paper(meant, call)


async def show_paper(meant: PaperMeant, call: Call) -> None:
    gone = await destroyed(meant.work, meant.run)
    message = texts.scan_again(meant.standing, meant.work.calendar.zone, gone)
    await meant.work.post.say(f"naskah:{call.key}", call.person, message)
