"""A paper of a run, or all of them bound, made off the writer and sent to who asked for it."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from bot.papers.bundle import Bound, Cover, bundle_pdf
from bot.papers.sheet import Sheet, set_sheet
from bot.papers.typeset import TypesetFault
from bot.rules.acts import Act
from bot.rules.dossier import as_of
from bot.rules.fingerprint import fingerprint
from bot.rules.messages import Attachment, Message
from bot.rules.printed import PrintCode
from bot.rules.run import Run
from bot.texts import file_names, notices
from bot.texts import printing as texts
from bot.texts.run_papers import standing
from bot.usecases.at_office import meet
from bot.usecases.desk import Call, Desk
from bot.usecases.on_run import on_run
from bot.usecases.print_paper import printed
from bot.usecases.tell_owner import tell_owner
from bot.usecases.work import Work

log = logging.getLogger(__name__)
Send = Callable[[Work, Run], Awaitable[None]]


async def send_of_run(desk: Desk, call: Call, run_id: str, send: Send) -> str:
    """What is not made is not recorded as printed either: then OWNER_ID and who asked are told."""
    try:
        async with desk.store.work(call.update_id) as uow:
            work, run = await on_run(uow, desk, await meet(uow, call), run_id, ended=True)
            await send(work, run)
    except TypesetFault as fault:
        log.error("a paper of run %s could not be set", run_id, exc_info=fault)  # noqa: TRY400 - of another thread
        async with desk.store.work(call.update_id) as uow:
            work, run = await on_run(uow, desk, await meet(uow, call), run_id, ended=True)
            name = file_names.bundle(run.period)
            await tell_owner(uow, work.desk, call.at, notices.PAPER_NOT_MADE, name)
            await tell(work, texts.not_made(run))
        return texts.NOT_MADE
    return texts.SENT


async def send_sheet(work: Work, run: Run, sheet: Sheet) -> None:
    """Raises TypesetFault."""
    seat = work.acting(Act.PRINT_PAPER, run.sop)
    code = await printed(work, run, sheet, seat.key)
    digest = await work.desk.paper(set_sheet, sheet, code, of=known_by(sheet, code))
    file = Attachment(file_names.paper(sheet.title), digest)
    await tell(work, texts.paper(run, sheet.title, code, file))


async def send_bundle(work: Work, run: Run, sheets: Sequence[Sheet]) -> None:
    """Raises TypesetFault."""
    seat = work.acting(Act.PRINT_ALL, run.sop)
    bound = [Bound(sheet, await printed(work, run, sheet, seat.key)) for sheet in sheets]
    at = as_of(run)
    cover = Cover(run.period, work.stationery, standing(run, at, work.calendar.zone), at)
    of = (cover, [known_by(one.sheet, one.code) for one in bound])
    digest = await work.desk.paper(bundle_pdf, cover, bound, of=of)
    file = Attachment(file_names.bundle(run.period), digest)
    await tell(work, texts.bundle(run, len(bound), file))


def known_by(sheet: Sheet, code: PrintCode | None) -> tuple[Any, ...]:
    """What its bytes are made of."""
    frame = fingerprint(sheet.data["sheet"])
    return (sheet.kind, sheet.subject, sheet.digest, frame, sheet.at, code)


async def tell(work: Work, message: Message) -> None:
    if work.call is not None:
        await work.post.say(f"cetak:{work.call.key}:1", work.call.person, message)
