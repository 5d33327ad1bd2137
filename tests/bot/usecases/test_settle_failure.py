"""What becomes of an errand that was not done, when Telegram or we ourselves are the cause."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from importlib.resources import files

import pytest

from bot.papers.format_file import SHIPPED, parse_format
from bot.rules.calendar import WorkCalendar
from bot.rules.delivery import DeliveryFailure, NotSent, OutOfReach, Rejected, Unsure, Wait
from bot.rules.errands import Address, Errand, ErrandState, Service
from bot.rules.messages import Message
from bot.rules.offers import Offer, OfferState
from bot.rules.people import Office, Person
from bot.rules.procedures import Procedure, Procedures
from bot.rules.sop import Sop
from bot.usecases import keep_file
from bot.usecases.desk import Desk
from bot.usecases.settle_failure import TRIES, settle_failure, settle_fault
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)  # Monday 10.00 WITA
ANI, OWNER = Person(7, "Ani", reachable=True), 99
LATER = NOW + timedelta(days=1)
OFFERED = Offer(0, ANI.id, ANI.id, 5, "f", "lhp.pdf", 10, "application/pdf", "document", NOW)


@dataclass(frozen=True)
class House:
    desk: Desk
    office: Office

    async def asks(self, errand: Errand) -> Errand:
        async with self.desk.store.work() as uow:
            await uow.errands.add(replace(errand, office_id=self.office.id))
            due = await uow.errands.due(NOW, ())
            return next(one for one in due if one.key == errand.key)

    async def fetches(self) -> Errand:
        async with self.desk.store.work() as uow:
            offer = await uow.offers.add(OFFERED)
        return await self.asks(
            Errand(0, "ambil", Service.FETCH, Address(ANI.id), NOW, offer_id=offer.id)
        )

    async def fails(self, errand: Errand, failure: DeliveryFailure | Exception) -> Errand:
        """Once more; the errand as it then stands."""
        if isinstance(failure, DeliveryFailure):
            await settle_failure(self.desk.at(self.office), errand, failure, NOW)
        else:
            await settle_fault(self.desk, errand, failure, NOW)
        async with self.desk.store.look() as uow:
            kept = await uow.errands.get(errand.id)
        assert kept is not None
        return kept

    async def offered(self) -> OfferState:
        async with self.desk.store.look() as uow:
            offer = await uow.offers.get(1)
        assert offer is not None
        return offer.state

    async def told(self) -> dict[int, str]:
        """What waits for each chat now, the errand that failed aside."""
        async with self.desk.store.work() as uow:
            due = await uow.errands.due(LATER, ())
        return {e.to.chat_id or 0: e.message.text for e in due if e.message}


@pytest.fixture
async def house(
    sqlite_url: str, cabinet: FileCabinet, sop: Sop, calendar: WorkCalendar
) -> AsyncIterator[House]:
    async with SqlStore(sqlite_url) as store:
        form = parse_format((files("bot") / "sops" / SHIPPED).read_text("utf-8"))
        procedures = Procedures(Procedure(sop, calendar))
        desk = Desk(store, cabinet, procedures, form, "himpun_bot", OWNER)
        async with store.work() as uow:
            office = await uow.offices.add(-100, "Kinerja", "token", calendar.fingerprint)
            await uow.people.seen(ANI)
            await uow.people.reach(ANI.id, reachable=True)
        yield House(desk, office)


async def test_to_be_told_to_wait_is_no_try_and_loses_no_file(house: House) -> None:
    errand = await house.fetches()
    for _ in range(TRIES + 3):
        errand = await house.fails(errand, Wait(5))
    assert (errand.state, errand.attempts) == (ErrandState.DUE, 0)
    assert errand.not_before == NOW + timedelta(seconds=5)
    assert await house.offered() == OfferState.FETCHING


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (NotSent("ConnectError"), "berkas tidak dapat diambil"),
        (Unsure("ReadTimeout"), "berkas tidak dapat diambil"),
        (ValueError("judge"), "sistem belum dapat memproses"),
    ],
    ids=["not sent", "unsure", "fault of ours"],
)
async def test_a_file_that_does_not_come_is_given_up_at_last_and_its_sender_told(
    house: House, failure: DeliveryFailure | Exception, told: str
) -> None:
    errand = await house.fetches()
    for tried in range(1, TRIES):
        errand = await house.fails(errand, failure)
        assert (errand.state, errand.attempts) == (ErrandState.DUE, tried)
        assert errand.not_before > NOW
        assert await house.offered() == OfferState.FETCHING
    errand = await house.fails(errand, failure)
    assert errand.state == ErrandState.DROPPED
    assert await house.offered() == OfferState.REFUSED
    assert told in (await house.told())[ANI.id]


async def test_a_file_whose_refusal_fails_too_is_given_up_all_the_same(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise ValueError("judge")

    monkeypatch.setattr(keep_file, "refuse_offer", fail)
    errand = replace(await house.fetches(), faults=TRIES - 1)
    assert (await house.fails(errand, ValueError("judge"))).state == ErrandState.DROPPED
    told = await house.told()
    assert "tidak dapat diproses" in told[ANI.id]
    assert "antaran disisihkan (fetch)" in told[OWNER]


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (Rejected("File is too big", "file_too_big"), "melebihi 20 MB"),
        (Rejected("no file"), "berkas tidak dapat diambil"),
        (OutOfReach("blocked"), "berkas tidak dapat diambil"),
    ],
    ids=["too big", "rejected", "out of reach"],
)
async def test_a_file_refused_for_good_is_given_up_at_once(
    house: House, failure: DeliveryFailure, told: str
) -> None:
    errand = await house.fails(await house.fetches(), failure)
    assert errand.state == ErrandState.DROPPED
    assert await house.offered() == OfferState.REFUSED
    assert told in (await house.told())[ANI.id]


@pytest.mark.parametrize("service", [Service.MARK, Service.SAY, Service.REACT, Service.PREPARE])
async def test_what_we_always_fail_at_is_set_aside_with_a_fact_and_a_word_to_the_owner(
    house: House, service: Service
) -> None:
    errand = await house.asks(Errand(0, "k", service, Address(-100), NOW, message=Message("x")))
    for _ in range(TRIES - 1):
        errand = await house.fails(errand, KeyError("berkas"))
        assert errand.state == ErrandState.DUE
    assert await house.told() == {-100: "x"}
    errand = await house.fails(errand, KeyError("berkas"))
    assert errand.state == ErrandState.DROPPED
    assert f"antaran disisihkan ({service})" in (await house.told())[OWNER]
    async with house.desk.store.look() as uow:
        [fact] = [fact for fact, _ in await uow.facts.of_office(house.office.id)]
    assert fact.verb == "antaran disisihkan"
    assert fact.detail == {"antaran": errand.id, "layanan": service.value, "sebab": "KeyError"}


async def test_who_waits_for_what_cannot_be_prepared_is_told_so(house: House) -> None:
    asked = Errand(0, "k", Service.PREPARE, Address(ANI.id, ANI.id), NOW)
    errand = replace(await house.asks(asked), faults=TRIES - 1)
    assert (await house.fails(errand, OSError("disk"))).state == ErrandState.DROPPED
    assert "belum dapat dibuat" in (await house.told())[ANI.id]


async def test_after_a_long_outage_one_fault_of_ours_sets_nothing_aside(house: House) -> None:
    errand = await house.asks(Errand(0, "k", Service.SAY, Address(-100), NOW, message=Message("x")))
    for _ in range(TRIES * 2):
        errand = await house.fails(errand, NotSent("ConnectError"))
    errand = await house.fails(errand, OSError("database is locked"))
    assert (errand.state, errand.attempts, errand.faults) == (ErrandState.DUE, TRIES * 2 + 1, 1)


@pytest.mark.parametrize("service", [Service.SAY, Service.SHOW])
async def test_who_cannot_be_shown_a_word_is_called_in_the_group_once_a_day(
    house: House, service: Service
) -> None:
    said = Errand(0, "k", service, Address(ANI.id), NOW, message=Message("x"))
    for key in ("k", "l"):
        errand = await house.fails(await house.asks(replace(said, key=key)), Rejected("DATA"))
        assert errand.state == ErrandState.DROPPED
    told = await house.told()
    assert "pesan ditolak Telegram" in told[OWNER]
    assert "Ani" in told[-100]
    assert "/tugas" in told[-100]


async def test_a_word_refused_in_the_group_calls_nobody(house: House) -> None:
    said = Errand(0, "k", Service.SAY, Address(-100), NOW, message=Message("x"))
    await house.fails(await house.asks(said), Rejected("not enough rights", "rights"))
    assert set(await house.told()) == {OWNER}
