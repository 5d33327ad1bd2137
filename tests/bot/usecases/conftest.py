"""A run as it is kept: two letters called alike, one returned and mended, one nihil."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path

import pytest

from bot.calendars.file import load_calendar
from bot.papers.format_file import SHIPPED, parse_format
from bot.rules.calendar import WorkCalendar
from bot.rules.filing import described
from bot.rules.json_form import to_json
from bot.rules.moves import open_run
from bot.rules.people import Office
from bot.rules.periods import Period
from bot.rules.procedures import Procedure, Procedures
from bot.rules.run import Document, DocumentState, Fact, Run
from bot.rules.sop import Sop
from bot.rules.sop_file import parse_sop
from bot.usecases.desk import Desk
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore
from tests.bot.conftest import Course
from tests.bot.usecases.staffed import Staffed, staffed
from tests.bot.usecases.town import Town, two_offices

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
SOPS = files("bot") / "sops"
LETTERS = (b"%PDF-1 laporan", b"%PDF-1 laporan lain", b"%PDF-1 kurang", b"%PDF-1 lengkap")
Opened = Callable[[Period, tuple[Document, ...]], Awaitable[Run]]


@pytest.fixture(scope="session")
def sop() -> Sop:
    return parse_sop((SOPS / "dpmd_jeneponto.toml").read_text("utf-8"))


@pytest.fixture(scope="session")
def calendar() -> WorkCalendar:
    return load_calendar()


@pytest.fixture
def cabinet(tmp_path: Path) -> FileCabinet:
    return FileCabinet(tmp_path)


@pytest.fixture
async def office(store: SqlStore) -> Office:
    async with store.work() as uow:
        return await uow.offices.add(-100, "Kinerja DPMD", "token", "kalender")


@pytest.fixture
async def documents(cabinet: FileCabinet) -> tuple[Document, ...]:
    digests = [await cabinet.keep(letter) for letter in LETTERS]

    def letter(kind: str, name: str, digest: str, state: DocumentState) -> Document:
        at = NOW + timedelta(minutes=len(name))
        return Document(0, "irban-1", kind, state, at, 7, name=name, digest=digest)

    returned = letter("LHE", "../lhe: I.pdf", digests[2], DocumentState.REPLACED)
    mended = letter("LHE", "=lhe.pdf", digests[3], DocumentState.ACCEPTED)
    return (
        letter("LHP", "laporan.pdf", digests[0], DocumentState.ACCEPTED),
        letter("LHP", "Laporan.pdf", digests[1], DocumentState.RECEIVED),
        returned,
        replace(mended, version=2),
        Document(0, "irban-1", "TLHP", DocumentState.ACCEPTED, NOW, 7, nihil=True),
    )


@pytest.fixture
def opened(store: SqlStore, office: Office, sop: Sop, calendar: WorkCalendar) -> Opened:
    """Keeps a run of a period with these documents and the facts that tell them."""
    shipped = parse_format((SOPS / SHIPPED).read_text("utf-8"))
    form = to_json(shipped.spread([seat.key for seat in sop.suppliers]))

    async def keep(period: Period, documents: tuple[Document, ...]) -> Run:
        begun = open_run(office.id, sop, period, calendar, NOW)
        facts = [
            Fact("berkas diterima", d.received_at, d.sender, d.seat, described(d))
            for d in documents
            if not d.nihil
        ] + [settling(d) for d in documents if d.state == DocumentState.ACCEPTED]
        async with store.work() as uow:
            run = await uow.runs.add(replace(begun.run, form=form, documents=documents))
            await uow.facts.add(office.id, run.id, [*begun.facts, *facts])
            return run

    return keep


def settling(document: Document) -> Fact:
    """That there is nothing of a kind, or that its collector took the file."""
    at, seat = document.received_at, document.seat
    if document.nihil:
        return Fact("nihil dinyatakan", at, document.sender, seat, {"jenis": document.kind})
    told = described(document) | {"dari": seat}
    return Fact("berkas disetujui", at, 8, "kasubbag-evlap", told)


@pytest.fixture
async def run(opened: Opened, documents: tuple[Document, ...]) -> Run:
    return await opened(Period("triwulan", 2026, 3), documents)


@pytest.fixture
async def town(
    sqlite_url: str, cabinet: FileCabinet, sop: Sop, calendar: WorkCalendar
) -> AsyncIterator[Town]:
    """Two offices in one bot; a module may seat others in them."""
    async with two_offices(sqlite_url, cabinet, sop, calendar) as town:
        yield town


@pytest.fixture
def sop_at_work(sop: Sop) -> Sop:
    """A module may have another."""
    return sop


@pytest.fixture
async def at_work(
    sqlite_url: str, cabinet: FileCabinet, sop_at_work: Sop, calendar: WorkCalendar, course: Course
) -> AsyncIterator[Staffed]:
    """Step 4 of the worked example, opened on Monday 07.50 WITA; everybody is seated."""
    sop = sop_at_work
    course.run = replace(course.run, sop=sop)
    course.at("2026-11-23 07:50").to_step(4)
    form = parse_format((SOPS / SHIPPED).read_text("utf-8"))
    asked = to_json(form.spread([seat.key for seat in sop.suppliers]))
    async with SqlStore(sqlite_url) as store:
        desk = Desk(store, cabinet, Procedures(Procedure(sop, calendar)), form, "himpun_bot")
        yield await staffed(desk, replace(course.run, form=asked), course.now)
