"""One set of words undoes, behind whichever command."""

import pytest

from bot.usecases.at_office import at_office
from bot.usecases.close_days import close_days
from bot.usecases.name_staff import name_staff
from bot.usecases.name_substitute import name_plh
from bot.usecases.take_leave import take_leave
from bot.usecases.undoing import UNDOING
from bot.usecases.work import Work
from tests.bot.usecases.staffed import Staffed

IRBAN, DAY = "irban-2", "14-12-2026"


async def seen(office: Staffed) -> Work:
    async with office.desk.store.look() as uow:
        kept = await uow.offices.get(office.office.id)
        assert kept is not None
        return await at_office(uow, office.desk, kept, office.now)


async def stands(office: Staffed) -> list[bool]:
    """Whether a closed day, staff, a substitute and a leave are kept."""
    work = await seen(office)
    seating = work.seating
    kept = (work.office.closures, seating.staff, seating.substitutions, seating.leaves)
    return [bool(each) for each in kept]


@pytest.mark.parametrize("word", [*sorted(UNDOING), "Batal"])
async def test_each_word_undoes_what_each_command_did(at_work: Staffed, word: str) -> None:
    desk, other = at_work.desk, at_work.holder("irban-4")

    async def say(closing: str, staff: str, plh: str, leave: str) -> None:
        await close_days(desk, at_work.call("kasubbag-perencanaan", private=False), closing)
        await name_staff(desk, at_work.call(IRBAN, private=False), staff, other)
        await name_plh(desk, at_work.call(IRBAN, private=False), plh, other)
        await take_leave(desk, at_work.call(IRBAN), leave, None)

    await say(f"{DAY} Banjir", IRBAN, f"{IRBAN} {DAY}", DAY)
    assert await stands(at_work) == [True] * 4
    await say(f"{word} {DAY}", f"{IRBAN} {word}", f"{IRBAN} {word}", word)
    assert await stands(at_work) == [False] * 4
