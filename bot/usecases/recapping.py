"""The recap of a run as a value: what is accepted as of now, and all that stands behind it."""

from collections.abc import Iterable
from datetime import datetime

from bot.ports import UnitOfWork
from bot.rules.backdrop import Backdrop, Sender
from bot.rules.background import Background, Explanation, Origin
from bot.rules.calendar import WorkCalendar
from bot.rules.forms import FilledForm, OfficeFormat
from bot.rules.handed_in import HandedIn
from bot.rules.json_form import from_json
from bot.rules.ledger import NOBODY_AWAY, Absences, late_at
from bot.rules.recap import Heading, Recap, compile_recap
from bot.rules.recapping import form_in_force
from bot.rules.run import Document, Run, Task
from bot.rules.seat_ledger import seat_ledger
from bot.rules.twins import twins
from bot.texts.words import document_name, sender
from bot.usecases.absent import absent


async def recap_of(uow: UnitOfWork, run: Run, calendar: WorkCalendar) -> Recap:
    """The same run, names and earlier runs give the same value; of a closed run those of its
    closing, as they stand in the workbook that is approved."""
    behind = run.backdrop or await backdrop_of(uow, run)
    names = behind.names
    away = await absent(uow, run, calendar, last_change(run))
    documents = [handed_in(run, d, calendar, names, away) for d in run.documents]
    standing = [form_in_force(run, seat.key) for seat in run.sop.suppliers]
    filed = [(d, from_json(FilledForm, d.form)) for d in standing if d is not None]
    return compile_recap(
        Heading(run.sop.head, run.period, calendar.zone, last_change(run)),
        from_json(OfficeFormat, run.form),
        run.sop.suppliers,
        run.sop.kinds,
        {document.seat: form for document, form in filed},
        documents,
        run.remarks,
        Background(
            {document.seat: origin_of(document, form) for document, form in filed},
            tuple(explanations(document for document, _ in filed)),
            await uow.workbooks.of(behind.earlier),
            run.remarked_at,
            seat_ledger(run, calendar, last_change(run), away),
        ),
    )


async def backdrop_of(uow: UnitOfWork, run: Run) -> Backdrop:
    """As of now."""
    found = [await uow.people.get(sender) for sender in sorted({d.sender for d in run.documents})]
    senders = tuple(Sender(person.id, person.name) for person in found if person is not None)
    return Backdrop(senders, await uow.workbooks.earlier(run.office_id, run.period))


def last_change(run: Run) -> datetime:
    """The recap's own date: when the last thing that stands in it happened."""
    acts = (d.done_at for d in run.duties if d.task in (Task.COMPILE, Task.ANALYSE))
    of_documents = (m for d in run.documents for m in (d.received_at, d.decided_at, d.explained_at))
    moments = (*acts, *of_documents, run.remarked_at, run.closed_at)
    return max((moment for moment in moments if moment is not None), default=run.opened_at)


def origin_of(document: Document, form: FilledForm) -> Origin:
    return Origin(
        document.seat,
        document.name,
        document.version,
        document.chat_id,
        document.message_id,
        document.received_at,
        document.digest,
        form.formulas,
    )


def explanations(documents: Iterable[Document]) -> Iterable[Explanation]:
    for document in documents:
        if document.findings:
            yield Explanation(
                document.seat, document.findings, document.explanation, document.explained_at
            )


def handed_in(
    run: Run,
    document: Document,
    calendar: WorkCalendar,
    names: dict[int, str],
    away: Absences = NOBODY_AWAY,
) -> HandedIn:
    return HandedIn(
        document.seat,
        document.kind,
        document.name,
        document.version,
        document.received_at,
        document.state,
        nihil=document.nihil,
        minutes_late=minutes_late(run, document, calendar, away),
        reason=document.reason,
        sender=sender(names.get(document.sender, ""), document),
        number=document.number,
        dated=document.dated,
        letter=document.letter,
        twins=tuple(document_name(run, other) for other in twins(run, document)),
        repeats=document.repeats,
        digest=document.digest,
        hand=sender(names.get(document.sender, ""), document) if document.sent_as else "",
    )


def minutes_late(
    run: Run, document: Document, calendar: WorkCalendar, away: Absences = NOBODY_AWAY
) -> int:
    """The seat's own working minutes past its limit until the document came, in that round: what
    was granted, under review or waited for is not in them."""
    duty = run.duty(Task.HAND_IN, document.seat)
    return late_at(run, duty, calendar, document.received_at, away) if duty else 0
