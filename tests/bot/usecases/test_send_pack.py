"""[Paket bukti]: who gets the pack, once, and what the office remembers of it."""

import hashlib
import io
import re
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.papers import periksa
from bot.papers.sheet import Sheet, set_sheet
from bot.ports import UnitOfWork
from bot.rules.approvals import Approval, ApprovalState
from bot.rules.errands import Service
from bot.rules.errors.seats import NotYours
from bot.rules.messages import Attachment, Message
from bot.rules.packing import NotClosedYet, packs_made
from bot.rules.printed import PrintCode
from bot.rules.run import RunState
from bot.rules.sop import ApprovalAct
from bot.texts import packs as texts
from bot.usecases import pack_papers
from bot.usecases import send_pack as room
from bot.usecases.at_office import at_office
from bot.usecases.perform import perform
from bot.usecases.post_recap import show_final
from bot.usecases.prepare import prepare
from bot.usecases.send_pack import send_pack
from bot.usecases.verify_facts import verify_facts
from storage.cabinet import FileCabinet
from tests.bot.usecases.staffed import Staffed

ORDERS = "kasubbag-perencanaan"


@pytest.fixture
async def closed(at_work: Staffed) -> Staffed:
    async with at_work.desk.store.work() as uow:
        run = await uow.runs.get(at_work.run_id)
        assert run is not None
        ended = replace(run, state=RunState.CLOSED, closed_at=at_work.now)
        await uow.runs.save(replace(ended, duties=tuple(quiet(d) for d in run.duties)))
    return at_work


def quiet(duty: object) -> object:
    return replace(duty, look_again_at=None)  # type: ignore[type-var]


def kept(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "berkas").rglob("*") if path.is_file())


async def asks(place: Staffed, seat: str = ORDERS) -> str:
    """What the tap is answered with; then the outbox has brought what it brings."""
    answered = await send_pack(place.desk, place.call(seat), str(place.run_id))
    await brought(place)
    return answered


async def brought(place: Staffed) -> None:
    """The packs are made; the messages that bear them wait."""
    async with place.desk.store.work() as uow:
        due = await uow.errands.due(place.now, ())
    for errand in due:
        if errand.service == Service.PREPARE:
            await prepare(place.desk, errand, place.now)


async def files_sent(place: Staffed, seat: str = ORDERS) -> list[tuple[str, Attachment]]:
    """Of what waits in the outbox for the holder."""
    return [(m.text, m.attachment) for m in await waiting(place, seat) if m.attachment]


async def waiting(place: Staffed, seat: str = ORDERS) -> list[Message]:
    async with place.desk.store.work() as uow:
        due = await uow.errands.due(place.now, ())
    return [e.message for e in due if e.to.person_id == place.holder(seat).id and e.message]


async def test_who_ordered_gets_a_pack_that_proves_itself_by_the_seal_beside_it(
    closed: Staffed, cabinet: FileCabinet, tmp_path: Path
) -> None:
    assert await asks(closed) == texts.being_made()
    ((caption, file),) = await files_sent(closed)
    pack = await cabinet.open(file.digest)
    with zipfile.ZipFile(io.BytesIO(pack)) as bundle:
        seal = hashlib.sha256(bundle.read("manifest.json")).hexdigest()
        count = len(bundle.namelist())
    assert f"{count} berkas" in caption
    assert seal in caption
    assert len(caption) < 1024
    (tmp_path / "p.zip").write_bytes(pack)
    assert periksa.checked([str(tmp_path / "p.zip"), seal])[1] == []


