"""A run of the shipped SOP that tests carry forward move by move, without any store."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest

from bot.calendars.file import load_calendar
from bot.rules import filing, ladder, moves, owing, recapping, reviewing
from bot.rules.calendar import WorkCalendar
from bot.rules.periods import Period
from bot.rules.run import Document, DocumentState, Duty, Fact, Outcome, Run, Task
from bot.rules.sop import Sop
from bot.rules.sop_file import parse_sop

WITA = ZoneInfo("Asia/Makassar")
KASUBBAG, PENYUSUN = "kasubbag-perencanaan", "penyusun"
EVLAP, UMUM = "kasubbag-evlap", "kasubbag-umum"
PERSON = 7


def wita(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WITA)


@dataclass
class Course:
    """The run as it stands, the moment it is, and every fact and notice so far."""

    calendar: WorkCalendar
    run: Run
    now: datetime
    facts: list[Fact] = field(default_factory=list)
    notices: list[object] = field(default_factory=list)

    def do(self, outcome: Outcome) -> Outcome:
        """Keep an outcome as storage would: new documents are given their ids."""
        documents = [
            replace(d, id=d.id or place) for place, d in enumerate(outcome.run.documents, 1)
        ]
        self.run = replace(outcome.run, documents=tuple(documents))
        self.facts += outcome.facts
        self.notices += outcome.notices
        return outcome

    def at(self, text: str) -> "Course":
        self.now = wita(text)
        return self

    def duty(self, task: Task, seat: str, step: int | None = None) -> Duty:
        found = self.run.duty(task, seat, step)
        assert found is not None
        return found

    def hand_in_duty(self, seat: str) -> Duty:
        return self.duty(Task.HAND_IN, seat)

    def order(self) -> Outcome:
        return self.do(moves.order(self.run, KASUBBAG, PERSON, self.calendar, self.now))

    def convey(self, step: int, seat: str) -> Outcome:
        return self.do(moves.convey(self.run, step, seat, PERSON, self.calendar, self.now))

    def file(
        self,
        seat: str,
        kind: str,
        name: str = "berkas.pdf",
        content: str = "",
        answers: int | None = None,
        message: tuple[datetime, int] | None = None,
    ) -> Document:
        """The document as it was kept; without `content` its name and moment are its bytes.

        `message` is when it was sent and the message's id, where it is not of now.
        """
        digest = sha256((content or f"{seat}{kind}{name}{self.now}").encode()).hexdigest()
        sent, message_id = message or (self.now, 0)
        received = DocumentState.RECEIVED
        document = Document(
            0, seat, kind, received, sent, PERSON, name=name, digest=digest, message_id=message_id
        )
        self.do(filing.file(self.run, document, answers, self.now))
        return self.run.documents[-1]

    def nihil(self, seat: str, kind: str) -> Document:
        self.do(filing.declare_nihil(self.run, self.run.sop.seat(seat), kind, PERSON, self.now))
        return self.run.documents[-1]

    def hand_in(self, seat: str) -> None:
        """One file of each kind that the seat still owes."""
        for kind in owing.owed(self.run, self.run.sop.seat(seat)):
            self.file(seat, kind.code, f"{kind.code} {seat}.pdf")

    def hand_in_all(self) -> None:
        for seat in self.run.sop.suppliers:
            self.hand_in(seat.key)

    def accept(self, document: Document, seat: str = EVLAP) -> Outcome:
        return self.do(reviewing.accept(self.run, document, seat, PERSON, self.now))

    def accept_all(self, seat: str, shown: list[int] | None = None) -> Outcome:
        """Of the documents `shown`, or of all."""
        shown = [d.id for d in self.run.documents] if shown is None else shown
        return self.do(reviewing.accept_all(self.run, seat, PERSON, shown, self.now))

    def give_back(
        self, document: Document, reason: str = "Tanpa tanda tangan", seat: str = EVLAP
    ) -> Document:
        """The document as it stands, returned."""
        self.do(
            reviewing.return_document(
                self.run, document, seat, PERSON, reason, self.calendar, self.now
            )
        )
        found = self.run.document(document.id)
        assert found is not None
        return found

    def convey_collected(self, seat: str, reason: str = "") -> Outcome:
        return self.do(
            reviewing.convey_collected(self.run, seat, PERSON, reason, self.calendar, self.now)
        )

    def approve(self, digest: str = "sidik") -> Outcome:
        return self.do(
            recapping.approve_recap(self.run, PENYUSUN, PERSON, digest, self.calendar, self.now)
        )

    def finish(self) -> Outcome:
        return self.do(recapping.finish(self.run, KASUBBAG, PERSON, self.calendar, self.now))

    def look(self) -> list[ladder.Reminder]:
        outcome = self.do(ladder.look(self.run, self.calendar, self.now))
        return [notice for notice in outcome.notices if isinstance(notice, ladder.Reminder)]

    def to_step(self, number: int) -> "Course":
        """Every step before this one done at the moment that it is, with all documents."""
        stages = (self.order, self._conveyed, self._asked, self._collected, self.approve)
        for stage in stages[self.run.step - 1 : number - 1]:
            stage()
        return self

    def _conveyed(self) -> None:
        self.convey(2, PENYUSUN)

    def _asked(self) -> None:
        self.convey(3, EVLAP)
        self.convey(3, UMUM)

    def _collected(self) -> None:
        self.hand_in_all()
        for seat in (EVLAP, UMUM):
            self.accept_all(seat)
            self.convey_collected(seat)


@pytest.fixture(scope="session")
def jeneponto() -> Sop:
    return parse_sop((files("bot") / "sops" / "dpmd_jeneponto.toml").read_text("utf-8"))


@pytest.fixture(scope="session")
def hours() -> WorkCalendar:
    return load_calendar()


@pytest.fixture
def course(jeneponto: Sop, hours: WorkCalendar) -> Course:
    """Opened on the Monday of the worked example, 07.30 WITA, for Triwulan III 2026."""
    now = wita("2026-11-23 07:30")
    opened = moves.open_run(1, jeneponto, Period("triwulan", 2026, 3), hours, now)
    course = Course(hours, opened.run, now)
    course.do(replace(opened, run=replace(opened.run, id=5)))
    return course
