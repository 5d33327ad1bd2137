"""A file is known again by what does not change, and is fetched only from who may hand in."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from bot.rules import intake_bounds
from bot.rules.errands import Card
from bot.rules.offers import Offer, OfferState, SentFile
from bot.rules.people import Person
from bot.usecases.answer_sender import sender_call
from bot.usecases.desk import Call
from bot.usecases.offer_file import offer_file
from bot.usecases.place_offer import judge
from tests.bot.usecases.staffed import Staffed

SEAT, CARD = "irban-2", 70
STRANGER = Person(90, "Sari", reachable=True)
READ = {"type": "pdf", "page": ""}


def a_file(office: Staffed, caption: str, file_id: str, unique_id: str = "U") -> SentFile:
    sent = (file_id, "scan.pdf", 9, "application/pdf", "document", office.now)
    return SentFile(*sent, caption=caption, unique_id=unique_id)


async def sends(office: Staffed, file: SentFile, by: Person, number: int = 5) -> Offer | None:
    """As a reply to a card in the group; the newest offer of that message."""
    chat = office.office.chat_id
    call = Call(-next(office.updates), office.now, by, chat, False, number, reply_to=CARD)
    await offer_file(office.desk, call, file)
    async with office.desk.store.look() as uow:
        return await uow.offers.at(chat, number)


async def arrives(office: Staffed, offer: Offer, read: dict[str, object] | None = None) -> Offer:
    """Its bytes are kept and judged."""
    async with office.desk.store.work() as uow:
        kept = await uow.offers.get(offer.id)
        assert kept is not None
        here = replace(kept, digest="sidik", read=read or READ)
        await judge(uow, office.desk, await sender_call(uow, here, office.now), here)
        judged = await uow.offers.get(offer.id)
    assert judged is not None
    return judged


@pytest.fixture
async def office(at_work: Staffed) -> Staffed:
    async with at_work.desk.store.work() as uow:
        await uow.cards.put(Card(f"permintaan:{at_work.run_id}", at_work.office.chat_id, CARD))
        await uow.people.seen(STRANGER)
        await uow.people.reach(STRANGER.id, reachable=True)
    return at_work


async def test_an_edited_caption_is_no_new_file_though_its_file_id_changed(
    office: Staffed,
) -> None:
    irban = office.holder(SEAT)
    first = await sends(office, a_file(office, "", "A"), irban)
    assert first is not None
    again = await sends(office, a_file(office, "LHP", "B"), irban)
    assert again == replace(first, caption="LHP")
    assert (await arrives(office, first)).state == OfferState.FILED
    other = await sends(office, a_file(office, "LHP", "C", "V"), irban)
    assert other is not None
    assert other.id != first.id


async def test_a_caption_mended_after_a_refusal_is_judged_again(office: Staffed) -> None:
    irban = office.holder(SEAT)
    for message, words in ((5, "LHP"), (6, "LHP")):
        offer = await sends(office, a_file(office, words, "A"), irban, message)
        assert offer is not None
        judged = await arrives(office, offer)
    assert (judged.state, judged.reason) == (OfferState.REFUSED, "AlreadyReceived")
    mended = await sends(office, a_file(office, "maaf, ini LHE", "B"), irban, 6)
    assert mended is not None
    assert (mended.id, mended.state, mended.reason) == (judged.id, OfferState.FILED, "")
    kinds = [d.kind for d in (await office.run()).documents if d.seat == SEAT]
    assert sorted(kinds) == ["LHE", "LHP"]


async def test_no_caption_mends_a_file_that_cannot_be_read(office: Staffed) -> None:
    irban = office.holder(SEAT)
    offer = await sends(office, a_file(office, "LHP", "A"), irban)
    assert offer is not None
    refused = await arrives(office, offer, {"refused": "damaged", "type": "pdf"})
    assert refused.state == OfferState.REFUSED
    assert await sends(office, a_file(office, "LHE", "B"), irban) == refused


async def test_a_file_of_who_has_no_seat_is_answered_and_not_fetched(office: Staffed) -> None:
    offer = await sends(office, a_file(office, "LHP", "A"), STRANGER)
    assert offer is not None
    assert (offer.state, offer.reason) == (OfferState.REFUSED, "NoSeat")
    await office.carry()
    assert office.group() == [], "a file that is sent for bears no words"
    [told] = office.chats.shown[STRANGER.id].values()
    assert "scan.pdf" in told
    async with office.desk.store.work() as uow:
        await uow.staff.add(office.office.id, SEAT, STRANGER.id)
    offer = await sends(office, a_file(office, "LHP", "B", "V"), STRANGER, 6)
    assert offer is not None
    assert offer.state == OfferState.FETCHING


BOUNDS: Iterable[tuple[str, int]] = (("FILES_A_DAY", 2), ("BYTES_A_DAY", 20))


@pytest.mark.parametrize(("bound", "limit"), BOUNDS)
async def test_what_one_person_sends_beyond_a_day_s_bound_is_refused_once_and_then_passed_over(
    office: Staffed, monkeypatch: pytest.MonkeyPatch, bound: str, limit: int
) -> None:
    monkeypatch.setattr(intake_bounds, bound, limit)
    irban = office.holder(SEAT)
    offers = [
        await sends(office, a_file(office, "LHP", f"A{n}", f"U{n}"), irban, n) for n in range(1, 6)
    ]
    states = [(offer.state, offer.reason) if offer else None for offer in offers]
    wanted = (OfferState.FETCHING, "")
    assert states == [wanted, wanted, (OfferState.REFUSED, "TooManyFiles"), None, None]
    office.at("2026-11-24 07:51")
    later = await sends(office, a_file(office, "LHP", "B", "V"), irban, 9)
    assert later is not None
    assert later.state == OfferState.FETCHING
    other = await sends(office, a_file(office, "LHP", "C", "W"), office.holder("irban-1"), 10)
    assert other is not None
    assert other.state == OfferState.FETCHING
