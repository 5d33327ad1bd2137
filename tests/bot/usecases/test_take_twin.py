"""Photos and scans of printed papers: told apart from what is handed in, kept as the twin."""

from typing import Any

import pytest

from bot.rules.destroyed import DESTROYED
from bot.rules.errors.files import DocumentDestroyed
from bot.rules.errors.hardcopies import NoScan, ScanGone
from bot.rules.errors.seats import NotYours
from bot.rules.kinds import Damaged
from bot.rules.offers import Offer, OfferState
from bot.rules.printed import FoundCodes, PaperKind, PrintCode, named_code
from bot.rules.run import Fact
from bot.usecases.answer_question import answer_question
from bot.usecases.file_hardcopy import file_hardcopy
from bot.usecases.keep_file import keep_file
from bot.usecases.keep_scan import keep_scan, send_scan
from bot.usecases.list_documents import list_documents
from bot.usecases.read_scan import read_scan
from bot.usecases.take_twin import take_twin
from tests.bot.papers.photographed import page, photo
from tests.bot.usecases.printing import ORDERER, prints, registry, told
from tests.bot.usecases.staffed import Staffed

CONTENT = b"\xff\xd8\xff pindaian"
PICTURE = {"type": "jpeg"}


async def offered(at: Staffed, seat: str = ORDERER, **given: Any) -> Offer:
    """A photo that the seat's holder sent privately and whose bytes are still to come."""
    call = at.call(seat)
    new = Offer(
        0, call.person.id, given.pop("chat_id", call.chat_id), call.message_id, "f",
        "foto.jpg", 9, "image/jpeg", "photo", at.now, **given,
    )  # fmt: skip
    async with at.desk.store.work() as uow:
        return await uow.offers.add(new)


async def taken(at: Staffed, found: FoundCodes | Damaged, **given: Any) -> Offer:
    """The file as it stands after it came with what was found on it."""
    offer = await offered(at, **given)
    kept = await at.desk.cabinet.keep(CONTENT)
    came = Offer(**{**{f: getattr(offer, f) for f in offer.__slots__}, "digest": kept})
    await take_twin(at.desk, came, found, at.now)
    await take_twin(at.desk, came, found, at.now)  # comes twice
    await at.carry()
    async with at.desk.store.look() as uow:
        after = await uow.offers.get(offer.id)
    assert after is not None
    return after


def shows(code: PrintCode) -> FoundCodes:
    return FoundCodes((code.payload,))


async def test_a_photo_of_our_code_records_the_hardcopy_and_asks_whether_it_is_the_scan(
    at_work: Staffed,
) -> None:
    code = await prints(at_work)
    offer = await taken(at_work, shows(code))
    assert offer.state == OfferState.PROPOSED
    assert await told(at_work) == ["naskah dicetak", "naskah fisik diterima"]
    place, card = at_work.reads(ORDERER)[-2:]
    assert "Mohon menuliskan tempatnya" in place
    assert "Apakah berkas ini pindaian" in card


async def bundle(at: Staffed) -> FoundCodes:
    """Of all papers but the control card, which is printed too."""
    codes = [await prints(at, kind=kind) for kind in PaperKind]
    return FoundCodes(tuple(code.payload for code in codes[:-1]))


@pytest.mark.parametrize("caption", ["", "/fisik"])
async def test_a_scan_of_the_bound_bundle_records_every_paper_and_asks_once_for_their_place(
    at_work: Staffed, caption: str
) -> None:
    found = await bundle(at_work)
    offer = await taken(at_work, found, caption=caption)
    told_once = [words for words in at_work.reads(ORDERER) if "Mohon menuliskan tempatnya" in words]
    assert len(told_once) == 1
    assert "belum tercatat diterima:\n• Kartu kendali" in told_once[0]
    if not caption:
        await keep_scan(at_work.desk, at_work.call(ORDERER), str(offer.id), "ya")
    await answer_question(at_work.desk, at_work.call(ORDERER), "lemari 2, map 5")
    *papers, control = await registry(at_work)
    assert [(p.hardcopy.place, p.scan.digest) for p in papers if p.hardcopy and p.scan] == [
        ("lemari 2, map 5", offer.digest)
    ] * len(papers)
    assert (control.hardcopy, control.scan) == (None, None)
    verbs = await told(at_work)
    assert verbs.count("naskah fisik diterima") == len(papers)
    assert verbs.count("pindaian bertanda tangan disimpan") == len(papers)


async def test_a_place_told_meanwhile_stays_when_the_bundle_s_place_is_answered(
    at_work: Staffed,
) -> None:
    found = await bundle(at_work)
    await taken(at_work, found)
    first = named_code(found.payloads[0])
    await file_hardcopy(at_work.desk, at_work.call(ORDERER), f"{first} rak 1")
    await answer_question(at_work.desk, at_work.call(ORDERER), "lemari 2")
    places = [paper.hardcopy.place for paper in await registry(at_work) if paper.hardcopy]
    assert places == ["rak 1", *["lemari 2"] * (len(places) - 1)]


