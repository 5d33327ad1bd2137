from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bot.rules.errands import Address, Card, Errand, ErrandState
from bot.rules.fingerprint import fingerprint
from bot.rules.messages import Message
from bot.rules.people import Office
from storage.unit_of_work import SqlStore

Make = Callable[..., Errand]
MINUTE = timedelta(minutes=1)


async def show(store: SqlStore, *errands: Errand) -> None:
    async with store.work() as unit:
        for errand in errands:
            await unit.errands.show(errand)


async def due(store: SqlStore, now: datetime) -> list[tuple[int, str]]:
    async with store.work() as unit:
        found = await unit.errands.due(now, ())
    return [(errand.id, errand.message.text) for errand in found if errand.message]


async def test_the_newest_message_takes_the_place_of_one_not_yet_carried(
    store: SqlStore, now: datetime, board: Make
) -> None:
    await show(store, board("satu"), board("dua", not_before=now + MINUTE))
    assert await due(store, now) == [(1, "dua")]


async def test_a_message_in_a_couriers_hands_is_not_changed_behind_his_back(
    store: SqlStore, now: datetime, board: Make
) -> None:
    await show(store, board("satu"))
    assert await due(store, now) == [(1, "satu")]
    await show(store, board("dua"), board("tiga"), board("tiga"))
    async with store.work() as unit:
        await unit.errands.done(1, now, 55)
        await unit.cards.put(Card("papan", -100, 55, fingerprint(Message("satu").to_json())))
    assert await due(store, now) == [(2, "tiga")]


async def test_one_that_was_tried_keeps_its_message(
    store: SqlStore, now: datetime, board: Make
) -> None:
    await show(store, board("satu"))
    async with store.work() as unit:
        await unit.errands.again(1, now, "ReadTimeout", doubtful=True)
    await show(store, board("dua"))
    assert await due(store, now) == [(1, "satu")]


async def test_what_surely_did_not_arrive_gives_way_to_the_newer_message(
    store: SqlStore, now: datetime, board: Make
) -> None:
    await show(store, board("satu"))
    await due(store, now)
    async with store.work() as unit:
        await unit.errands.again(1, now + MINUTE, "ConnectError", doubtful=False)
    await show(store, board("dua", not_before=now + MINUTE))
    await due(store, now + MINUTE)
    async with store.work() as unit:
        await unit.errands.put_off(1, now + 2 * MINUTE)
    await show(store, board("tiga", not_before=now + 2 * MINUTE))
    assert await due(store, now + 2 * MINUTE) == [(1, "tiga")]


async def test_a_newer_message_never_goes_before_an_older_one_of_its_card(
    store: SqlStore, now: datetime, board: Make
) -> None:
    await show(store, board("satu", quiet=True))
    await due(store, now)
    async with store.work() as unit:
        await unit.errands.again(1, now + MINUTE, "ReadTimeout", doubtful=True)
    await show(store, board("dua", quiet=True), board("lain", to=Address(-200)))
    assert await due(store, now) == [(3, "lain")]
    assert await due(store, now + MINUTE) == [(1, "satu"), (3, "lain")]


async def test_who_acts_waits_for_nothing_that_his_card_was_to_say_before(
    store: SqlStore, now: datetime, board: Make
) -> None:
    await show(store, board("satu", quiet=True))
    await due(store, now)
    async with store.work() as unit:
        await unit.errands.again(1, now + MINUTE, "ReadTimeout", doubtful=True)
    await show(store, board("dua"))
    async with store.work() as unit:
        (first,) = await unit.errands.due(now, ())
        assert (first.id, first.quiet) == (1, False)
        await unit.errands.done(1, now, 55)
    assert await due(store, now) == [(2, "dua")]


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [(True, True, True), (True, False, False), (False, True, False)],
)
async def test_a_card_that_answers_somebody_stays_an_answer(
    store: SqlStore, now: datetime, board: Make, old: bool, new: bool, kept: bool
) -> None:
    await show(store, board("satu", quiet=old), board("dua", quiet=new))
    async with store.work() as unit:
        (errand,) = await unit.errands.due(now, ())
    assert errand.quiet is kept


async def test_what_the_chat_shows_already_is_not_shown_again(
    store: SqlStore, now: datetime, board: Make
) -> None:
    async with store.work() as unit:
        await unit.cards.put(Card("papan", -100, 55, fingerprint(Message("satu").to_json())))
    await show(store, board("satu"))
    assert await due(store, now) == []
    await show(store, board("dua"))
    assert await due(store, now) == [(1, "dua")]
    # the chat is about to show "dua", so "satu" is news again
    await show(store, board("satu"))
    async with store.work() as unit:
        await unit.errands.done(1, now, 55)
    assert await due(store, now) == [(2, "satu")]


async def test_each_chat_and_person_has_its_own_copy_of_a_card(
    store: SqlStore, now: datetime, board: Make
) -> None:
    private = board("pribadi", to=Address(person_id=7))
    await show(store, board("papan"), private, board("lain", to=Address(-200)), private)
    assert [text for _, text in await due(store, now)] == ["papan", "pribadi", "lain"]


async def test_a_card_for_an_empty_seat_says_only_the_newest(
    store: SqlStore, now: datetime, board: Make, office: Office
) -> None:
    seat = Address(seat="irban-1")
    await show(store, *(board(t, to=seat, office_id=office.id) for t in ("satu", "dua")))
    assert await due(store, now) == []
    async with store.work() as unit:
        await unit.errands.give(office.id, "irban-1", 7)
        assert await unit.errands.unpark(7) == 1
    assert await due(store, now) == [(1, "dua")]


async def test_a_parked_card_that_did_not_arrive_takes_the_newer_message(
    store: SqlStore, now: datetime, board: Make
) -> None:
    to = Address(person_id=7)
    await show(store, board("satu", to=to))
    await due(store, now)
    async with store.work() as unit:
        await unit.errands.park(1, "blocked")
    await show(store, board("dua", to=to, state=ErrandState.PARKED))
    async with store.work() as unit:
        await unit.errands.unpark(7)
    assert await due(store, now) == [(1, "dua")]


async def test_what_may_not_go_yet_gives_way_to_a_newer_message(
    store: SqlStore, now: datetime, board: Make
) -> None:
    await show(store, board("satu"))
    async with store.work() as unit:
        assert await unit.errands.due(now, (), lambda _: False) == ()
    await show(store, board("dua"), board("tiga"))
    assert await due(store, now) == [(1, "tiga")]


async def test_an_answer_takes_an_edit_that_answers_nobody_along_at_once(
    store: SqlStore, now: datetime, board: Make
) -> None:
    await show(store, board("satu", quiet=True, unhurried=True), board("dua"))
    async with store.work() as unit:
        (errand,) = await unit.errands.due(now, ())
    assert (errand.message.text, errand.unhurried, errand.lane) == ("dua", False, "-100")
