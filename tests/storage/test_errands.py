from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bot.rules.errands import Address, Errand, ErrandState, Service
from bot.rules.messages import Attachment, Button, Message, Style
from bot.rules.people import Office, Person
from storage.unit_of_work import SqlStore

Make = Callable[..., Errand]
MINUTE = timedelta(minutes=1)


async def add(store: SqlStore, *errands: Errand) -> None:
    async with store.work() as unit:
        for errand in errands:
            assert await unit.errands.add(errand)


async def due(store: SqlStore, now: datetime, *busy: str) -> list[str]:
    async with store.work() as unit:
        return [errand.key for errand in await unit.errands.due(now, busy)]


async def test_an_errand_comes_back_as_it_was_kept(
    store: SqlStore, office: Office, now: datetime, say: Make
) -> None:
    buttons = ((Button("Terima", "a:1", style=Style.SUCCESS), Button("Buka", url="https://t.me")),)
    message = Message("<b>Yth.</b>", buttons, Attachment("a.xlsx", "00ff"), "Alasan")
    to = Address(-100, 7, "irban-1", 3, 44)
    asked = say(
        "k",
        to=to,
        office_id=office.id,
        message=message,
        target=9,
        emoji="👍",
        card="c",
        quiet=True,
        unhurried=True,
    )
    await add(store, asked)
    async with store.look() as unit:
        (kept,) = [await unit.errands.get(1)]
    assert kept is not None
    assert kept == Errand(**{**{f: getattr(asked, f) for f in Errand.__slots__}, "id": kept.id})


async def test_the_same_key_is_kept_once(store: SqlStore, now: datetime, say: Make) -> None:
    await add(store, say("k"))
    async with store.work() as unit:
        assert not await unit.errands.add(say("k", chat_id=-200))
    assert await due(store, now) == ["k"]


async def test_the_first_of_each_lane_is_due(store: SqlStore, now: datetime, say: Make) -> None:
    fetch = [Errand(0, f"f{n}", Service.FETCH, Address(-100), now) for n in range(2)]
    await add(store, say("a1"), say("a2"), say("b1", -200), say("b2", -200), *fetch)
    assert await due(store, now) == ["a1", "b1", "f0"]
    assert await due(store, now, "-100", "fetch:None") == ["b1"]
    assert await due(store, now - MINUTE) == []


async def test_no_more_are_read_than_asked_for_and_none_of_a_lane_that_is_shut(
    store: SqlStore, now: datetime, say: Make
) -> None:
    await add(store, *(say(f"k{chat}", -chat, unhurried=chat == 1) for chat in range(1, 6)))
    weighed: list[str] = []

    def weigh(errand: Errand) -> bool:
        weighed.append(errand.key)
        return errand.key == "k3"

    async with store.work() as unit:
        assert [e.key for e in await unit.errands.due(now, (), weigh, 2)] == ["k3"]
        assert [e.key for e in await unit.errands.due(now, ("-2", "-3"), weigh, 2)] == []
    assert weighed == ["k2", "k3", "k4", "k5"]


async def test_edits_that_answer_nobody_stand_in_a_lane_of_their_own_behind_words(
    store: SqlStore, now: datetime, say: Make
) -> None:
    await add(store, say("edit", unhurried=True), say("edit2", unhurried=True), say("word"))
    assert await due(store, now) == ["word", "edit"]
    assert await due(store, now, "edits:-100") == ["word"]


async def test_one_put_off_does_not_block_a_later_one_that_may_go(
    store: SqlStore, now: datetime, say: Make
) -> None:
    await add(store, say("morning", not_before=now + MINUTE), say("now"))
    assert await due(store, now) == ["now"]
    assert await due(store, now + MINUTE) == ["morning"]


async def test_a_held_chat_waits_while_others_go(store: SqlStore, now: datetime, say: Make) -> None:
    await add(store, say("a"), say("b", -200), say("later", -300, not_before=now + 5 * MINUTE))
    async with store.work() as unit:
        assert await unit.errands.next_at(now) == now + 5 * MINUTE
        await unit.errands.hold(-100, now + 2 * MINUTE)
        await unit.errands.hold(-100, now + MINUTE)  # does not shorten
        assert await unit.errands.next_at(now) == now + 2 * MINUTE
    assert await due(store, now + MINUTE) == ["b"]
    assert await due(store, now + 2 * MINUTE) == ["a", "b"]


async def test_nothing_goes_while_everything_is_held(
    store: SqlStore, now: datetime, say: Make
) -> None:
    await add(store, say("a"), say("b", -200, not_before=now + MINUTE))
    async with store.work() as unit:
        await unit.errands.hold(None, now + 3 * MINUTE)
        assert await unit.errands.next_at(now) == now + 3 * MINUTE
    assert await due(store, now + 2 * MINUTE) == []
    assert await due(store, now + 3 * MINUTE) == ["a", "b"]


