"""What is printed has one code, and its signed twins are recorded once, by who may."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.ports import AlreadyHandled
from bot.rules.errors.hardcopies import MistypedCode, PlaceNotTold, UnknownCode
from bot.rules.errors.seats import NotYours
from bot.rules.people import Person
from bot.rules.print_codes import made_code
from bot.usecases.answer_question import answer_question
from bot.usecases.desk import Call
from bot.usecases.file_hardcopy import file_hardcopy
from bot.usecases.list_documents import list_documents
from tests.bot.usecases.printing import ORDERER, prints, registry, told
from tests.bot.usecases.staffed import MINUTE, Staffed

STRANGER = Person(900, "Orang lain", reachable=True)


async def files(at: Staffed, words: str, seat: str = ORDERER, *, private: bool = True) -> Call:
    call = at.call(seat, private=private)
    await file_hardcopy(at.desk, call, words)
    await at.carry()
    return call


async def test_the_same_content_printed_again_has_the_same_code(at_work: Staffed) -> None:
    first = await prints(at_work)
    assert await prints(at_work) == first
    assert [paper.code for paper in await registry(at_work)] == [first.code]
    assert await told(at_work) == ["naskah dicetak"]


async def test_newer_content_has_another_code_until_the_older_is_printed_again(
    at_work: Staffed,
) -> None:
    older = await prints(at_work, "lama")
    at_work.now += MINUTE
    newer = await prints(at_work, "baru")
    await files(at_work, f"{older.code} lemari 2, map 5")
    assert f"naskah terbaru berkode {newer.code}" in at_work.reads(ORDERER)[-1]
    at_work.now += MINUTE
    assert await prints(at_work, "lama") == older
    await files(at_work, f"{newer.code} lemari 2, map 5")
    assert f"naskah terbaru berkode {older.code}" in at_work.reads(ORDERER)[-1]


async def test_a_hardcopy_is_recorded_once_and_another_place_corrects_it(at_work: Staffed) -> None:
    code = (await prints(at_work)).code
    await files(at_work, f"{code.lower().replace('-', ' ')} lemari 2, map 5")
    assert "Tempat: lemari 2, map 5." in at_work.reads(ORDERER)[-1]
    await files(at_work, f"{code} lemari 2, map 5")
    assert "telah tercatat diterima" in at_work.reads(ORDERER)[-1]
    await files(at_work, f"{code} lemari 3")
    assert await told(at_work) == [
        "naskah dicetak",
        "naskah fisik diterima",
        "tempat naskah fisik dicatat",
    ]
    held = (await registry(at_work))[0].hardcopy
    assert held is not None
    assert (held.place, held.received_by) == ("lemari 3", at_work.holder(ORDERER).id)


async def test_who_files_the_newest_is_told_where_an_older_one_is_kept_and_so_is_the_list(
    at_work: Staffed,
) -> None:
    older = await prints(at_work, "lama")
    await files(at_work, f"{older.code} lemari 2")
    at_work.now += MINUTE
    newer = await prints(at_work, "baru")
    kept = f"Cetakan lama yang telah digantikan, kode {older.code}: lemari 2"
    await files(at_work, f"{newer.code} lemari 3")
    assert kept in at_work.reads(ORDERER)[-1]
    await list_documents(at_work.desk, at_work.call(ORDERER))
    await at_work.carry()
    assert kept in at_work.reads(ORDERER)[-1]
    await list_documents(at_work.desk, at_work.call(ORDERER), older.code)
    await at_work.carry()
    assert f"naskah terbaru berkode {newer.code}" in at_work.reads(ORDERER)[-1]


async def test_a_place_that_was_not_told_is_asked_for_and_answered_in_words(
    at_work: Staffed,
) -> None:
    code = (await prints(at_work)).code
    await files(at_work, code)
    assert "Mohon menuliskan tempatnya" in at_work.reads(ORDERER)[-1]
    with pytest.raises(PlaceNotTold):
        await answer_question(at_work.desk, at_work.call(ORDERER), "ab")
    await answer_question(at_work.desk, at_work.call(ORDERER), "rak 7")
    await at_work.carry()
    assert "Tempat: rak 7." in at_work.reads(ORDERER)[-1]
    held = (await registry(at_work))[0].hardcopy
    assert held is not None
    assert held.place == "rak 7"


async def test_the_question_is_over_once_the_place_was_told_with_the_command(
    at_work: Staffed,
) -> None:
    code = (await prints(at_work)).code
    await files(at_work, code)
    await files(at_work, f"{code} rak 7")
    async with at_work.desk.store.look() as uow:
        assert await uow.questions.open_for(at_work.holder(ORDERER).id) == ()


async def test_without_a_code_it_tells_how(at_work: Staffed) -> None:
    await files(at_work, "")
    assert "/fisik" in at_work.reads(ORDERER)[-1]
    assert await told(at_work) == []


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ("lemari 2", MistypedCode),
        ("ABCD-EFGH lemari 2", MistypedCode),
        (f"{made_code('lain')} lemari 2", UnknownCode),
    ],
)
async def test_a_code_that_is_none_or_not_ours_is_told(
    at_work: Staffed, words: str, refused: type[Exception]
) -> None:
    await prints(at_work)
    with pytest.raises(refused):
        await files(at_work, words)
    assert await told(at_work) == ["naskah dicetak"]


async def test_who_holds_another_seat_hears_whose_it_is(at_work: Staffed) -> None:
    code = (await prints(at_work)).code
    with pytest.raises(NotYours) as refused:
        await files(at_work, f"{code} lemari 2", "irban-1")
    assert refused.value.holders == (at_work.holder(ORDERER).name,)
    assert await told(at_work) == ["naskah dicetak"]


async def test_staff_of_the_ordering_seat_files_for_it_and_a_stranger_learns_nothing(
    at_work: Staffed,
) -> None:
    code = (await prints(at_work)).code
    call = replace(at_work.call(ORDERER), person=STRANGER, chat_id=STRANGER.id)
    with pytest.raises(UnknownCode):
        await file_hardcopy(at_work.desk, call, f"{code} rak 1")
    async with at_work.desk.store.work() as uow:
        await uow.people.seen(STRANGER)
        await uow.staff.add(at_work.office.id, ORDERER, STRANGER.id)
    await file_hardcopy(at_work.desk, replace(call, update_id=-99), f"{code} rak 1")
    held = (await registry(at_work))[0].hardcopy
    assert held is not None
    assert held.received_by == STRANGER.id


async def test_a_code_of_another_office_is_as_unknown_as_one_never_printed(
    at_work: Staffed,
) -> None:
    code = (await prints(at_work)).code
    async with at_work.desk.store.work() as uow:
        other = await uow.offices.add(-200, "Kantor lain", "lain", "kalender")
        neighbour = await uow.people.seen(STRANGER)
        await uow.seats.put(other.id, ORDERER, neighbour.id)
    call = replace(at_work.call(ORDERER), person=STRANGER, chat_id=STRANGER.id)
    with pytest.raises(UnknownCode):
        await file_hardcopy(at_work.desk, call, f"{code} rak 1")
    with pytest.raises(UnknownCode):
        await list_documents(at_work.desk, replace(call, update_id=-98), code)


async def test_the_same_update_handled_twice_records_once(at_work: Staffed) -> None:
    code = (await prints(at_work)).code
    call = await files(at_work, f"{code} rak 1")
    with pytest.raises(AlreadyHandled):
        await file_hardcopy(at_work.desk, call, f"{code} rak 1")
    assert await told(at_work) == ["naskah dicetak", "naskah fisik diterima"]


async def test_after_the_run_has_ended_hardcopies_are_recorded_still(at_work: Staffed) -> None:
    code = (await prints(at_work)).code
    async with at_work.desk.store.work() as uow:
        run = await uow.runs.get(at_work.run_id)
        assert run is not None
        await uow.runs.save(replace(run, state=type(run.state)("selesai"), closed_at=at_work.now))
    await files(at_work, code)
    await answer_question(at_work.desk, at_work.call(ORDERER), "rak 7")
    assert (await told(at_work))[-1] == "tempat naskah fisik dicatat"


async def test_both_twins_stand_in_the_list_of_who_may_read_them(at_work: Staffed) -> None:
    code = (await prints(at_work)).code
    await list_documents(at_work.desk, at_work.call(ORDERER))
    await at_work.carry()
    assert f"Rekap — kode {code}: dicetak 23 Nov" in at_work.reads(ORDERER)[-1]
    assert "fisik: belum diterima; pindaian belum ada" in at_work.reads(ORDERER)[-1]
    await files(at_work, f"{code} lemari 2")
    at_work.now += timedelta(minutes=1)
    await list_documents(at_work.desk, at_work.call(ORDERER), f"kode {code.lower()}")
    await at_work.carry()
    assert "fisik: lemari 2; pindaian belum ada" in at_work.reads(ORDERER)[-1]
    await list_documents(at_work.desk, at_work.call("irban-1"))
    await at_work.carry()
    assert code not in "".join(at_work.reads("irban-1"))
    with pytest.raises(NotYours):
        await list_documents(at_work.desk, at_work.call("irban-1"), code)
