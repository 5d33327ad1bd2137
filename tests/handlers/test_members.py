"""Who comes, goes, closes a chat or moves a group."""

from typing import Any

from bot.rules.people import Rights
from tests.handlers.front import Front


async def test_the_bot_added_to_a_group_tells_its_rights(office: Any, front: Front) -> None:
    office.group.promote_bot(office.ani, can_pin=False)
    [done] = await front.feed()
    assert (done.name, done.args) == ("bot_joined", ("Kinerja DPMD", Rights(administrator=True)))
    office.group.demote_bot(office.ani)
    [done] = await front.feed()
    assert done.args == ("Kinerja DPMD", Rights())


async def test_the_bot_removed_from_a_group_is_told(office: Any, front: Front) -> None:
    office.group.remove_bot(office.ani)
    assert [done.name for done in await front.feed()] == ["bot_removed"]


async def test_a_private_chat_closed_and_opened_again_is_told(office: Any, front: Front) -> None:
    office.ani.block()
    [done] = await front.feed()
    assert (done.name, done.more) == ("person_reach", {"reachable": False})
    office.ani.unblock()
    [done, *_] = await front.feed()
    assert (done.name, done.more) == ("person_reach", {"reachable": True})


async def test_both_messages_of_a_group_that_moved_tell_the_same(office: Any, front: Front) -> None:
    new = office.group.migrate()
    moved = [done for done in await front.feed() if done.name == "group_moved"]
    assert {(done.call.chat_id, done.args) for done in moved} == {(office.group.id, (new.id,))}
    assert len(moved) == 2