async def test_nothing_waits_in_an_empty_outbox(store: SqlStore, now: datetime, say: Make) -> None:
    await add(store, say("a"))  # due, so it does not wait
    async with store.look() as unit:
        assert await unit.errands.next_at(now) is None


async def test_a_try_that_failed_counts_and_a_doubt_stays(
    store: SqlStore, now: datetime, say: Make
) -> None:
    await add(store, say("a"))
    async with store.work() as unit:
        await unit.errands.again(1, now + MINUTE, "ReadTimeout", doubtful=True)
        await unit.errands.again(1, now + MINUTE, "ConnectError", doubtful=False)
        kept = await unit.errands.get(1)
        assert kept is not None
        assert (kept.attempts, kept.doubtful, kept.not_before) == (2, True, now + MINUTE)
    assert await due(store, now) == []


async def test_to_be_put_off_is_no_try(store: SqlStore, now: datetime, say: Make) -> None:
    await add(store, say("a"))
    async with store.work() as unit:
        await unit.errands.put_off(1, now + MINUTE)
        kept = await unit.errands.get(1)
    assert kept is not None
    assert (kept.attempts, kept.doubtful, kept.not_before) == (0, False, now + MINUTE)
    assert await due(store, now) == []
    assert await due(store, now + MINUTE) == ["a"]


async def test_who_comes_himself_is_not_told_quietly(
    store: SqlStore, now: datetime, say: Make
) -> None:
    to = Address(person_id=7)
    await add(store, say("a", to=to, state=ErrandState.PARKED, quiet=True))
    async with store.work() as unit:
        await unit.errands.unpark(7)
        (errand,) = await unit.errands.due(now, ())
    assert not errand.quiet


@pytest.mark.parametrize("end", [ErrandState.DONE, ErrandState.DROPPED])
async def test_what_has_ended_stays_ended(
    store: SqlStore, now: datetime, say: Make, end: ErrandState
) -> None:
    await add(store, say("a"))
    async with store.work() as unit:
        if end == ErrandState.DONE:
            await unit.errands.done(1, now, 55)
        else:
            await unit.errands.drop(1, now, "rights")
        await unit.errands.again(1, now, "late", doubtful=False)
        await unit.errands.park(1, "late")
        await unit.errands.done(1, now, 56)
        kept = await unit.errands.get(1)
    assert kept is not None
    assert (kept.state, kept.attempts) == (end, 0)
    assert await due(store, now) == []


async def test_what_is_parked_waits_for_the_person(
    store: SqlStore, now: datetime, say: Make
) -> None:
    to = Address(person_id=7)
    await add(
        store, say("a", to=to), say("b", to=to, state=ErrandState.PARKED), say("c", chat_id=8)
    )
    async with store.work() as unit:
        await unit.errands.park(1, "blocked")
    assert await due(store, now) == ["c"]
    async with store.work() as unit:
        assert await unit.errands.unpark(7) == 2
        assert await unit.errands.unpark(7) == 0
    assert await due(store, now) == ["a", "c"]


@pytest.mark.parametrize(("reachable", "went"), [(True, ["a"]), (False, [])])
async def test_what_waits_for_an_empty_seat_goes_to_who_takes_it(
    store: SqlStore, office: Office, now: datetime, say: Make, reachable: bool, went: list[str]
) -> None:
    for key, seat in (("a", "irban-1"), ("b", "irban-2")):
        await add(store, say(key, to=Address(seat=seat), office_id=office.id))
    assert await due(store, now) == []
    async with store.work() as unit:
        await unit.people.seen(Person(7, "Ani", reachable=reachable))
        await unit.errands.give(office.id, "irban-1", 7)
    assert await due(store, now) == went
    async with store.work() as unit:
        await unit.errands.unpark(7)
        (errand,) = await unit.errands.due(now, ())
    assert (errand.key, errand.to.chat_id, errand.lane) == ("a", 7, "7")


async def test_what_waits_by_a_key_is_taken_back_with_what_it_was_written_of(
    store: SqlStore, say: Callable[..., Errand], now: datetime
) -> None:
    async with store.work() as unit:
        await unit.errands.add(say("kalender:1:7:1", chat_id=7, about={"why": ["banjir"]}))
        [gone] = await unit.errands.due(now, ())
        await unit.errands.done(gone.id, now, 5)
        await unit.errands.add(say("kalender:1:7:2", chat_id=7, about={"why": ["angin"]}))
        await unit.errands.add(say("kalender:1:70:2", chat_id=70))
        assert await unit.errands.withdraw("kalender:1:7") == ({"why": ["angin"]},)
        assert [errand.to.chat_id for errand in await unit.errands.due(now, ())] == [70]
