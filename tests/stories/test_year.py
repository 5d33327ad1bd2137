"""A year of an office: twelve months and four triwulan, holidays, Ramadan, a moved cuti bersama,
restarts every third day, three people on leave; who is reminded of what, and when, is compared
with a slow model of its own."""

import re
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from heapq import heapify, heappop, heappush
from importlib.resources import files
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import holidays
import pytest

from bot.calendars.file import load_calendar
from bot.papers.format_file import SHIPPED, parse_format
from bot.rules import filing, moves, recapping, reviewing
from bot.rules.delivery import Delivery
from bot.rules.errands import Card, Errand, Service
from bot.rules.people import Leave, Person
from bot.rules.periods import Period
from bot.rules.procedures import Procedure, Procedures
from bot.rules.run import Document, DocumentState, Outcome, Run
from bot.rules.sop_file import parse_sop
from bot.rules.special_days import Closure
from bot.usecases import ask_time, carry_errands, check_limits, startup
from bot.usecases.convey import convey
from bot.usecases.convey_collected import convey_collected
from bot.usecases.decide_plea import grant_time
from bot.usecases.declare_nihil import declare_nihil
from bot.usecases.desk import Call, Desk
from bot.usecases.finish_run import finish_run
from bot.usecases.on_run import run_work
from bot.usecases.order import order
from bot.usecases.settle import settle
from bot.usecases.start_run import start_run
from bot.usecases.work import Work
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore
from tests.stories.slow_office import EARLY, OWED, SUPPLIERS, WITA, Heard, SlowOffice

pytestmark = pytest.mark.slow

SOPS = files("bot") / "sops"
SHIPPED_SOP = (SOPS / "dpmd_jeneponto.toml").read_text("utf-8")
# Duties alone are compared: approvals have a ladder of their own (rules/test_approval_ladder.py).
APPROVALS = re.compile(r"\[\[(?:tangga_)?persetujuan\]\]\n(?:.+\n)+")
OF_DUTIES = APPROVALS.sub("", SHIPPED_SOP)
SOP = parse_sop(OF_DUTIES.replace("jumlah = 4", f"jumlah = {len(SUPPLIERS)}"))
FORM = parse_format((SOPS / SHIPPED).read_text("utf-8"))
SEATS = [seat.key for seat in SOP.seats]
PEOPLE = {seat: Person(n, f"Pegawai {n}") for n, seat in enumerate(SEATS, start=101)}
GROUP, KASUBBAG = -1001, "kasubbag-perencanaan"
MINUTE = timedelta(minutes=1)
LEAVES = [
    ("irban-2", date(2027, 4, 1), date(2027, 4, 7)),
    ("kasubbag-umum", date(2027, 7, 2), date(2027, 7, 8)),
    ("penyusun", date(2027, 11, 2), date(2027, 11, 5)),
]
MOVED = {date(2027, 10, 4), date(2027, 10, 5)}  # cuti bersama decreed while runs are open
DECREED = datetime(2027, 10, 1, 6, tzinfo=UTC)


def closed_days() -> set[date]:
    """Public holidays and cuti bersama of 2027, as the list itself says."""
    listed = holidays.country_holidays(
        "ID", years=2027, categories=("public", "government"), islamic_show_estimated=False
    )
    return set(listed)


@dataclass
class Recorder:
    """A courier that keeps every new message that is a reminder, as it is carried."""

    now: datetime = EARLY
    heard: Counter[Heard] = field(default_factory=Counter)
    ids: Any = field(default_factory=lambda: count(1))

    async def carry(self, errand: Errand, card: Card | None) -> Delivery:
        reminds = "late" in (errand.about or {})
        if reminds and (errand.service == Service.SAY or card is None):
            for step, task, seat, number, _due in errand.about["late"]:
                audience = {"": "waits" if number < 0 else "private", "grup": "group"}
                told = audience.get(errand.about["audience"], errand.about["audience"])
                self.heard[self.now, told, (errand.about["run"], step, task, seat)] += 1
        return Delivery(next(self.ids))


