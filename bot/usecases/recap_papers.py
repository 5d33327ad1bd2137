"""Pages and pictures, made off the event loop and kept in the cabinet."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.papers.recap_pdf import recap_pdf
from bot.papers.recap_picture import recap_picture
from bot.papers.swimlane import board_picture
from bot.papers.timeliness import timeliness_picture
from bot.papers.typeset import TypesetFault
from bot.rules.ledger import Absences
from bot.rules.messages import Attachment
from bot.rules.periods import PeriodKind
from bot.rules.recap import Recap
from bot.rules.run import Run
from bot.rules.timeliness import Timeliness
from bot.texts import file_names, notices
from bot.texts.run_papers import standing
from bot.usecases.signing_of import signing_of
from bot.usecases.tell_owner import tell_owner
from bot.usecases.work import Work

log = logging.getLogger(__name__)


async def pdf_paper(work: Work, run: Run, recap: Recap) -> Attachment | None:
    name = file_names.recap_pdf(run.period)
    told = standing(run, recap.compiled_at, recap.zone)
    given = (recap, await signing_of(work.uow, run), work.stationery, told)
    return await kept_paper(work, name, "document", recap_pdf, *given)


async def picture_paper(work: Work, run: Run, recap: Recap) -> Attachment | None:
    name = file_names.recap_picture(run.period)
    headed = replace(recap, head=work.stationery.head)
    return await kept_paper(work, name, "photo", recap_picture, headed)


async def board_paper(work: Work, run: Run, away: Absences) -> Attachment | None:
    """The run's swimlane as it stands."""
    name = file_names.board_picture(run.period)
    holders, calendar, now = work.holders, work.calendar, work.now
    of = (run, holders, calendar.fingerprint, now, away)
    given = (run, holders, calendar, now, away)
    return await kept_paper(work, name, "photo", board_picture, *given, of=of)


async def timeliness_paper(
    work: Work, found: Timeliness, kind: PeriodKind | None
) -> Attachment | None:
    name = file_names.TIMELINESS
    return await kept_paper(work, name, "photo", timeliness_picture, found, work.sop, kind)


async def kept_paper(
    work: Work, name: str, media: str, make: Callable[..., bytes], *given: Any, of: Any = None
) -> Attachment | None:
    """None where it cannot be set, which OWNER_ID is told: what it goes with goes without it."""
    try:
        digest = await work.desk.paper(make, *given, of=of)
    except TypesetFault as fault:
        log.error("%s could not be set", name, exc_info=fault)  # noqa: TRY400 - of another thread
        await tell_owner(work.uow, work.desk, work.now, notices.PAPER_NOT_MADE, name)
        return None
    return Attachment(name, digest, media=media)
