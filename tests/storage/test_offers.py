from dataclasses import replace
from datetime import datetime, timedelta

from bot.rules.intake_bounds import Sent
from bot.rules.offers import Offer, OfferState
from bot.rules.run import Run
from storage.unit_of_work import SqlStore

AT = datetime.fromisoformat("2026-11-23T00:30:00+00:00")
OFFER = Offer(0, 7, -100, 5, "AgAD", "LHP.pdf", 3_000_000_000, "application/pdf", "document", AT)


async def test_an_offer_is_kept_once_and_an_edited_one_anew(store: SqlStore) -> None:
    async with store.work() as unit:
        first = await unit.offers.add(OFFER)
        assert first == replace(OFFER, id=first.id)
        filed = replace(first, state=OfferState.REFUSED, reason="kosong", read={"halaman": 1})
        await unit.offers.save(filed)
        assert await unit.offers.add(OFFER) == filed
        edited = await unit.offers.add(replace(OFFER, file_id="BgAD"))
    assert edited.id != first.id
    async with store.look() as unit:
        assert await unit.offers.get(first.id) == filed
        assert await unit.offers.at(-100, 5) == edited
        assert await unit.offers.at(-100, 6) is None
        assert await unit.offers.before(edited) == filed
        assert await unit.offers.before(filed) is None


async def test_an_album_holds_together_in_the_order_of_its_messages(store: SqlStore) -> None:
    later, other = replace(OFFER, message_id=7, album="x"), replace(OFFER, message_id=8, album="y")
    async with store.work() as unit:
        for offer in (later, replace(OFFER, message_id=6, album="x"), other, OFFER):
            await unit.offers.add(offer)
        album = await unit.offers.of_album(-100, "x")
        assert [offer.message_id for offer in album] == [6, 7]
        assert await unit.offers.of_album(-100, "") == ()


async def test_an_offer_is_found_by_the_document_that_it_became(store: SqlStore, run: Run) -> None:
    document = run.documents[0].id
    async with store.work() as unit:
        kept = await unit.offers.add(OFFER)
        await unit.offers.save(replace(kept, document_id=document))
        found = await unit.offers.of_document(document)
    assert found == replace(kept, document_id=document)


async def test_the_versions_of_a_workbook_stand_in_the_order_in_which_they_were_sent(
    store: SqlStore,
) -> None:
    async with store.work() as unit:
        late = await unit.offers.add(replace(OFFER, message_id=9, version_of="1/irban-1"))
        other = await unit.offers.add(replace(OFFER, message_id=8, version_of="1/irban-11"))
        sent = replace(OFFER, message_id=7, version_of="1/irban-1", at=AT - timedelta(minutes=1))
        early = await unit.offers.add(sent)
        assert await unit.offers.versions("1/irban-1") == (early, late)
        assert await unit.offers.versions("1/irban-11") == (other,)
        assert await unit.offers.versions("") == ()


async def test_what_one_person_sent_within_a_day_is_counted(store: SqlStore) -> None:
    async with store.work() as unit:
        for number, hours in enumerate((0, 1, 25), 1):
            at = AT - timedelta(hours=hours)
            await unit.offers.add(replace(OFFER, message_id=number, at=at))
        await unit.offers.add(replace(OFFER, message_id=9, sender=8))
        since = AT - timedelta(days=1)
        assert await unit.offers.sent_since(7, since) == Sent(2, 6_000_000_000, told=False)
        refused = await unit.offers.at(-100, 2)
        assert refused is not None
        await unit.offers.save(replace(refused, reason="TooManyFiles"))
        assert (await unit.offers.sent_since(7, since)).told
        assert await unit.offers.sent_since(70, since) == Sent(0, 0, told=False)
