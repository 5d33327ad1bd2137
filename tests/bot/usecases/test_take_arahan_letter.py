"""A letter's scan in reply to the confirmation of an arahan: kept with it, or refused."""

from datetime import date

import pytest

from bot.papers.samples import letter_docx, letter_pdf
from bot.rules.dispositions import Disposition
from bot.rules.errands import Card
from bot.rules.messages import Message
from bot.rules.offers import Offer, OfferState
from bot.rules.people import Person
from bot.usecases.carry_out_arahan import carry_out_arahan
from bot.usecases.give_arahan import give_arahan
from bot.usecases.keep_file import keep_file
from bot.usecases.verify_facts import verify_facts
from bot.usecases.withdraw_arahan import withdraw_arahan
from tests.bot.usecases.town import BUDI, SARI, Town

CONFIRMATION = 70  # the message's id
LETTER = ("Surat", "050/7/2026", date(2026, 11, 20), "Bappeda", "Contoh.")
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40


@pytest.fixture
async def town(town: Town) -> Town:
    """Sari is the Sekretaris; her confirmation and Budi's card of one arahan stand."""
    await town.seat(0, "irban-1", None)
    await town.seat(0, "sekretaris", SARI)
    await town.do(give_arahan, "Himpun data kinerja", by=SARI)
    await town.said()
    async with town.desk.store.work() as uow:
        await uow.cards.put(Card("disposisi:1:1", SARI.id, CONFIRMATION))
        await uow.cards.put(Card("arahan:1:1", BUDI.id, 71))
    return town


async def send(
    town: Town, content: bytes, *, by: Person = SARI, caption: str = "", album: str = "",
    name: str = "surat.pdf", message: int = 90,
) -> Offer:  # fmt: skip
    """A file in reply to the confirmation, fetched; the offer as it is then."""
    async with town.desk.store.work() as uow:
        await uow.cards.put(Card("disposisi:1:1", by.id, CONFIRMATION))
        offer = await uow.offers.add(
            Offer(
                0, by.id, by.id, message, "f", name, len(content), "", "document", town.now,
                caption=caption, album=album, reply_to=CONFIRMATION,
            )
        )  # fmt: skip
    await keep_file(town.desk, offer.id, content, town.now)
    async with town.desk.store.look() as uow:
        kept = await uow.offers.get(offer.id)
    assert kept is not None
    return kept


async def arahan(town: Town) -> Disposition:
    async with town.desk.store.look() as uow:
        found = await uow.dispositions.get(1)
    assert found is not None
    return found


async def refusal(town: Town) -> str:
    [told] = [message.text for message in await town.said() if message.text]
    return told


def shown(messages: list[Message], words: str) -> list[Message]:
    return [message for message in messages if words in message.text]


async def test_a_scan_is_kept_with_the_arahan_and_shown_to_who_orders(town: Town) -> None:
    told = "dari: Bappeda; hal: Data kinerja"
    offer = await send(town, letter_pdf(*LETTER), caption=told)
    kept = (await arahan(town)).letter
    assert offer.state == OfferState.FILED
    assert kept is not None
    assert (kept.digest, kept.origin, kept.subject) == (offer.digest, "Bappeda", "Data kinerja")
    assert (kept.number, kept.dated) == ("050/7/2026", date(2026, 11, 20))
    messages = await town.said()
    [scan] = shown(messages, "Surat pada arahan nomor agenda 1/2026")
    assert scan.attachment is not None
    assert scan.attachment.digest == offer.digest
    both = shown(messages, "dari Bappeda; nomor 050/7/2026; tanggal Jumat, 20 November 2026")
    assert len(both) == 2
    await town.do(carry_out_arahan, "1", "2026-TW3", tapped=True)
    proof = await verify_facts(town.desk.store, town.desk.cabinet)
    assert (proof.broken, proof.files) == ((), 2)  # of the office's chain and of the run's


async def test_a_photo_is_a_scan_and_a_newer_one_takes_its_place(town: Town) -> None:
    await send(town, letter_pdf(*LETTER))
    await send(town, PNG, name="foto.png", message=91)
    kept = (await arahan(town)).letter
    assert kept is not None
    assert (kept.name, kept.number) == ("foto.png", "")


async def test_bytes_that_come_twice_change_nothing(town: Town) -> None:
    offer = await send(town, letter_pdf(*LETTER))
    before = await arahan(town)
    await town.said()
    await keep_file(town.desk, offer.id, PNG, town.now)
    assert await arahan(town) == before
    assert await town.said() == []


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (letter_docx(*LETTER), "surat.docx", "dicatat sebagai PDF atau foto"),
        (b"halo", "surat.txt", "dicatat sebagai PDF atau foto"),
        (b"%PDF-1.7 rusak", "surat.pdf", "rusak dan tidak dapat dibuka"),
        (b"", "surat.pdf", "berkas kosong"),
    ],
    ids=["word", "text", "damaged", "empty"],
)
async def test_what_is_no_scan_is_refused_and_its_bytes_stay(
    town: Town, content: bytes, name: str, why: str
) -> None:
    offer = await send(town, content, name=name)
    assert (offer.state, (await arahan(town)).letter) == (OfferState.REFUSED, None)
    assert why in await refusal(town)
    assert await town.desk.cabinet.open(offer.digest) == content


async def test_the_second_file_of_an_album_is_refused(town: Town) -> None:
    await send(town, letter_pdf(*LETTER), album="a")
    await town.said()
    await send(town, PNG, name="2.png", album="a", message=91)
    assert "satu berkas pindaian" in await refusal(town)
    kept = (await arahan(town)).letter
    assert kept is not None
    assert kept.name == "surat.pdf"


async def test_another_s_scan_is_refused_with_whose_the_arahan_is(town: Town) -> None:
    await send(town, letter_pdf(*LETTER), by=BUDI)
    assert "Tindakan ini milik Sekretaris" in await refusal(town)
    assert (await arahan(town)).letter is None


async def test_a_scan_for_a_withdrawn_arahan_is_refused(town: Town) -> None:
    await town.do(withdraw_arahan, "1", by=SARI, tapped=True)
    await town.said()
    await send(town, letter_pdf(*LETTER))
    assert "telah ditarik kembali" in await refusal(town)
