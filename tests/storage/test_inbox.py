from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.ports import AlreadyHandled
from bot.rules.inbox import LetterState
from bot.rules.people import Person
from storage.lanes import lane_of
from storage.unit_of_work import SqlStore

MINUTE = timedelta(minutes=1)


def update(update_id: int, chat_id: int = -100, text: str = "") -> dict[str, Any]:
    return {"update_id": update_id, "message": {"chat": {"id": chat_id}, "text": text}}


async def waiting(store: SqlStore, now: datetime, *busy: int) -> list[int]:
    async with store.look() as unit:
        return [letter.update_id for letter in await unit.inbox.waiting(now, busy)]


async def keep(store: SqlStore, at: datetime, *updates: dict[str, Any]) -> int:
    async with store.work() as unit:
        return await unit.inbox.keep(updates, at)


async def test_an_update_is_kept_once_and_word_for_word(store: SqlStore, now: datetime) -> None:
    hostile = update(5, text="<a> \x00 \ud83d \u202e")
    assert await keep(store, now, hostile, update(6), hostile) == 2
    assert await keep(store, now, update(6), update(7)) == 1
    assert await keep(store, now) == 0
    async with store.look() as unit:
        (letter,) = await unit.inbox.waiting(now, ())
    assert letter.raw == hostile
    assert (letter.at, letter.chat_id, letter.attempts) == (now, -100, 0)


async def test_letters_of_a_chat_wait_their_turn_in_the_order_they_came(
    store: SqlStore, now: datetime
) -> None:
    # update_id starts anew after a silent week: 3 came after 900
    await keep(store, now, update(900), update(3), update(901, -200))
    assert await waiting(store, now) == [900, 901]
    assert await waiting(store, now, -200) == [900]
    async with store.work(900):
        pass
    assert await waiting(store, now) == [3, 901]


async def test_a_later_letter_does_not_pass_one_that_is_put_off(
    store: SqlStore, now: datetime
) -> None:
    await keep(store, now, update(1), update(2), update(3, -200))
    async with store.work() as unit:
        assert await unit.inbox.failed(1, now + MINUTE, "TypeError") == 1
        assert await unit.inbox.failed(1, now + MINUTE, "TypeError") == 2
    assert await waiting(store, now) == [3]
    assert await waiting(store, now + MINUTE) == [1, 3]


async def test_a_letter_set_aside_lets_the_next_go_on(store: SqlStore, now: datetime) -> None:
    await keep(store, now, update(1), update(2))
    async with store.work() as unit:
        await unit.inbox.mark(1, LetterState.SET_ASIDE, "unreadable")
    assert await waiting(store, now) == [2]


async def test_a_number_given_anew_is_kept_once_what_had_it_is_done_and_old(
    store: SqlStore, now: datetime
) -> None:
    await keep(store, now, update(1), update(2), update(3))
    await keep(store, now + MINUTE, update(4))
    for done in (1, 4):
        async with store.work(done):
            pass
    async with store.work() as unit:
        await unit.inbox.mark(2, LetterState.SET_ASIDE, "unreadable")
        await unit.inbox.free_numbers(now + MINUTE)
    assert await keep(store, now, update(1), update(2), update(3), update(4)) == 1
    assert await waiting(store, now) == [3]


async def test_what_was_done_stays_though_its_number_is_given_anew(
    store: SqlStore, now: datetime
) -> None:
    ani = Person(7, "Ani")
    for again in range(3):
        assert await keep(store, now, update(1, ani.id), update(2, 8)) == 2
        for done in (1, 2):
            async with store.work(done):
                pass
        async with store.work() as unit:
            await unit.inbox.free_numbers(now + MINUTE)
        async with store.look() as unit:
            assert (await unit.people.data_of(ani)).messages == again + 1


@pytest.mark.parametrize("kept_before", [True, False])
async def test_an_update_is_handled_once(store: SqlStore, now: datetime, kept_before: bool) -> None:
    if kept_before:
        await keep(store, now, update(1))
    async with store.work(1):
        pass
    with pytest.raises(AlreadyHandled):
        async with store.work(1):
            pytest.fail("not to be done again")
    assert await keep(store, now, update(1)) == 0
    assert await waiting(store, now) == []


async def test_a_letter_whose_handling_fails_is_still_new(store: SqlStore, now: datetime) -> None:
    await keep(store, now, update(1))
    with pytest.raises(ZeroDivisionError):
        async with store.work(1) as unit:
            await unit.pulse.beat(now)
            raise ZeroDivisionError
    assert await waiting(store, now) == [1]
    async with store.look() as unit:
        assert await unit.pulse.last() is None


async def test_chats_with_a_fresh_letter_are_those_whose_letter_is_new_and_young(
    store: SqlStore, now: datetime
) -> None:
    for number, chat in enumerate((-5, -5, -6, -7), 1):
        raw = {"update_id": number, "message": {"chat": {"id": chat}}}
        await keep(store, now + timedelta(seconds=number), raw)
    async with store.work() as unit:
        await unit.inbox.mark(3, LetterState.DONE)
        assert await unit.inbox.chats_since(now) == {-5, -7}
        assert await unit.inbox.chats_since(now + timedelta(seconds=2)) == {-7}


CHAT, ANI = {"chat": {"id": -5}}, {"id": 9}


@pytest.mark.parametrize(
    ("body", "lane"),
    [
        ({"message": {**CHAT, "from": ANI}}, -5),
        ({"edited_message": CHAT}, -5),
        ({"channel_post": CHAT}, -5),
        ({"my_chat_member": {**CHAT, "from": ANI}}, -5),
        ({"chat_member": {**CHAT, "from": ANI}}, -5),
        ({"chat_join_request": {**CHAT, "from": ANI}}, -5),
        ({"message_reaction": {**CHAT, "user": ANI}}, -5),
        ({"callback_query": {"from": ANI, "message": CHAT}}, -5),
        # a tap on a message sent inline carries no chat
        ({"callback_query": {"from": ANI, "inline_message_id": "x"}}, 9),
        ({"inline_query": {"from": ANI}}, 9),
        # the supergroup that was the group -7: behind what was said there
        ({"message": {**CHAT, "migrate_from_chat_id": -7}}, -7),
        ({"poll_answer": {"user": ANI}}, 9),
        ({"poll": {"id": "1"}}, 0),
        # malformed: kept all the same
        ({"message": None}, 0),
        ({"message": {"chat": {"id": "x"}}}, 0),
        ({"message": {"chat": [], "from": 3}}, 0),
        ({}, 0),
    ],
)
def test_the_lane_is_the_chat_else_the_sender(body: dict[str, Any], lane: int) -> None:
    assert lane_of({"update_id": 1, **body}) == lane
