"""A run under random moves, legal and not: what must hold after each of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from importlib.resources import files

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.calendars.file import load_calendar
from bot.rules import filing, granting, ladder, moves, owing, recapping, reviewing
from bot.rules.errors.refusal import Refusal
from bot.rules.periods import Period
from bot.rules.run import Document, DocumentState, DutyState, Fact, Outcome, Run, RunState, Task
from bot.rules.sop_file import parse_sop

SOP = parse_sop((files("bot") / "sops" / "dpmd_jeneponto.toml").read_text("utf-8"))
HOURS = load_calendar()
START = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
SEATS = st.sampled_from([seat.key for seat in SOP.seats])
SUPPLIERS = st.sampled_from([seat.key for seat in SOP.suppliers])
COLLECTORS = st.sampled_from(["kasubbag-evlap", "kasubbag-umum"])
KINDS = st.sampled_from([kind.code for kind in SOP.kinds])
ENDED = {DutyState.DONE, DutyState.WAIVED, DutyState.CANCELLED}


class Course(RuleBasedStateMachine):
    @initialize(step=st.sampled_from([1, 4, 5]))
    def open(self, step: int) -> None:
        """From the order, or from where documents come in, so that walks come far."""
        self.now = START
        self.facts: list[Fact] = []
        self.run: Run | None = None
        opened = moves.open_run(1, SOP, Period("triwulan", 2026, 3), HOURS, self.now)
        self.keep(opened)
        while self.run.step < min(step, 4):
            self.carry_on()
        for seat in ("kasubbag-evlap", "kasubbag-umum") if step == 5 else ():
            self.hand_in("irban-1", "LHP" if seat == "kasubbag-evlap" else "DATA", 9, 0)
            self.accept_all(seat, set(range(99)))
            self.convey_collected(seat, "Dinas luar")

    def keep(self, outcome: Outcome) -> None:
        documents = [replace(d, id=d.id or n) for n, d in enumerate(outcome.run.documents, 1)]
        before, self.run = self.run, replace(outcome.run, documents=tuple(documents))
        self.facts += outcome.facts
        if before is not None:
            self.check_step(before)

    def check_step(self, before: Run) -> None:
        """Steps go forward one at a time, what ended stays ended, and no document vanishes."""
        assert 0 <= self.run.step - before.step <= 1
        assert [d.id for d in self.run.documents][: len(before.documents)] == [
            d.id for d in before.documents
        ]
        if not before.is_open:
            assert (self.run.state, self.run.duties) == (before.state, before.duties)
        for was, now in zip(before.duties, self.run.duties, strict=True):
            assert was.key == now.key
            if was.task != Task.HAND_IN and was.state in ENDED:
                assert now == was
        for was, now in zip(before.documents, self.run.documents, strict=False):
            if was.state in (DocumentState.REPLACED, DocumentState.EXCLUDED):
                assert now == was

    def attempt(self, move: Callable[[Run], Outcome]) -> None:
        """A refused move changes nothing and leaves no fact."""
        try:
            outcome = move(self.run)
        except Refusal:
            return
        if outcome.run != self.run:
            assert outcome.facts or outcome.run.duties != self.run.duties
        self.keep(outcome)

    @rule(minutes=st.integers(0, 400))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        self.attempt(lambda run: ladder.look(run, HOURS, self.now))

    @rule(seat=SEATS, step=st.sampled_from([2, 3]))
    def order_or_convey(self, seat: str, step: int) -> None:
        if self.run.step == 1:
            self.attempt(lambda run: moves.order(run, seat, 7, HOURS, self.now))
        else:
            self.attempt(lambda run: moves.convey(run, step, seat, 7, HOURS, self.now))

    @rule()
    def carry_on(self) -> None:
        """What is to be ordered or conveyed in this step is."""
        for duty in self.run.duties_where(lambda d: d.step == self.run.step and d.is_open):
            if duty.task == Task.ORDER:
                self.attempt(lambda run, d=duty: moves.order(run, d.seat, 7, HOURS, self.now))
            elif duty.task == Task.CONVEY:
                self.attempt(
                    lambda run, d=duty: moves.convey(run, d.step, d.seat, 7, HOURS, self.now)
                )

    @rule(seat=SUPPLIERS, kind=KINDS, content=st.integers(0, 3), answers=st.integers(0, 9))
    def hand_in(self, seat: str, kind: str, content: int, answers: int) -> None:
        digest = sha256(bytes([content])).hexdigest()
        document = Document(
            0, seat, kind, DocumentState.RECEIVED, self.now, 7, name=f"{content}", digest=digest
        )
        self.attempt(lambda run: filing.file(run, document, answers or None, self.now))

    @rule(seat=SUPPLIERS, kind=KINDS)
    def declare_nihil(self, seat: str, kind: str) -> None:
        supplier = SOP.seat(seat)
        self.attempt(lambda run: filing.declare_nihil(run, supplier, kind, 7, self.now))

    @rule(seat=COLLECTORS, place=st.integers(0, 40))
    def give_back(self, seat: str, place: int) -> None:
        if not self.run.documents:
            return
        document = self.run.documents[place % len(self.run.documents)]
        self.attempt(
            lambda run: reviewing.return_document(
                run, document, seat, 7, "Perbaiki", HOURS, self.now
            )
        )

    @rule(seat=COLLECTORS, shown=st.sets(st.integers(1, 40)))
    def accept_all(self, seat: str, shown: set[int]) -> None:
        self.attempt(lambda run: reviewing.accept_all(run, seat, 7, shown, self.now))

    @rule(seat=COLLECTORS, reason=st.sampled_from(["", "Dinas luar"]))
    def convey_collected(self, seat: str, reason: str) -> None:
        self.attempt(lambda run: reviewing.convey_collected(run, seat, 7, reason, HOURS, self.now))

    @rule(seat=st.sampled_from(["penyusun", "kepala"]), place=st.integers(0, 40))
    def exclude(self, seat: str, place: int) -> None:
        if self.run.documents:
            document = self.run.documents[place % len(self.run.documents)]
            self.attempt(
                lambda run: recapping.exclude(run, document, seat, 7, "Periode lain", self.now)
            )

    @rule(seat=st.sampled_from(["penyusun", "irban-1"]))
    def approve(self, seat: str) -> None:
        self.attempt(lambda run: recapping.approve_recap(run, seat, 7, "x", HOURS, self.now))

    @rule(seat=st.sampled_from(["kasubbag-perencanaan", "kepala"]))
    def finish(self, seat: str) -> None:
        self.attempt(lambda run: recapping.finish(run, seat, 7, HOURS, self.now))

    @rule(dice=st.integers(0, 400))
    def cancel(self, dice: int) -> None:
        if dice % 20 == 7:  # seldom, since it ends the walk
            self.attempt(lambda run: moves.cancel(run, 7, "x", "Salah periode", self.now))

    @rule(place=st.integers(0, 12), minutes=st.integers(1, 600))
    def extend(self, place: int, minutes: int) -> None:
        open_ones = self.run.duties_where(lambda d: d.is_open)
        if open_ones:
            duty = open_ones[place % len(open_ones)]
            by = (7, "sekretaris")
            self.attempt(
                lambda run: granting.extend(run, duty, minutes, by, "Rapat", HOURS, self.now)
            )

    # ---- what always holds

    @invariant()
    def only_the_step_s_own_duties_are_open(self) -> None:
        for duty in self.run.duties_where(lambda d: d.is_open):
            assert self.run.is_open
            handing_in_on = duty.task == Task.HAND_IN and duty.step <= self.run.step <= 5
            assert duty.step == self.run.step or handing_in_on
            assert duty.due_at is not None
            assert duty.opened_at is not None

    @invariant()
    def what_is_not_open_is_not_looked_at(self) -> None:
        assert all(d.is_open for d in self.run.duties if d.look_again_at is not None)
        states = {d.state for d in self.run.duties}
        if self.run.state == RunState.CLOSED:
            assert states <= {DutyState.DONE, DutyState.WAIVED}
        if not self.run.is_open:
            assert not states & {DutyState.OPEN, DutyState.WAITING}
            assert self.run.closed_at is not None

    @invariant()
    def who_handed_in_owes_nothing_and_who_owes_has_not_handed_in(self) -> None:
        for seat in SOP.suppliers:
            duty = self.run.duty(Task.HAND_IN, seat.key)
            owed = owing.owed(self.run, seat)
            assert (duty.state == DutyState.DONE) <= (not owed)
            if duty.is_open:
                assert owing.chased(self.run, seat)
            if duty.state == DutyState.WAIVED and self.run.step < 6 and self.run.is_open:
                assert not owing.chased(self.run, seat)

    @invariant()
    def versions_form_chains(self) -> None:
        replaced = [d.replaces for d in self.run.documents if d.replaces is not None]
        assert len(set(replaced)) == len(replaced)
        for document in self.run.documents:
            before = self.run.document(document.replaces) if document.replaces else None
            if before is None:
                assert document.version == 1
                continue
            assert before.id < document.id
            assert (before.seat, before.kind) == (document.seat, document.kind)
            assert before.version + 1 == document.version
            assert before.state == DocumentState.REPLACED

    @invariant()
    def a_workbook_kind_and_nihil_stand_alone(self) -> None:
        for seat in SOP.suppliers:
            for kind in SOP.kinds:
                standing = self.run.filed(seat.key, kind.code)
                if kind.single or any(d.nihil for d in standing):
                    assert len(standing) <= 1
                digests = [d.digest for d in standing if d.counts and not d.nihil]
                assert len(set(digests)) == len(digests)

    @invariant()
    def every_document_and_every_end_has_its_fact(self) -> None:
        verbs = [fact.verb for fact in self.facts]
        files = [d for d in self.run.documents if not d.nihil]
        assert verbs.count("berkas diterima") == len(files)
        assert verbs.count("nihil dinyatakan") == len(self.run.documents) - len(files)
        assert verbs.count("langkah dibuka") == self.run.step
        assert (verbs[-1] in ("putaran selesai", "putaran dibatalkan")) == (not self.run.is_open)
        assert [f.at for f in self.facts] == sorted(f.at for f in self.facts)


Course.TestCase.settings = settings(max_examples=60, stateful_step_count=50)
TestRunUnderRandomMoves = Course.TestCase
