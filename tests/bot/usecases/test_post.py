"""Which messages wait behind others: edits in the group that answer nobody."""

from collections.abc import Awaitable, Callable

import pytest

from bot.rules.errands import Card, Errand
from bot.rules.messages import Message
from bot.usecases.post import Post
from tests.bot.usecases.staffed import Staffed

Leave = Callable[[Post, Staffed], Awaitable[None]]
WORD = Message("Kata")
LEFT: list[tuple[Leave, bool, bool]] = [
    # a card that stands is edited behind words; until then it is a word itself
    (lambda post, _: post.show_in_group("papan:9", WORD), True, True),
    (lambda post, _: post.show_in_group("papan:9", WORD), False, False),
    # who acted is answered at once
    (lambda post, _: post.show_at_once("papan:9", WORD), True, False),
    # in a private chat nobody else waits
    (lambda post, at: post.show("papan:9", at.holder("irban-1"), WORD), True, False),
    (lambda post, _: post.say_in_group("k", WORD), True, False),
]


@pytest.mark.parametrize(("leave", "stands", "unhurried"), LEFT)
async def test_only_an_edit_in_the_group_that_answers_nobody_is_unhurried(
    at_work: Staffed, leave: Leave, *, stands: bool, unhurried: bool
) -> None:
    async with at_work.desk.store.work() as uow:
        for chat in (at_work.office.chat_id, at_work.holder("irban-1").id) if stands else ():
            await uow.cards.put(Card("papan:9", chat, 55))
        await leave(Post(uow, at_work.desk, at_work.now, at_work.office), at_work)
    errand = await first(at_work)
    assert errand.unhurried is unhurried


async def first(at_work: Staffed) -> Errand:
    async with at_work.desk.store.look() as uow:
        found = await uow.errands.get(1)
    assert found is not None
    return found