@dataclass
class Year:
    """The office, what its people will still do, and the model that is told of it."""

    folder: Path
    dice: Random
    model: SlowOffice
    recorder: Recorder
    closures: tuple[Closure, ...] = ()
    ends: bool = False
    coming: list[tuple[datetime, int, Callable[[], Any]]] = field(default_factory=list)
    numbers: Any = field(default_factory=lambda: count(1))
    now: datetime = datetime(2027, 1, 1, tzinfo=UTC)
    desk: Desk | None = None

    def later(self, minutes: int, act: Callable[[], Any], since: datetime | None = None) -> None:
        """People act in working minutes, after the morning's first word."""
        table = self.model.minutes
        place = table.before(since or self.now) + minutes
        at = max(table.table[place], table.may_speak(table.table[place]))
        heappush(self.coming, (at, next(self.numbers), act))

    def call(self, seat: str) -> Call:
        person = PEOPLE[seat]
        return Call(next(self.numbers), self.now, person, person.id, True, next(self.numbers))

    async def run(self, run_id: int) -> Run:
        async with self.desk.store.look() as seen:
            return await seen.runs.get(run_id)

    async def move(self, seat: str, run_id: int, made: Callable[[Work, Run], Outcome]) -> None:
        async with run_work(self.desk, self.call(seat), str(run_id)) as (work, run):
            await settle(work, made(work, run))

    @asynccontextmanager
    async def up(self) -> AsyncIterator[None]:
        """The bot runs, as a new process."""
        hours = load_calendar()
        hours = replace(hours, closures=(*hours.closures, *self.closures))
        async with SqlStore(f"sqlite:///{self.folder / 'himpun.db'}") as store:
            by = Procedures(Procedure(SOP, hours))
            self.desk = Desk(store, FileCabinet(self.folder), by, FORM, "himpun_bot")
            yield

    async def beat(self) -> None:
        """Messages that are no reminders wait for the next one: the outbox merges them."""
        soonest = await check_limits.next_look(self.desk)
        if soonest is None or soonest > self.now:
            return
        await check_limits.check_limits(self.desk, self.now)
        self.recorder.now = self.now
        while due := await carry_errands.due(self.desk, self.now, (), lambda _: True):
            for errand in due:
                await carry_errands.carry(self.desk, self.recorder, errand, lambda: self.now)

    # ---- what people do; each tells the model what it did

    def delay(self, minutes: int) -> int:
        """Mostly in time, some late, some very late."""
        return int(minutes * self.dice.choice((0.3, 0.6, 0.8, 0.9, 1.2, 1.6, 3.0))) + 1

    async def begin(self, period: Period) -> None:
        await start_run(self.desk, self.call(KASUBBAG), "1", period.key)
        async with self.desk.store.look() as seen:
            run = await seen.runs.of_period(1, period)
        self.model.begin(run.id, self.now)
        self.later(self.delay(5), lambda: self.ordered(run.id))

    async def ordered(self, run: int) -> None:
        await order(self.desk, self.call(KASUBBAG), str(run))
        self.model.done((run, 1, "perintah", KASUBBAG), self.now)
        self.later(self.delay(5), lambda: self.conveyed(run, 2, "penyusun"))

    async def conveyed(self, run: int, step: int, seat: str) -> None:
        kept = await self.run(run)
        version = kept.form_version
        await convey(self.desk, self.call(seat), str(run), str(step), seat, version)
        self.model.done((run, step, "sampaikan", seat), self.now)
        if step == 2:
            for other in OWED:
                self.later(self.delay(10), lambda other=other: self.conveyed(run, 3, other))
        elif (await self.run(run)).step == 4:
            self.collecting(run)

    def collecting(self, run: int) -> None:
        for seat in SUPPLIERS:
            done = self.delay(360)
            for kind in ("LHE", "TLHP", "DATA"):
                settling = self.dice.randint(1, done)
                self.later(settling, lambda s=seat, k=kind: self.nihil(run, s, k))
            self.later(done, lambda s=seat: self.filed(run, s))
            if self.dice.random() < 0.2:
                self.later(self.dice.randint(1, 500), lambda s=seat: self.pleaded(run, s))

    async def nihil(self, run: int, seat: str, kind: str) -> None:
        await declare_nihil(self.desk, self.call(seat), str(run), seat, kind)
        self.model.deliver(run, seat, kind, "accepted", self.now)
        self.model.decided[run] = self.model.minutes.before(self.now)
        await self.conveyable(run)

    async def filed(self, run: int, seat: str) -> None:
        number, at = next(self.numbers), self.now
        letter = Document(
            0, seat, "LHP", DocumentState.RECEIVED, at, PEOPLE[seat].id,
            name=f"LHP {number}.pdf", digest=f"{number:064x}", message_id=number,
        )  # fmt: skip
        await self.move(seat, run, lambda _, kept: filing.file(kept, letter, None, at))
        self.model.deliver(run, seat, "LHP", "unread", at)
        self.later(self.delay(100), lambda: self.read(run, seat))

    async def read(self, run: int, seat: str) -> None:
        kept = await self.run(run)
        [letter] = [d for d in kept.filed(seat, "LHP") if d.state == DocumentState.RECEIVED]
        evlap, person = "kasubbag-evlap", PEOPLE["kasubbag-evlap"].id
        if self.dice.random() < 0.2:
            await self.move(
                evlap,
                run,
                lambda w, r: reviewing.return_document(
                    r, letter, evlap, person, "Tanpa tanda tangan", w.calendar, self.now
                ),
            )
            self.model.give_back(run, seat, "LHP", self.now)
            self.later(self.delay(60), lambda: self.filed(run, seat))
            return
        await self.move(
            evlap, run, lambda _, r: reviewing.accept(r, letter, evlap, person, self.now)
        )
        self.model.accept(run, seat, "LHP", self.now)
        await self.conveyable(run)

    async def pleaded(self, run: int, seat: str) -> None:
        duty = (await self.run(run)).duty(moves.Task.HAND_IN, seat)
        if duty is None or not duty.is_open:
            return
        args = (str(run), "4", "serah", seat)
        async with run_work(self.desk, self.call(seat), str(run)) as (work, kept):
            await ask_time.plead(work, kept, *args[1:], "Jaringan putus")
        minutes = self.dice.choice((60, 120, 225))
        await grant_time(self.desk, self.call(KASUBBAG), *args, str(minutes))
        self.model.grant((run, 4, "serah", seat), minutes, self.now)

    async def conveyable(self, run: int) -> None:
        for seat, kinds in OWED.items():
            files = [self.model.files.get((run, s, k)) for s in SUPPLIERS for k in kinds]
            if all(f is not None and f[0] == "accepted" for f in files):
                self.later(self.delay(40), lambda s=seat: self.collected(run, s))

    async def collected(self, run: int, seat: str) -> None:
        if not self.model.duties[run, 4, "himpun", seat].open:
            return
        await convey_collected(self.desk, self.call(seat), str(run), seat)
        self.model.done((run, 4, "himpun", seat), self.now)
        if (await self.run(run)).step == 5:
            self.later(self.delay(480), lambda: self.approved(run))

    async def approved(self, run: int) -> None:
        await self.move(
            "penyusun",
            run,
            lambda w, r: recapping.approve_recap(
                r, "penyusun", PEOPLE["penyusun"].id, "sidik", w.calendar, self.now
            ),
        )
        self.model.done((run, 5, "rekap", "penyusun"), self.now)
        self.later(self.delay(480), lambda: self.finished(run))

    async def finished(self, run: int) -> None:
        await finish_run(self.desk, self.call(KASUBBAG), str(run))
        self.model.done((run, 6, "analisis", KASUBBAG), self.now)

    async def cuti_moved(self) -> None:
        """Told by the calendar file, followed at the next start: the process ends for it."""
        self.ends = True
        self.closures = tuple(Closure(day, "Cuti bersama", "SKB 4/2027") for day in sorted(MOVED))