async def test_each_paper_of_a_pack_is_set_once_though_it_stands_in_it_twice_and_more(
    closed: Staffed, cabinet: FileCabinet, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []

    def counted(sheet: Sheet, code: PrintCode | None = None) -> bytes:
        titles.append(sheet.title)
        return set_sheet(sheet, code)

    monkeypatch.setattr(pack_papers, "set_sheet", counted)
    await asks(closed)
    assert sorted(titles) == sorted(set(titles))
    ((_, file),) = await files_sent(closed)
    with zipfile.ZipFile(io.BytesIO(await cabinet.open(file.digest))) as bundle:
        recap = bundle.read("recap.pdf")
        [again] = [name for name in bundle.namelist() if re.match(r"naskah/\d+_Rekap", name)]
        assert bundle.read(again) == recap
        bound = PdfReader(io.BytesIO(bundle.read("naskah.pdf")))
    assert len(bound.pages) > len(titles)


async def test_the_office_remembers_each_pack_in_its_own_chain(
    closed: Staffed, cabinet: FileCabinet
) -> None:
    await asks(closed)
    async with closed.desk.store.look() as uow:
        (made,) = packs_made(fact for fact, _ in await uow.facts.of_office(closed.office.id))
        assert not any("paket" in f.verb for f, _ in await uow.facts.of_run(closed.run_id))
    ((caption, _),) = await files_sent(closed)
    assert (made.run, made.person) == (closed.run_id, closed.holder(ORDERS).id)
    assert made.seal in caption
    proof = await verify_facts(closed.desk.store, cabinet)
    assert (proof.packs, proof.files, proof.broken) == ((made,), 1, ())
    assert made.seal in texts.made(proof.packs, "Asia/Makassar")


async def test_tapped_twice_it_comes_once_and_on_another_day_again(closed: Staffed) -> None:
    assert [await asks(closed) for _ in range(2)] == [texts.being_made(), texts.sent_already()]
    assert len(await files_sent(closed)) == 1
    closed.now += timedelta(days=1)
    await asks(closed)
    async with closed.desk.store.look() as uow:
        facts = await uow.facts.of_office(closed.office.id)
    first, second = packs_made(fact for fact, _ in facts)
    assert (first.seal, first.head) == (second.seal, second.head)


async def test_of_two_processes_that_handle_one_tap_one_sends(closed: Staffed) -> None:
    call = closed.call(ORDERS)
    first = await perform(closed.desk, call, send_pack, str(closed.run_id))
    again = await perform(closed.desk, call, send_pack, str(closed.run_id))
    assert (first.text, again.text) == (texts.being_made(), "")
    await brought(closed)
    assert len(await files_sent(closed)) == 1


async def test_two_taps_before_it_is_made_bring_it_once(closed: Staffed) -> None:
    for _ in range(2):
        await send_pack(closed.desk, closed.call(ORDERS), str(closed.run_id))
    for _ in range(2):
        await brought(closed)
    assert len(await files_sent(closed)) == 1
    async with closed.desk.store.look() as uow:
        facts = [fact for fact, _ in await uow.facts.of_office(closed.office.id)]
    assert len(list(packs_made(facts))) == 1


@pytest.mark.parametrize("seat", ["penyusun", "irban-1", "sekretaris", "kepala"])
async def test_nobody_else_gets_it(closed: Staffed, seat: str) -> None:
    with pytest.raises(NotYours):
        await send_pack(closed.desk, closed.call(seat), str(closed.run_id))


async def test_of_a_run_at_work_there_is_none_yet(at_work: Staffed) -> None:
    with pytest.raises(NotClosedYet):
        await send_pack(at_work.desk, at_work.call(ORDERS), str(at_work.run_id))


async def test_one_too_large_for_telegram_is_refused_with_the_command_that_makes_it(
    closed: Staffed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(room, "MOST_SENT", 20_000)
    before = kept(tmp_path)
    assert await asks(closed) == texts.being_made()
    [told] = await waiting(closed)
    assert told.attachment is None
    assert "himpun export" in told.text
    assert kept(tmp_path) == before
    async with closed.desk.store.look() as uow:
        assert await uow.facts.of_office(closed.office.id) == ()


async def test_while_it_is_made_no_unit_of_work_is_open(
    closed: Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched, seen = Watched(closed.desk.store), []
    real = room.write_pack

    async def write(*given: object) -> object:
        seen.append(watched.open)
        return await real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(room, "write_pack", write)
    await asks(replace(closed, desk=replace(closed.desk, store=watched)))
    assert seen == [0]


class Watched:
    """The store, and how many of its transactions are open."""

    def __init__(self, store: object) -> None:
        self.store, self.open = store, 0

    @asynccontextmanager
    async def work(self, update_id: int | None = None) -> AsyncIterator[UnitOfWork]:
        async with self.counted(self.store.work(update_id)) as uow:  # type: ignore[attr-defined]
            yield uow

    @asynccontextmanager
    async def look(self) -> AsyncIterator[UnitOfWork]:
        async with self.counted(self.store.look()) as uow:  # type: ignore[attr-defined]
            yield uow

    @asynccontextmanager
    async def counted(self, opened: object) -> AsyncIterator[UnitOfWork]:
        async with opened as uow:  # type: ignore[attr-defined]
            self.open += 1
            try:
                yield uow
            finally:
                self.open -= 1


@pytest.mark.parametrize(
    ("states", "offered"),
    [((), True), (("diberikan", "diminta"), False), (("diberikan", "diberikan"), True)],
    ids=["nobody approves", "one is asked yet", "all have approved"],
)
async def test_the_final_card_offers_the_pack_once_nothing_waits_for_an_approval(
    closed: Staffed, states: tuple[str, ...], offered: bool
) -> None:
    recap = Attachment("rekap.xlsx", "0" * 64)
    approvals = tuple(
        Approval(1, place, "sekretaris", ApprovalAct.INITIAL, "0" * 64, ApprovalState(state))
        for place, state in enumerate(states, start=1)
    )
    run = replace(await closed.run(), approvals=approvals)
    async with closed.desk.store.work() as uow:
        work = await at_office(uow, closed.desk, closed.office, closed.now)
        await show_final(work, run, recap)
        due = await uow.errands.due(closed.now + timedelta(days=3), ())
    labels = [b.label for e in due if e.message for row in e.message.buttons for b in row]
    assert labels == (["Paket bukti"] if offered else [])
