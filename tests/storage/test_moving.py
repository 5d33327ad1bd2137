from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from bot.rules.errands import Address, Card, Errand, Service
from bot.rules.offers import Offer
from bot.rules.people import Office
from storage.unit_of_work import SqlStore

OLD, NEW = -100, -100_500


@pytest.fixture
async def _busy(store: SqlStore, office: Office, now: datetime, say: Callable[..., Errand]) -> None:
    react = Errand(0, "react", Service.REACT, Address(OLD), now, target=5, emoji="👍")
    offer = Offer(0, 7, OLD, 5, "AgAD", "a.pdf", 1, "", "document", now)
    async with store.work() as unit:
        await unit.cards.put(Card("papan", OLD, 3))
        await unit.errands.add(say("old", to=Address(OLD, reply_to=5)))
        await unit.errands.add(say("new", chat_id=NEW))
        await unit.errands.add(react)
        await unit.offers.add(offer)
        updates = [{"update_id": n, "message": {"chat": {"id": OLD}}} for n in (1, 2)]
        await unit.inbox.keep(updates, now)
        await unit.errands.hold(OLD, now.replace(year=2030))


@pytest.mark.usefixtures("_busy")
async def test_all_that_is_pending_follows_the_group(
    store: SqlStore, office: Office, now: datetime
) -> None:
    for _ in range(2):  # a service message and an error both tell of the move
        async with store.work() as unit:
            await unit.move_chat(OLD, NEW)
    async with store.work() as unit:
        assert await unit.offices.at(NEW) == replace(office, chat_id=NEW)
        # what was read before the move and is handled after it is still this office's
        assert await unit.offices.at(OLD) == replace(office, chat_id=NEW)
        assert await unit.cards.get("papan", OLD) is None
        (letter,) = await unit.inbox.waiting(now, ())
        assert (letter.update_id, letter.chat_id) == (1, NEW)
        (errand,) = await unit.errands.due(now, ())
        assert (errand.key, errand.to, errand.lane) == ("old", Address(NEW), str(NEW))
        await unit.errands.done(errand.id, now, 1)
        assert [e.key for e in await unit.errands.due(now, ())] == ["new"]


@pytest.mark.usefixtures("_busy")
async def test_old_message_ids_are_not_taken_for_new_ones(store: SqlStore) -> None:
    async with store.work() as unit:
        await unit.move_chat(OLD, NEW)
        moved = await unit.offers.get(1)
        assert moved is not None
        assert moved.chat_id == NEW
        # the supergroup counts its messages from 1 again
        assert await unit.offers.at(NEW, 5) is None


async def test_an_office_made_for_the_new_chat_too_early_steps_aside(
    store: SqlStore, office: Office
) -> None:
    async with store.work() as unit:
        early = await unit.offices.add(NEW, "DPMD", "token-2", "")
    for _ in range(2):
        async with store.work() as unit:
            await unit.move_chat(OLD, NEW)
    async with store.look() as unit:
        assert await unit.offices.at(NEW) == replace(office, chat_id=NEW)
        assert await unit.offices.get(early.id) == replace(early, chat_id=OLD, active=False)


async def test_edits_that_wait_follow_the_group_in_their_own_lane(
    store: SqlStore, now: datetime, say: Callable[..., Errand]
) -> None:
    async with store.work() as unit:
        await unit.errands.add(say("edit", OLD, unhurried=True))
        await unit.move_chat(OLD, NEW)
        assert await unit.errands.due(now, (f"edits:{NEW}",)) == ()
        (errand,) = await unit.errands.due(now, ())
    assert (errand.to.chat_id, errand.lane) == (NEW, f"edits:{NEW}")
