"""The papers of a run, made off the event loop and kept in the cabinet."""

from dataclasses import dataclass
from functools import lru_cache

from bot.papers.format_workbook import master_workbook, seat_workbook
from bot.papers.recap_workbook import recap_workbook
from bot.rules.carrying import LastValues
from bot.rules.forms import FormMark, OfficeFormat
from bot.rules.json_form import from_json
from bot.rules.messages import Attachment
from bot.rules.people import Office
from bot.rules.periods import Period
from bot.rules.recap import Recap
from bot.rules.run import Run
from bot.rules.sop import Seat
from bot.texts import file_names
from bot.usecases.desk import Desk
from bot.usecases.history import last_values
from bot.usecases.recapping import recap_of
from bot.usecases.signing_of import signing_of
from bot.usecases.still_kept import check_kept
from bot.usecases.work import Work

Titles = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RecapPaper:
    """The recap as a value and as the file of it."""

    recap: Recap
    file: Attachment


def form_of(run: Run) -> OfficeFormat:
    return from_json(OfficeFormat, run.form)


# A duty's card is shown again at every change of the run: its workbook is made once.
@lru_cache(maxsize=64)
def format_bytes(
    form: OfficeFormat, titles: Titles, period: Period, mark: FormMark, agency: str
) -> bytes:
    return master_workbook(form, dict(titles), period, agency, mark)


@lru_cache(maxsize=64)
def seat_bytes(
    form: OfficeFormat, seat: Seat, period: Period, mark: FormMark, agency: str, last: LastValues
) -> bytes:
    return seat_workbook(form, seat.key, seat.title, period, agency, mark, last)


async def format_paper(desk: Desk, office: Office, run: Run) -> Attachment:
    """The whole format, as those who convey it get it."""
    titles = tuple((seat.key, seat.title) for seat in run.sop.suppliers)
    mark = FormMark(office.id, run.id, "", 1, period=run.period.key)
    digest = await desk.paper(format_bytes, form_of(run), titles, run.period, mark, run.sop.agency)
    return Attachment(file_names.office_format(run.period), digest)


async def office_paper(
    desk: Desk, office: Office, form: OfficeFormat, period: Period
) -> Attachment:
    """The whole format between runs."""
    sop = desk.at(office).sop
    titles = tuple((seat.key, seat.title) for seat in sop.suppliers)
    mark = FormMark(office.id, 0, "", 1, period=period.key)
    digest = await desk.paper(format_bytes, form, titles, period, mark, sop.agency)
    return Attachment(file_names.office_format(period), digest)


async def seat_paper(work: Work, run: Run, seat: Seat) -> Attachment:
    """The workbook that this seat fills in, with the last values noted in it."""
    form = form_of(run)
    mark = FormMark(work.office.id, run.id, seat.key, 1, period=run.period.key)
    last = await last_values(work.uow, run, form.of(seat.key))
    digest = await work.desk.paper(seat_bytes, form, seat, run.period, mark, run.sop.agency, last)
    return Attachment(file_names.seat_workbook(run.period, seat.title), digest)


async def recap_paper(work: Work, run: Run) -> RecapPaper:
    """The recap of what is accepted as of now; the same value gives the same bytes. Of a closed
    run the very file that was kept as it closed; refused with DocumentDestroyed once it went."""
    recap = await recap_of(work.uow, run, work.calendar)
    made = (recap_workbook, recap, await signing_of(work.uow, run), work.stationery)
    if run.recap:
        await check_kept(work, run, run.recap)
    digest = run.recap or await work.desk.paper(*made)
    return RecapPaper(recap, Attachment(file_names.recap(run.period), digest))
