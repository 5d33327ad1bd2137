"""/kop: the kop and the logo that an office sets itself, by whom, and what is refused."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.papers.logo import small_logo
from bot.rules.errands import Card, Service
from bot.rules.offers import SentFile
from bot.rules.people import Office, Person
from bot.usecases.desk import Call, Reply
from bot.usecases.keep_file import keep_file
from bot.usecases.offer_file import offer_file
from bot.usecases.perform import perform
from bot.usecases.set_letterhead import set_letterhead
from storage.cabinet import FileCabinet
from tests.bot.papers.pictures import picture
from tests.bot.usecases.town import BUDI, SARI, Town

ADMIN = Person(9, "Ani")
OWN = ("PEMERINTAH KABUPATEN CONTOH", "DINAS <CONTOH>")


def in_group(town: Town, by: Person, reply_to: int | None = None) -> Call:
    town.update += 1
    admins = frozenset({ADMIN.id})
    chat, update = town.offices[0].chat_id, town.update
    return Call(-update, town.now, by, chat, False, 500 + update, reply_to=reply_to, admins=admins)


async def typed(town: Town, words: str, by: Person = ADMIN) -> Reply:
    return await perform(town.desk, in_group(town, by), set_letterhead, words)


async def office(town: Town) -> Office:
    async with town.desk.store.look() as uow:
        found = await uow.offices.get(town.offices[0].id)
    assert found is not None
    return found


async def facts(town: Town) -> list[tuple[str, int | None, str]]:
    async with town.desk.store.look() as uow:
        recorded = await uow.facts.of_office(town.offices[0].id)
    return [(fact.verb, fact.person, fact.seat) for fact, *_ in recorded]


async def standing(town: Town) -> int:
    """The answer to /kop as it came to the group: its message id."""
    async with town.desk.store.work() as uow:
        [errand] = await uow.errands.due(town.now, ())
        assert errand.service == Service.SHOW
        await uow.errands.done(errand.id, town.now, 77)
        await uow.cards.put(Card(errand.card, town.offices[0].chat_id, 77))
    return 77


async def sends(town: Town, content: bytes, reply_to: int, by: Person = ADMIN) -> None:
    """A picture in the group, its bytes fetched; twice, as two processes might."""
    file = SentFile(f"f{town.update}", "logo.png", len(content), "image/png", "document", town.now)
    call = in_group(town, by, reply_to)
    await perform(town.desk, call, offer_file, file)
    async with town.desk.store.look() as uow:
        offer = await uow.offers.at(call.chat_id, call.message_id)
    assert offer is not None
    for _ in range(2):
        await keep_file(town.desk, offer.id, content, town.now)


async def test_an_administrator_sets_the_kop_and_takes_it_back(town: Town) -> None:
    await typed(town, "\n".join(OWN))
    [said] = await town.said()
    assert said.attachment is not None
    assert said.attachment.media == "photo"
    assert "DINAS &lt;CONTOH&gt;" in said.text
    assert (await office(town)).letterhead == OWN
    bears = town.desk.at(await office(town)).stationery
    assert bears.head == OWN
    await typed(town, "bawaan")
    assert (await office(town)).letterhead == ()
    assert await facts(town) == [("kop diganti", 9, ""), ("kop dihapus", 9, "")]


async def test_who_orders_sets_it_from_his_seat_and_nobody_else(town: Town) -> None:
    assert (await typed(town, "DINAS CONTOH", by=SARI)).alert
    assert (await office(town)).letterhead == ()
    await typed(town, "DINAS CONTOH", by=BUDI)
    assert (await facts(town))[-1] == ("kop diganti", BUDI.id, "kasubbag-perencanaan")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("\n".join("ABCDEFG"), "paling banyak 6 baris"),
        ("x" * 91, "lebih dari 90 karakter"),
        ("bawaan", "belum menetapkannya"),
        ("hapus logo", "belum menetapkannya"),
    ],
)
async def test_what_cannot_be_a_kop_is_refused_with_what_to_do(
    town: Town, words: str, said: str
) -> None:
    assert said in (await typed(town, words)).text
    assert await facts(town) == []


async def test_a_picture_in_reply_is_the_logo_once_and_can_be_taken_back(
    town: Town, cabinet: FileCabinet
) -> None:
    await typed(town, "")
    await sends(town, picture(900, 600, "JPEG"), await standing(town))
    kept = await office(town)
    assert await cabinet.open(kept.logo) == small_logo(picture(900, 600, "JPEG"))
    assert town.desk.at(kept).stationery.logo == await cabinet.open(kept.logo)
    assert await facts(town) == [("logo diganti", 9, "")]
    await typed(town, "hapus logo")
    assert (await office(town)).logo == ""


async def test_what_is_no_picture_is_refused_and_the_logo_stays(town: Town) -> None:
    await typed(town, "")
    await sends(town, b"%PDF-1.7 bukan gambar", await standing(town))
    assert (await office(town)).logo == ""
    assert any("Mohon mengirim PNG atau JPEG" in one.text for one in await town.said())


async def test_another_than_who_asked_or_one_who_asked_long_ago_changes_no_logo(
    town: Town,
) -> None:
    await typed(town, "")
    card = await standing(town)
    await sends(town, picture(40, 40), card, by=SARI)
    town.now += timedelta(hours=2)
    await sends(town, picture(40, 40), card)
    assert (await office(town)).logo == ""
    await sends(town, picture(40, 40), card, by=BUDI)
    assert (await office(town)).logo != ""


async def test_a_lost_logo_stops_nothing(town: Town) -> None:
    async with town.desk.store.work() as uow:
        await uow.offices.save(replace(town.offices[0], logo="ab" * 32))
    await typed(town, "")
    [said] = await town.said()
    assert "tanpa logo" in said.text
