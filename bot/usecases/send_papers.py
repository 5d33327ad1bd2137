"""A paper of a run, or all of them bound, made off the writer and sent to who asked for it."""

from collections.abc import Sequence
from typing import Any

from bot.papers.bundle import Bound, Cover, bundle_pdf
from bot.papers.sheet import Sheet, set_sheet
from bot.rules.acts import Act
from bot.rules.dossier import as_of
from bot.rules.fingerprint import fingerprint
from bot.rules.messages import Message
from bot.rules.printed import PrintCode
from bot.rules.run import Run
from bot.texts import file_names
from bot.texts import printing as texts
from bot.texts.run_papers import standing
from bot.usecases.print_paper import printed
from bot.usecases.recap_papers import kept_paper
from bot.usecases.work import Work


async def send_sheet(work: Work, run: Run, sheet: Sheet) -> None:
    seat = work.acting(Act.PRINT_PAPER, run.sop)
    code = await printed(work, run, sheet, seat.key)
    name = file_names.paper(sheet.title)
    of = known_by(sheet, code)
    file = await kept_paper(work, name, "document", set_sheet, sheet, code, of=of)
    await tell(work, texts.paper(run, sheet.title, code, file) if file else texts.not_made(run))


async def send_bundle(work: Work, run: Run, sheets: Sequence[Sheet]) -> None:
    seat = work.acting(Act.PRINT_ALL, run.sop)
    bound = [Bound(sheet, await printed(work, run, sheet, seat.key)) for sheet in sheets]
    at = as_of(run)
    told = standing(run, at, work.calendar.zone)
    cover = Cover(run.period, work.stationery, told, at)
    name = file_names.bundle(run.period)
    of = (cover, [known_by(one.sheet, one.code) for one in bound])
    file = await kept_paper(work, name, "document", bundle_pdf, cover, bound, of=of)
    await tell(work, texts.bundle(run, len(bound), file) if file else texts.not_made(run))


def known_by(sheet: Sheet, code: PrintCode | None) -> tuple[Any, ...]:
    """What its bytes are made of."""
    frame = fingerprint(sheet.data["sheet"])
    return (sheet.kind, sheet.subject, sheet.digest, frame, sheet.at, code)


async def tell(work: Work, message: Message) -> None:
    if work.call is not None:
        await work.post.say(f"cetak:{work.call.key}:1", work.call.person, message)
