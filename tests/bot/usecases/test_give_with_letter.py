"""A scan captioned /disposisi: the arahan and its letter come in one act, or neither does."""

from collections.abc import AsyncIterator

import pytest

from bot.papers.samples import letter_docx, letter_pdf
from bot.rules.calendar import WorkCalendar
from bot.rules.dispositions import Disposition, Nature
from bot.rules.offers import Offer, OfferState
from bot.rules.people import Person
from bot.rules.sop import Sop
from bot.usecases.keep_file import keep_file
from bot.usecases.verify_facts import verify_facts
from storage.cabinet import FileCabinet
from tests.bot.usecases.test_take_arahan_letter import LETTER, PNG, refusal, shown
from tests.bot.usecases.town import BUDI, SARI, Town, two_offices

FIRST = 1
WORDS = "/disposisi segera Mohon ditindaklanjuti"


@pytest.fixture
async def town(
    sqlite_url: str, cabinet: FileCabinet, sop: Sop, calendar: WorkCalendar
) -> AsyncIterator[Town]:
    """Sari is the Sekretaris, Budi orders."""
    async with two_offices(sqlite_url, cabinet, sop, calendar) as town:
        await town.seat(0, "irban-1", None)
        await town.seat(0, "sekretaris", SARI)
        yield town


async def send(
    town: Town, content: bytes, caption: str = WORDS, *, by: Person = SARI, message: int = 90
) -> Offer:
    async with town.desk.store.work() as uow:
        offer = await uow.offers.add(
            Offer(
                0, by.id, by.id, message, "f", "surat.pdf", len(content), "", "document",
                town.now, caption=caption,
            )
        )  # fmt: skip
    await keep_file(town.desk, offer.id, content, town.now)
    async with town.desk.store.look() as uow:
        kept = await uow.offers.get(offer.id)
    assert kept is not None
    return kept


async def given(town: Town) -> Disposition | None:
    async with town.desk.store.look() as uow:
        return await uow.dispositions.get(FIRST)


async def test_the_arahan_stands_with_its_letter_and_both_reach_who_orders(town: Town) -> None:
    offer = await send(town, letter_pdf(*LETTER))
    arahan = await given(town)
    assert arahan is not None
    assert arahan.letter is not None
    assert (arahan.instruction, arahan.nature) == ("Mohon ditindaklanjuti", Nature.URGENT)
    assert (arahan.letter.digest, arahan.letter.number) == (offer.digest, "050/7/2026")
    assert (arahan.agenda, offer.state) == ("1/2026", OfferState.FILED)
    messages = await town.said()
    assert len(shown(messages, "nomor 050/7/2026")) == 2
    [scan] = shown(messages, "Surat pada arahan nomor agenda 1/2026")
    assert scan.attachment is not None
    proof = await verify_facts(town.desk.store, town.desk.cabinet)
    assert (proof.broken, proof.files) == ((), 1)


async def test_bytes_that_come_twice_give_one_arahan(town: Town) -> None:
    offer = await send(town, PNG)
    await town.said()
    await keep_file(town.desk, offer.id, PNG, town.now)
    async with town.desk.store.look() as uow:
        assert await uow.dispositions.get(FIRST + 1) is None
    assert await town.said() == []


@pytest.mark.parametrize(
    ("content", "caption", "by", "why"),
    [
        (letter_docx(*LETTER), WORDS, SARI, "dicatat sebagai PDF atau foto"),
        (b"", WORDS, SARI, "berkas kosong"),
        (PNG, "/disposisi", SARI, "Arahan belum terbaca"),
        (PNG, "/disposisi segera", SARI, "Arahan belum terbaca"),
        (PNG, WORDS, BUDI, "Tindakan ini milik Sekretaris"),
    ],
    ids=["no scan", "empty", "no words", "only the sifat", "not his"],
)
async def test_what_is_refused_leaves_no_arahan_and_no_agenda_number(
    town: Town, content: bytes, caption: str, by: Person, why: str
) -> None:
    offer = await send(town, content, caption, by=by)
    assert (offer.state, await given(town)) == (OfferState.REFUSED, None)
    assert why in await refusal(town)


async def test_another_word_that_begins_alike_is_no_command(town: Town) -> None:
    await send(town, PNG, "/disposisikan surat ini")
    assert await given(town) is None
