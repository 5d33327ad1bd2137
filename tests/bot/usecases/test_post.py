"""Which messages wait behind others: edits in the group that answer nobody."""

from collections.abc import Awaitable, Callable

import pytest

from bot.rules.errands import Card, Errand
from bot.rules.messages import Message
from bot.usecases.post import Post
from tests.bot.usecases.staffed import Staffed, wita

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


@pytest.mark.parametrize(
    ("times", "asked"),
    [
        (("07:50", "23:50"), 1),
        # 07.59 and 08.01 in Makassar lie on two days in Greenwich
        (("07:59", "08:01"), 1),
        (("23:50", "00:10"), 2),
    ],
)
async def test_a_person_is_called_once_a_day_of_the_office_in_the_group(
    at_work: Staffed, times: tuple[str, str], asked: int
) -> None:
    days = ("2026-11-24", "2026-11-25" if asked == 2 else "2026-11-24")
    for day, time in zip(days, times, strict=True):
        async with at_work.desk.store.work() as uow:
            post = Post(uow, at_work.desk, wita(f"{day} {time}"), at_work.office)
            await post.nudge(at_work.holder("irban-1"))
            await post.point_to_tasks(at_work.holder("irban-1"))
    at_work.at("2026-11-26 10:00")
    await at_work.carry()
    assert len(at_work.group()) == 2 * asked


async def first(at_work: Staffed) -> Errand:
    async with at_work.desk.store.look() as uow:
        found = await uow.errands.get(1)
    assert found is not None
    return found
