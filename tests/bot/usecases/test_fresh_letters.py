"""The clock lets the letters of an office go first, and those of no other."""

from datetime import timedelta

import pytest

from bot.rules.people import Person
from bot.rules.run import Task
from bot.usecases.tell_digests import tell_digests
from tests.bot.usecases.staffed import Staffed

LATE, DIGEST = "2026-11-24 15:00", "2026-11-24 08:00"
STAFF, STRANGER, ELSEWHERE = Person(70, "Staf"), 500, -2000


async def came(at_work: Staffed, chat: int, *, ago: float = 5) -> None:
    async with at_work.desk.store.work() as uow:
        await uow.people.seen(STAFF)
        await uow.staff.add(at_work.office.id, "irban-2", STAFF.id)
        raw = {"update_id": 1, "message": {"chat": {"id": chat}}}
        await uow.inbox.keep([raw], at_work.now - timedelta(seconds=ago))


def chats(at_work: Staffed) -> dict[str, int]:
    return {
        "the group": at_work.office.chat_id,
        "a holder": at_work.holder("irban-3").id,
        "staff": STAFF.id,
        "another group": ELSEWHERE,
        "a stranger": STRANGER,
    }


CASES = [
    ("the group", 5, True),
    ("a holder", 5, True),
    ("staff", 5, True),
    ("another group", 5, False),
    ("a stranger", 5, False),
    ("the group", 61, False),
]


@pytest.mark.parametrize(("whose", "ago", "waits"), CASES)
async def test_limits_wait_for_a_fresh_letter_of_their_own_office(
    at_work: Staffed, whose: str, ago: float, waits: bool
) -> None:
    await came(at_work.at(LATE), chats(at_work)[whose], ago=ago)
    await at_work.beat()
    assert bool(at_work.came("irban-1", "mengingatkan")) is not waits
    duty = await at_work.duty(Task.HAND_IN, "irban-1")
    assert (duty.look_again_at is not None and duty.look_again_at <= at_work.now) is waits


@pytest.mark.parametrize(("whose", "ago", "waits"), CASES)
async def test_the_digest_waits_for_a_fresh_letter_of_its_own_office(
    at_work: Staffed, whose: str, ago: float, waits: bool
) -> None:
    await came(at_work.at(DIGEST), chats(at_work)[whose], ago=ago)
    assert await tell_digests(at_work.desk, at_work.now) is not waits
    async with at_work.desk.store.look() as uow:
        office = await uow.offices.get(at_work.office.id)
    assert office is not None
    assert (office.digested_on is None) is waits
