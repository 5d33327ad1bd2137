"""Who may hand in is a matter of when a file was sent, not of when its bytes are here."""

from dataclasses import replace
from datetime import date

import pytest

from bot.rules.offers import OfferState, SentFile
from bot.rules.people import Person, Substitution, Title
from bot.rules.run import Document
from bot.usecases.answer_sender import sender_call
from bot.usecases.desk import Call
from bot.usecases.follow_substitutions import follow_substitutions
from bot.usecases.name_substitute import name_plh
from bot.usecases.offer_file import offer_file
from bot.usecases.place_offer import judge
from tests.bot.usecases.staffed import Staffed, wita

SEAT, TUESDAY = "irban-2", date(2026, 11, 24)
SARI = Person(90, "Sari", reachable=True)
READ = {"type": "pdf", "page": ""}


@pytest.fixture
async def office(at_work: Staffed) -> Staffed:
    """Sari is Plh. Irban II on Tuesday."""
    async with at_work.desk.store.work() as uow:
        await uow.people.seen(SARI)
        await uow.people.reach(SARI.id, reachable=True)
        plh = Substitution(0, at_work.office.id, SEAT, SARI, Title.PLH, TUESDAY, TUESDAY)
        await uow.substitutions.add(plh)
    return at_work


async def sent(office: Staffed, sender: Person, handled: str = "") -> int:
    """The offer of an LHP that is sent privately now, and handled now or later."""
    at = wita(handled) if handled else office.now
    number = int(at.timestamp())
    call = Call(-number, at, sender, sender.id, True, number)
    file = SentFile("f", "LHP.pdf", 9, "application/pdf", "document", office.now, caption="LHP")
    await offer_file(office.desk, call, file)
    async with office.desk.store.look() as uow:
        offer = await uow.offers.at(sender.id, number)
    assert offer is not None
    return offer.id


async def fetched(office: Staffed, offer_id: int, at: str) -> tuple[OfferState, str]:
    """What became of it once its bytes are here, and why."""
    office.at(at)
    await follow_substitutions(office.desk, office.now)
    async with office.desk.store.work() as uow:
        offer = await uow.offers.get(offer_id)
        assert offer is not None
        here = replace(offer, digest=f"sidik-{offer_id}", read=READ)
        await judge(uow, office.desk, await sender_call(uow, here, office.now), here)
        judged = await uow.offers.get(offer_id)
    assert judged is not None
    return judged.state, judged.reason


async def filed(office: Staffed) -> list[Document]:
    return [document for document in (await office.run()).documents if document.seat == SEAT]


@pytest.mark.parametrize("handled", ["", "2026-11-25 07:50"], ids=["handled then", "next day"])
async def test_a_file_sent_in_a_substitute_s_last_minute_is_taken_after_it(
    office: Staffed, handled: str
) -> None:
    await follow_substitutions(office.desk, office.at("2026-11-24 08:00").now)
    office.at("2026-11-24 23:59")
    if handled:
        await follow_substitutions(office.desk, wita("2026-11-25 00:01"))
    offer = await sent(office, SARI, handled)
    assert await fetched(office, offer, "2026-11-25 07:51") == (OfferState.FILED, "")
    [document] = await filed(office)
    assert (document.sent_as, document.on_behalf) == ("Plh.", f"Pemegang {SEAT}")
    async with office.desk.store.look() as uow:
        facts = [fact for fact, _ in await uow.facts.of_run(office.run_id)]
    [received] = [fact for fact in facts if fact.verb == "berkas diterima"]
    assert (received.detail["sebagai"], received.detail["oleh"]) == ("Plh.", "Sari")


async def test_a_holder_s_last_file_before_his_substitute_is_taken_after_it(
    office: Staffed,
) -> None:
    offer = await sent(office.at("2026-11-23 23:59"), office.holder(SEAT))
    assert await fetched(office, offer, "2026-11-24 08:00") == (OfferState.FILED, "")
    [document] = await filed(office)
    assert document.sent_as == ""


async def test_a_holder_s_file_is_taken_though_a_substitute_is_named_while_it_is_fetched(
    at_work: Staffed,
) -> None:
    async with at_work.desk.store.work() as uow:
        await uow.people.seen(SARI)
    offer = await sent(at_work.at("2026-11-23 09:00"), at_work.holder(SEAT))
    at_work.at("2026-11-23 09:01")
    call = replace(at_work.call(SEAT, private=False), admins=frozenset({99}))
    await name_plh(at_work.desk, call, "irban-2 23-11-2026", SARI)
    assert await fetched(at_work, offer, "2026-11-23 09:02") == (OfferState.FILED, "")


@pytest.mark.parametrize(
    ("moment", "sender"),
    [("2026-11-25 00:00", SARI), ("2026-11-24 09:00", None)],
    ids=["after his last day", "the holder in the meantime"],
)
async def test_who_did_not_act_when_he_sent_is_refused(
    office: Staffed, moment: str, sender: Person | None
) -> None:
    for each in ("2026-11-24 08:00", moment):
        await follow_substitutions(office.desk, office.at(each).now)
    if sender is SARI:
        async with office.desk.store.work() as uow:
            await uow.staff.add(office.office.id, "kasubbag-evlap", SARI.id)
    offer = await sent(office, sender or office.holder(SEAT))
    state, _ = await fetched(office, offer, "2026-11-25 08:00")
    assert state == OfferState.REFUSED
    assert await filed(office) == []
