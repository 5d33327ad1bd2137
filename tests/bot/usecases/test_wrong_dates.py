"""What cannot be dated is refused in words, whichever command it follows, and changes nothing."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

import pytest

from bot.rules.errors.acting import (
    DatesOver,
    DatesReversed,
    DatesTooLong,
    LeavesOverlap,
    NoDates,
    SubstitutesOverlap,
)
from bot.rules.errors.calendars import (
    ClosedAlready,
    DayPassed,
    DaysReversed,
    NotADay,
    NotClosed,
    NotWorked,
    NoWhy,
)
from bot.rules.errors.refusal import Refusal
from bot.rules.errors.seats import UnknownSeat
from bot.rules.people import Person
from bot.texts.refusals import sentence
from bot.usecases.close_days import close_days
from bot.usecases.desk import Call, Desk
from bot.usecases.name_substitute import name_plh, name_plt
from bot.usecases.take_leave import take_leave
from tests.bot.usecases.staffed import Staffed

Command = Callable[[Desk, Call, str], Awaitable[None]]
SARI = Person(90, "Sari", reachable=True)
KASUBBAG = "kasubbag-perencanaan"


async def plh(desk: Desk, call: Call, words: str) -> None:
    await name_plh(desk, call, words, SARI)


async def plt(desk: Desk, call: Call, words: str) -> None:
    await name_plt(desk, call, words, SARI)


async def cuti(desk: Desk, call: Call, words: str) -> None:
    await take_leave(desk, call, words, None)


NO_DATES = (
    "31-02-2026",
    "29-02-2027",
    "31 November 2026",
    "0-12-2026",
    "32-12-2026",
    "24-13-2026",
    "24-12-20266",
    "24/12/202",
    "24 Desember 20266",
    "24-12-0000",
    "24-12-2026 s.d. 31-02-2027",
    "minggu depan",
)
CASES: list[tuple[Command, str, type[Refusal]]] = [
    *((close_days, f"{text} banjir", NotADay) for text in NO_DATES if "s.d." not in text),
    *((close_days, f"batal {text}", NotADay) for text in NO_DATES),
    (close_days, "batal", NotADay),
    (close_days, "24-12-2026 s.d. 31-02-2027 banjir", NotADay),
    (close_days, "20-11-2026 banjir", DayPassed),
    (close_days, "26-11-2026 s.d. 25-11-2026 banjir", DaysReversed),
    (close_days, "batal 26-11-2026 s.d. 25-11-2026", DaysReversed),
    (close_days, "28-11-2026 banjir", NotWorked),
    (close_days, "24-11-2026 angin", ClosedAlready),
    (close_days, "24-11-2026", ClosedAlready),
    (close_days, "25-11-2026", NoWhy),
    (close_days, "batal 25-11-2026", NotClosed),
    *((cuti, text, NoDates) for text in ("", *NO_DATES)),
    (cuti, "1-11-2026 s.d. 22-11-2026", DatesOver),
    (cuti, "27-11-2026 s.d. 25-11-2026", DatesReversed),
    (cuti, "23-11-2026 s.d. 27-11-2028", DatesTooLong),
    (cuti, "30-11-2026 s.d. 4-12-2026", LeavesOverlap),
]
for name in (plh, plt):
    CASES += [
        *((name, f"irban-3 {text}", NoDates) for text in NO_DATES),
        (name, "irban-3", NoDates),
        (name, "irban-3 1-11-2026 s.d. 22-11-2026", DatesOver),
        (name, "irban-3 27-11-2026 s.d. 25-11-2026", DatesReversed),
        (name, "irban-3 23-11-2026 s.d. 27-11-2028", DatesTooLong),
        (name, "irban-2 30-11-2026 s.d. 4-12-2026", SubstitutesOverlap),
        (name, "irban-9 24-11-2026", UnknownSeat),
        (name, "bupati 24-11-2026", UnknownSeat),
    ]


async def kept(office: Staffed) -> tuple[object, ...]:
    """All that these commands could change."""
    async with office.desk.store.look() as uow:
        here = await uow.offices.get(office.office.id)
        return (
            here,
            await uow.substitutions.open_in(office.office.id),
            await uow.leaves.open_in(office.office.id, office.now.date()),
            await uow.facts.of_office(office.office.id),
            await uow.runs.get(office.run_id),
        )


async def test_every_wrong_date_is_refused_in_words_and_nothing_changes(at_work: Staffed) -> None:
    async with at_work.desk.store.work() as uow:
        await uow.people.seen(SARI)
    call = partial(at_work.call, KASUBBAG, private=False)
    admin = frozenset({at_work.holder(KASUBBAG).id, 99})

    async def typed(command: Command, words: str) -> None:
        await command(at_work.desk, replace(call(), admins=admin), words)

    await typed(close_days, "24-11-2026 banjir")
    await typed(plh, "irban-2 1-12-2026 s.d. 2-12-2026")
    await typed(cuti, "1-12-2026 s.d. 2-12-2026")
    before = await kept(at_work)
    for command, words, refused in CASES:
        with pytest.raises(refused) as raised:
            await typed(command, words)
        assert sentence(raised.value, "Asia/Makassar").endswith("."), words
    assert await kept(at_work) == before