async def settle_in(year: Year) -> None:
    async with year.desk.store.work() as uow:
        office = await uow.offices.add(GROUP, "DPMD", "t", year.desk.calendar.fingerprint)
        for seat, person in PEOPLE.items():
            await uow.people.seen(person)
            await uow.people.reach(person.id, reachable=True)
            await uow.seats.put(office.id, seat, person.id)
        for seat, first, last in LEAVES:
            await uow.leaves.add(Leave(0, office.id, PEOPLE[seat], first, last))


def plan(year: Year) -> None:
    """The months from their first working day, the triwulan two working days after it."""
    for month in range(1, 13):
        opening = datetime(2027, month, 1, tzinfo=UTC) - WITA
        before = date(2027, month, 1) - timedelta(days=1)
        monthly = Period("bulan", before.year, before.month)
        year.later(31, lambda p=monthly: year.begin(p), since=opening)
        if month % 3 == 1:
            third = Period("triwulan", before.year, before.month // 3)
            year.later(931, lambda p=third: year.begin(p), since=opening)


async def live(year: Year, until: datetime) -> None:
    """One process: everything that comes up until it is stopped."""
    table = year.model.minutes
    async with year.up():
        await startup.startup(year.desk, year.now)
        await year.beat()
        year.model.minute(year.now)
        year.ends = False
        while year.now < until and not year.ends:
            following = [until, await check_limits.next_look(year.desk) or until]
            following += [year.coming[0][0]] if year.coming else []
            target = max(min(following), year.now + MINUTE)
            watch(year, table, target)
            year.now = target
            while year.coming and year.coming[0][0] <= year.now:
                await heappop(year.coming)[2]()
            await year.beat()
            year.model.minute(year.now)


def watch(year: Year, table: Any, until: datetime) -> None:
    """The model looks in every minute in which nobody does anything."""
    at = year.now + MINUTE
    while at < until:
        if at in table.working or at - MINUTE in table.working:
            year.model.minute(at)
        at += MINUTE


async def test_a_year_misses_doubles_and_undeservedly_sends_no_reminder(
    tmp_path: Path, sqlite_url: str
) -> None:
    year = Year(tmp_path, Random(2027), SlowOffice(closed_days(), LEAVES), Recorder())  # noqa: S311
    async with year.up():
        await settle_in(year)
    plan(year)
    heappush(year.coming, (DECREED, 0, year.cuti_moved))
    restarts = 0
    while year.coming or any(duty.open for duty in year.model.duties.values()):
        if year.closures:
            follow(year)
        await live(year, year.now + timedelta(days=3, minutes=137))
        year.now += timedelta(minutes=year.dice.choice((1, 40, 150)))  # the process is down
        restarts += 1
        assert year.now.year == 2027 or not year.coming
    said = Counter(year.model.heard)
    assert sorted((said - year.recorder.heard).elements()) == []  # none missed
    assert sorted((year.recorder.heard - said).elements()) == []  # none doubled or undeserved
    assert year.model.moved > 0
    assert restarts > 100
    assert {word for _, word, _ in said} == {
        *("private", "group", "waits", KASUBBAG, "sekretaris", "kepala")
    }
    assert sum(said.values()) > 200
    assert year.model.spared > 0


def follow(year: Year) -> None:
    """The model counts by the new calendar too, and nobody comes to work on those days."""
    if MOVED & year.model.minutes.first.keys():
        assert year.now.date() < min(MOVED)
        year.model.close_days(closed_days() | MOVED, year.now)
        shifted = [
            (at + timedelta(days=2) if (at + WITA).date() in MOVED else at, number, act)
            for at, number, act in year.coming
        ]
        heapify(shifted)
        year.coming = shifted