async def test_a_bundle_with_one_paper_that_is_not_ours_records_nothing(at_work: Staffed) -> None:
    found = await bundle(at_work)
    before = await told(at_work)
    offer = await taken(at_work, FoundCodes((*found.payloads, "HIMPUN 0000-0000 1 ABABABABABAB")))
    assert offer.state == OfferState.REFUSED
    assert "0000-0000 bukan kode naskah kantor ini" in at_work.reads(ORDERER)[-1]
    assert await told(at_work) == before


@pytest.mark.parametrize(("answer", "kept"), [("ya", True), ("bukan", False)])
async def test_one_tap_keeps_the_scan_or_not_and_the_next_is_too_late(
    at_work: Staffed, answer: str, kept: bool
) -> None:
    offer = await taken(at_work, shows(await prints(at_work)))
    with pytest.raises(NotYours):
        await keep_scan(at_work.desk, at_work.call("irban-1"), str(offer.id), "ya")
    await keep_scan(at_work.desk, at_work.call(ORDERER), str(offer.id), answer)
    with pytest.raises(ScanGone):
        await keep_scan(at_work.desk, at_work.call(ORDERER), str(offer.id), "ya")
    [paper] = await registry(at_work)
    assert (paper.scan is not None) == kept
    assert ("pindaian bertanda tangan disimpan" in await told(at_work)) == kept


async def test_a_scan_with_the_command_is_kept_at_once_and_sent_again_to_its_readers(
    at_work: Staffed,
) -> None:
    code = await prints(at_work)
    with pytest.raises(NoScan):
        await send_scan(at_work.desk, at_work.call(ORDERER), code.code)
    caption = f"/fisik {code.code.lower()} rak 7"
    offer = await taken(at_work, FoundCodes(), caption=caption)  # a code that could not be read
    assert offer.state == OfferState.FILED
    [paper] = await registry(at_work)
    assert paper.scan is not None
    assert await at_work.desk.cabinet.open(paper.scan.digest) == CONTENT
    assert paper.hardcopy is not None
    assert paper.hardcopy.place == "rak 7"
    await send_scan(at_work.desk, at_work.call("kepala"), code.code)
    with pytest.raises(NotYours):
        await send_scan(at_work.desk, at_work.call("irban-1"), code.code)


async def test_a_scan_that_retention_destroyed_is_told_in_the_list_and_not_sent(
    at_work: Staffed,
) -> None:
    code = (await prints(at_work)).code
    offer = await taken(at_work, FoundCodes(), caption=f"/fisik {code} rak 7")
    async with at_work.desk.store.work() as uow:
        gone = Fact(DESTROYED, at_work.now, detail={"sidik": offer.digest})
        await uow.facts.add(at_work.office.id, at_work.run_id, [gone])
    for words in ("", code):
        await list_documents(at_work.desk, at_work.call(ORDERER), words)
        await at_work.carry()
        assert "pindaian telah dimusnahkan menurut JRA" in at_work.reads(ORDERER)[-1]
    with pytest.raises(DocumentDestroyed):
        await send_scan(at_work.desk, at_work.call(ORDERER), code)


@pytest.mark.parametrize(
    ("found", "caption", "words"),
    [
        (FoundCodes(("https://example.org",)), "/fisik", "bukan kode naskah sistem"),
        (FoundCodes(), "/fisik", "tidak terbaca"),
        (FoundCodes(), "/fisik ABCD-EFGH", "salah ketik"),
        (Damaged(), "/fisik", "rusak"),
        (FoundCodes(("HIMPUN 0000-0000 1 ABABABABABAB",)), "", "bukan kode naskah kantor ini"),
    ],
)
async def test_a_scan_that_is_none_of_ours_is_refused_and_its_bytes_are_kept(
    at_work: Staffed, found: FoundCodes, caption: str, words: str
) -> None:
    offer = await taken(at_work, found, caption=caption)
    assert offer.state == OfferState.REFUSED
    assert words in at_work.reads(ORDERER)[-1]
    assert await at_work.desk.cabinet.open(offer.digest) == CONTENT
    assert await told(at_work) == []


async def test_who_hands_in_hears_whose_it_is(at_work: Staffed) -> None:
    code = await prints(at_work)
    offer = await taken(at_work, shows(code), seat="irban-1", caption="/fisik")
    assert offer.state == OfferState.REFUSED
    assert at_work.holder(ORDERER).name in at_work.reads("irban-1")[-1]
    assert await told(at_work) == ["naskah dicetak"]


async def test_only_private_pictures_of_who_files_hardcopies_are_looked_into(
    at_work: Staffed,
) -> None:
    code = await prints(at_work)
    pictured = photo(page(code.payload), longer=1280)
    mine, theirs = await offered(at_work), await offered(at_work, "irban-1")
    in_group = await offered(at_work, chat_id=at_work.office.chat_id)
    assert await read_scan(at_work.desk, mine, pictured, PICTURE) == shows(code)
    assert await read_scan(at_work.desk, theirs, pictured, PICTURE) is None
    assert await read_scan(at_work.desk, in_group, pictured, PICTURE) is None
    assert await read_scan(at_work.desk, mine, pictured, {"type": "xlsx"}) is None
    await keep_file(at_work.desk, mine.id, pictured, at_work.now)
    assert await told(at_work) == ["naskah dicetak", "naskah fisik diterima"]
