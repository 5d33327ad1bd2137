"""Documents handed in for a seat, and their versions (SOP.md step 4; DESIGN.md "Document")."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.rules.errors.files import AlreadyReceived, KindNotOwed, KindSettled, OldVersion
from bot.rules.errors.runs import NotYetOrdered, RecapApproved, RunNotOpen
from bot.rules.letters import LetterState
from bot.rules.moves import finish_duty
from bot.rules.owing import owed, waive
from bot.rules.run import (
    Document,
    DocumentState,
    DutyState,
    Fact,
    Outcome,
    Run,
    Task,
)
from bot.rules.sop import Seat


@dataclass(frozen=True, slots=True)
class DocumentFiled:
    """`replaced` is the document that the new one is a version of."""

    document: Document
    replaced: Document | None


@dataclass(frozen=True, slots=True)
class CameAgain:
    """The same bytes as this document's were handed in again."""

    document: Document


def check_taking(run: Run, seat: Seat, kind: str) -> None:
    """Refuse where this seat cannot hand in this kind at this moment."""
    if not run.is_open:
        raise RunNotOpen(run.closed_at)
    if all(kind != known.code for known in run.kinds_owed_by(seat)):
        codes = tuple(known.code for known in run.kinds_owed_by(seat))
        raise KindNotOwed(kind, seat.title, codes)
    if any(d.task == Task.ORDER and d.state != DutyState.DONE for d in run.duties):
        raise NotYetOrdered
    if run.recap_approved:
        raise RecapApproved


def file(run: Run, document: Document, answers: int | None, now: datetime) -> Outcome:
    """Take a document (its id 0) in: a new one, or the next version of the one it replaces.

    It says when it was sent; by that it is in time, however late it is learnt.
    """
    seat = run.sop.seat(document.seat)
    check_taking(run, seat, document.kind)
    standing = run.filed(document.seat, document.kind)
    for same in standing:
        if same.counts and same.digest == document.digest and not same.nihil:
            raise AlreadyReceived(same.id)
    replaced = replaced_by(run, document, answers)
    check_newer(run, document, standing)
    if replaced is not None and older(document, replaced):
        return overtaken(run, document, replaced, now)
    gone = [d for d in standing if d.nihil or d == replaced]
    for old in gone:
        run = run.with_document(replace(old, state=DocumentState.REPLACED))
    new = replace(
        document,
        state=DocumentState.RECEIVED,
        received_at=handed_in_at(run, document.received_at, now),
        version=replaced.version + 1 if replaced else 1,
        replaces=replaced.id if replaced else None,
    )
    run = replace(run, documents=(*run.documents, new))
    fact = Fact("berkas diterima", now, document.sender, document.seat, received(new))
    filed = Outcome(run, (fact,), (DocumentFiled(new, replaced),))
    return filed.then(lambda r: delivered(r, seat, now))


def came_again(run: Run, document_id: int, sender: int, now: datetime) -> Outcome:
    """The bytes of this document were handed in once more: that is noted, and counted once."""
    document = run.document(document_id)
    if document is None:
        return Outcome(run)
    again = replace(document, repeats=document.repeats + 1)
    fact = Fact("berkas dikirim lagi", now, sender, again.seat, described(again))
    return Outcome(run.with_document(again), (fact,), (CameAgain(again),))


def check_newer(run: Run, document: Document, standing: Sequence[Document]) -> None:
    """Refuse the bytes of a workbook that a newer version has replaced: an old file is sent by
    mistake more often than on purpose."""
    newest = max((d.version for d in standing if not d.nihil), default=0)
    old = [
        d.version
        for d in run.documents
        if (d.seat, d.kind, d.state) == (document.seat, document.kind, DocumentState.REPLACED)
        and d.digest == document.digest
        and d.version < newest
    ]
    if old and not document.nihil and run.sop.kind(document.kind).single:
        raise OldVersion(max(old), newest)


def older(document: Document, other: Document) -> bool:
    """Sent before the other, though its bytes came after."""
    if document.received_at == other.received_at and document.chat_id == other.chat_id:
        return document.message_id < other.message_id
    return document.received_at < other.received_at


def overtaken(run: Run, document: Document, newer: Document, now: datetime) -> Outcome:
    """A version that was overtaken on its way goes on record; the newer one stands."""
    late = replace(document, state=DocumentState.REPLACED, version=newer.version)
    fact = Fact("berkas didahului", now, document.sender, document.seat, described(late))
    return Outcome(replace(run, documents=(*run.documents, late)), (fact,))


def handed_in_at(run: Run, sent: datetime, now: datetime) -> datetime:
    """When a file counts as handed in: when it was sent, but neither before the order nor after
    now, whatever the clocks say."""
    ordered = [d.done_at for d in run.duties if d.task == Task.ORDER and d.done_at is not None]
    return min(max([sent, *ordered]), now)


def replaced_by(run: Run, document: Document, answers: int | None) -> Document | None:
    """The document that this one answers: the one named, the workbook before, the returned one.

    Where several were returned, the one of the same name, else the first.
    """
    standing = [d for d in run.filed(document.seat, document.kind) if not d.nihil]
    named = [d for d in standing if d.id == answers]
    if run.sop.kind(document.kind).single:
        named = named or standing
    returned = [d for d in standing if d.state == DocumentState.RETURNED and not older(document, d)]
    same_name = [d for d in returned if d.name == document.name]
    return next(iter((*named, *same_name, *returned)), None)


def described(document: Document) -> dict[str, object]:
    told: dict[str, object] = {
        "jenis": document.kind,
        "versi": document.version,
        "nama": document.name,
        "sidik": document.digest,
        "nihil": document.nihil,
    }
    if document.letter == LetterState.UNREAD:
        return told
    dated = document.dated.isoformat() if document.dated else ""
    return {**told, "nomor": document.number, "tanggal": dated, "surat": document.letter.value}


def received(document: Document) -> dict[str, object]:
    """Of a workbook also what stands out in it: the cells and codes, not the sentences."""
    found = [[f.sheet, f.cell, f.code.value, *map(list, f.params)] for f in document.findings]
    return described(document) | ({"temuan": found} if found else {})


def declare_nihil(run: Run, seat: Seat, kind: str, person: int, now: datetime) -> Outcome:
    """Settle a kind of which there is nothing this period."""
    check_taking(run, seat, kind)
    standing = run.filed(seat.key, kind)
    if any(d.counts for d in standing):
        raise KindSettled(kind)
    for old in standing:
        run = run.with_document(replace(old, state=DocumentState.REPLACED))
    nihil = Document(
        0,
        seat.key,
        kind,
        DocumentState.ACCEPTED,
        now,
        person,
        nihil=True,
        decided_at=now,
        accepted_at=now,
    )
    run = replace(run, documents=(*run.documents, nihil))
    fact = Fact("nihil dinyatakan", now, person, seat.key, {"jenis": kind})
    filed = Outcome(run, (fact,), (DocumentFiled(nihil, None),))
    return filed.then(lambda r: delivered(r, seat, now))


def delivered(run: Run, seat: Seat, now: datetime) -> Outcome:
    """The hand-in duty is done as soon as nothing is owed."""
    duty = run.duty(Task.HAND_IN, seat.key)
    if duty is None or duty.state == DutyState.DONE:
        return Outcome(run)
    if owed(run, seat):
        return waive(run)
    return finish_duty(run, duty, now, at=complete_at(run, seat, now))


def complete_at(run: Run, seat: Seat, now: datetime) -> datetime:
    """When the last of what stands for this seat was handed in."""
    return max((d.received_at for d in run.filed(seat.key) if d.counts), default=now)
