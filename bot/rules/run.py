"""A run and what stands in it, as values; rules/moves.py and its neighbours change them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from bot.rules.approvals import Approval
from bot.rules.backdrop import Backdrop
from bot.rules.fingerprint import fingerprint
from bot.rules.form_faults import FormFault
from bot.rules.letters import LetterState
from bot.rules.periods import Period
from bot.rules.sop import DocumentKind, Seat, Sop


class Task(StrEnum):
    ORDER = "perintah"
    CONVEY = "sampaikan"
    HAND_IN = "serah"
    COLLECT = "himpun"
    COMPILE = "rekap"
    ANALYSE = "analisis"


class DutyState(StrEnum):
    WAITING = "menunggu"
    OPEN = "berjalan"
    DONE = "selesai"
    WAIVED = "dilepas"  # the collector conveyed without it, with a reason
    CANCELLED = "batal"


class RunState(StrEnum):
    OPEN = "berjalan"
    CLOSED = "selesai"
    CANCELLED = "batal"


class DocumentState(StrEnum):
    RECEIVED = "diterima"
    ACCEPTED = "disetujui"
    RETURNED = "dikembalikan"
    REPLACED = "diganti"
    EXCLUDED = "dikeluarkan"


@dataclass(frozen=True, slots=True)
class Round:
    """A time that a duty was open, ended by a return: when, its limit, and what was granted."""

    ended_at: datetime
    due_at: datetime
    granted: int


@dataclass(frozen=True, slots=True)
class Duty:
    """What one seat owes in one step; times are UTC.

    `minutes` is the SOP's standard time. The limit is `counted` working minutes after
    `counted_from`: an extension or a return moves these two, a new calendar only `due_at`. The
    last `granted` minutes before it were given beyond the limit that stood before. `rung` counts
    the reminders whose time is over (rules/rungs.py); at a limit that passed while the duty waited
    for others its holder has `waited` told. `rounds` are those that a return ended.
    """

    step: int
    task: Task
    seat: str
    minutes: int
    state: DutyState = DutyState.WAITING
    opened_at: datetime | None = None
    counted_from: datetime | None = None
    counted: int = 0
    due_at: datetime | None = None
    look_again_at: datetime | None = None
    rung: int = 0
    done_at: datetime | None = None
    done_as: str = ""  # "Plh." or "Plt.": where a substitute did it in the holder's stead
    remark: str = ""
    plea: str = ""  # why more time is asked, until the superior decides
    pleas: int = 0  # how often it was asked
    granted: int = 0
    waited: bool = False
    rounds: tuple[Round, ...] = ()

    @property
    def key(self) -> tuple[int, Task, str]:
        return (self.step, self.task, self.seat)

    @property
    def is_open(self) -> bool:
        return self.state == DutyState.OPEN


@dataclass(frozen=True, slots=True)
class Document:
    """One version of one file handed in for a seat; `nihil` says there is none this period.

    `id` is 0 until storage gives one. `form` is the parsed workbook (rules/forms.py, as JSON).
    `findings` are what stands out in it (rules/form_checks.py); who handed it in confirmed them at
    `explained_at`, and explained them where there is an `explanation`. `number` and `dated` are
    the letter's own, as far as its first page tells them; `letter` is what the sender says of them.
    `repeats` counts how often the same bytes were handed in again for the seat.
    """

    id: int
    seat: str
    kind: str
    state: DocumentState
    received_at: datetime
    sender: int
    version: int = 1
    replaces: int | None = None
    nihil: bool = False
    name: str = ""
    size: int = 0
    digest: str = ""
    file_id: str = ""
    media: str = "document"
    chat_id: int = 0
    message_id: int = 0
    reason: str = ""
    decided_at: datetime | None = None
    decided_by: int | None = None
    form: Mapping[str, Any] | None = None
    findings: tuple[FormFault, ...] = ()
    explanation: str = ""
    explained_at: datetime | None = None
    number: str = ""
    dated: date | None = None
    letter: LetterState = LetterState.UNREAD
    repeats: int = 0
    sent_as: str = ""  # "Plh.", "Plt.", "staf": where another than the seat's holder sent it,
    on_behalf: str = ""  # and the name that the holder had then
    accepted_at: datetime | None = None  # the first time, whatever was decided since

    @property
    def counts(self) -> bool:
        return self.state in (DocumentState.RECEIVED, DocumentState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Run:
    """`recap` is the SHA-256 of the recap as the run closed, the workbook that is approved; empty
    while it is open. So is the `backdrop` that goes with it. `approvals` are those of every
    closing, oldest first."""

    id: int
    office_id: int
    period: Period
    sop: Sop
    opened_at: datetime
    state: RunState = RunState.OPEN
    step: int = 1
    step_opened_at: datetime | None = None
    duties: tuple[Duty, ...] = ()
    documents: tuple[Document, ...] = ()
    form: Mapping[str, Any] | None = None  # the OfficeFormat that this run asks by, as JSON
    remarks: str = ""
    remarked_at: datetime | None = None
    reason: str = ""
    closed_at: datetime | None = None
    recap: str = ""
    approvals: tuple[Approval, ...] = ()
    backdrop: Backdrop | None = None

    @property
    def is_open(self) -> bool:
        return self.state == RunState.OPEN

    @property
    def recap_approved(self) -> bool:
        """No document enters it any more."""
        return any(d.task == Task.COMPILE and d.state == DutyState.DONE for d in self.duties)

    @property
    def form_version(self) -> str:
        """Told on the button that conveys the format: one that was replaced is not conveyed."""
        return fingerprint(self.form)[:8]

    def duties_where(self, test: Callable[[Duty], bool]) -> tuple[Duty, ...]:
        return tuple(duty for duty in self.duties if test(duty))

    def duty(self, task: Task, seat: str, step: int | None = None) -> Duty | None:
        found = self.duties_where(
            lambda d: d.task == task and d.seat == seat and step in (None, d.step)
        )
        return found[0] if found else None

    def with_duty(self, changed: Duty) -> "Run":
        return replace(
            self, duties=tuple(changed if d.key == changed.key else d for d in self.duties)
        )

    def document(self, document_id: int) -> Document | None:
        return next((d for d in self.documents if d.id == document_id), None)

    def with_document(self, changed: Document) -> "Run":
        return replace(
            self, documents=tuple(changed if d.id == changed.id else d for d in self.documents)
        )

    def with_approval(self, changed: Approval) -> "Run":
        return replace(
            self, approvals=tuple(changed if a.key == changed.key else a for a in self.approvals)
        )

    def filed(self, seat: str, kind: str | None = None) -> tuple[Document, ...]:
        """The seat's documents that stand: neither replaced nor excluded."""
        return tuple(
            d
            for d in self.documents
            if d.seat == seat
            and kind in (None, d.kind)
            and d.state not in (DocumentState.REPLACED, DocumentState.EXCLUDED)
        )

    def owners(self, task: Task) -> tuple[str, ...]:
        """The seats that have such a duty."""
        return tuple(duty.seat for duty in self.duties_where(lambda d: d.task == task))

    def collectors_of(self, kind: str) -> tuple[str, ...]:
        return tuple(seat.key for seat in self.sop.role(self.sop.kind(kind).collector).seats)

    def kinds_owed_by(self, seat: Seat) -> tuple[DocumentKind, ...]:
        return self.sop.kinds_from(seat.role)

    def collected_by(self, seat: Seat) -> Iterator[tuple[Seat, DocumentKind]]:
        """Every (supplier, kind) that this collector collects, in the SOP's order."""
        for kind in self.sop.kinds_for(seat.role):
            for supplier in self.sop.role(kind.handed_in_by).seats:
                yield supplier, kind


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the audit trail. `seat` is the one acted from, `detail` plain JSON values."""

    verb: str
    at: datetime
    person: int | None = None
    seat: str = ""
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a move makes: the run after it, its facts, and what people must hear."""

    run: Run
    facts: tuple[Fact, ...] = ()
    notices: tuple[object, ...] = ()

    def then(self, step: "Callable[[Run], Outcome]") -> "Outcome":
        after = step(self.run)
        return Outcome(after.run, self.facts + after.facts, self.notices + after.notices)
