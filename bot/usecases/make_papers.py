"""The papers of a run, made off the event loop and kept in the cabinet."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from bot.papers.format_workbook import master_workbook, seat_workbook
from bot.papers.recap_workbook import recap_workbook
from bot.rules.calendar import WorkCalendar
from bot.rules.forms import FilledForm, FormMark, OfficeFormat
from bot.rules.json_form import from_json
from bot.rules.messages import Attachment
from bot.rules.people import Office
from bot.rules.periods import Period
from bot.rules.recap import HandedIn, Heading, Recap, compile_recap
from bot.rules.recapping import form_in_force
from bot.rules.run import Document, Run, Task
from bot.rules.sop import Seat
from bot.rules.twins import twins
from bot.rules.worktime import minutes_between
from bot.texts import file_names
from bot.texts.words import document_name
from bot.usecases.desk import Desk

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
    form: OfficeFormat, seat: Seat, period: Period, mark: FormMark, agency: str
) -> bytes:
    return seat_workbook(form, seat.key, seat.title, period, agency, mark)


async def format_paper(desk: Desk, office: Office, run: Run) -> Attachment:
    """The whole format, as those who convey it get it."""
    titles = tuple((seat.key, seat.title) for seat in run.sop.suppliers)
    mark = FormMark(office.id, run.id, "", 1, period=run.period.key)
    content = await asyncio.to_thread(
        format_bytes, form_of(run), titles, run.period, mark, run.sop.agency
    )
    return Attachment(file_names.office_format(run.period), await desk.cabinet.keep(content))


async def office_paper(
    desk: Desk, office: Office, form: OfficeFormat, period: Period
) -> Attachment:
    """The whole format between runs."""
    titles = tuple((seat.key, seat.title) for seat in desk.sop.suppliers)
    mark = FormMark(office.id, 0, "", 1, period=period.key)
    content = await asyncio.to_thread(format_bytes, form, titles, period, mark, desk.sop.agency)
    return Attachment(file_names.office_format(period), await desk.cabinet.keep(content))


async def seat_paper(desk: Desk, office: Office, run: Run, seat: Seat) -> Attachment:
    """The workbook that this seat fills in."""
    mark = FormMark(office.id, run.id, seat.key, 1, period=run.period.key)
    content = await asyncio.to_thread(
        seat_bytes, form_of(run), seat, run.period, mark, run.sop.agency
    )
    name = file_names.seat_workbook(run.period, seat.title)
    return Attachment(name, await desk.cabinet.keep(content))


async def recap_paper(desk: Desk, run: Run) -> RecapPaper:
    """The recap of what is accepted as of now; the same run gives the same bytes."""
    recap = recap_of(run, desk.calendar)
    content = await asyncio.to_thread(recap_workbook, recap)
    file = Attachment(file_names.recap(run.period), await desk.cabinet.keep(content))
    return RecapPaper(recap, file)


def recap_of(run: Run, calendar: WorkCalendar) -> Recap:
    heading = Heading((run.sop.agency,), run.period, calendar.zone, last_change(run))
    documents = [handed_in(run, d, calendar) for d in run.documents]
    standing = [form_in_force(run, seat.key) for seat in run.sop.suppliers]
    forms = {d.seat: from_json(FilledForm, d.form) for d in standing if d is not None}
    return compile_recap(
        heading, form_of(run), run.sop.suppliers, run.sop.kinds, forms, documents, run.remarks
    )


def last_change(run: Run) -> datetime:
    """The recap's own date: when the last document came or was decided on."""
    moments = [m for d in run.documents for m in (d.received_at, d.decided_at) if m is not None]
    return max(moments, default=run.opened_at)


def handed_in(run: Run, document: Document, calendar: WorkCalendar) -> HandedIn:
    return HandedIn(
        document.seat,
        document.kind,
        document.name,
        document.version,
        document.received_at,
        document.state,
        nihil=document.nihil,
        minutes_late=minutes_late(run, document, calendar),
        reason=document.reason,
        number=document.number,
        dated=document.dated,
        letter=document.letter,
        twins=tuple(document_name(run, other) for other in twins(run, document)),
        repeats=document.repeats,
        digest=document.digest,
    )


def minutes_late(run: Run, document: Document, calendar: WorkCalendar) -> int:
    """Working minutes past the hand-in limit; a version that mends a returned one has its own."""
    duty = run.duty(Task.HAND_IN, document.seat)
    if duty is None or duty.due_at is None:
        return 0
    return minutes_between(calendar, duty.due_at, document.received_at)
