"""The year's targets are asked about with the first run of a year, and with no later one."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files

import pytest

from bot.papers.format_file import SHIPPED, parse_format
from bot.rules.calendar import WorkCalendar
from bot.rules.moves import order
from bot.rules.people import Office
from bot.rules.periods import Period, parse
from bot.rules.procedures import Procedure, Procedures
from bot.rules.run import Document, Run, RunState
from bot.rules.sop import Sop
from bot.usecases.at_office import at_office
from bot.usecases.desk import Desk
from bot.usecases.format_in_use import asked_in
from bot.usecases.year_targets import targets_kept_over
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore

Opened = Callable[[Period, tuple[Document, ...]], Awaitable[Run]]
NOW = datetime(2027, 4, 5, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("earlier", "state", "ordered", "asks"),
    [
        ("2027-01", RunState.CLOSED, True, False),
        ("2027-01", RunState.OPEN, False, True),
        ("2027-01", RunState.CANCELLED, True, True),
        ("2026-TW4", RunState.CLOSED, True, True),
    ],
)
async def test_a_year_is_asked_about_until_a_run_of_it_was_ordered(
    store: SqlStore, cabinet: FileCabinet, office: Office, opened: Opened, sop: Sop,
    calendar: WorkCalendar, earlier: str, state: RunState, *, ordered: bool, asks: bool,
) -> None:  # fmt: skip
    shipped = parse_format((files("bot.sops") / SHIPPED).read_text("utf-8"))
    run = await opened(parse(earlier), ())
    async with store.work() as uow:
        before = await uow.runs.get(run.id)
        assert before is not None
        done = order(before, "kasubbag-perencanaan", 7, calendar, NOW).run if ordered else before
        await uow.runs.save(replace(done, state=state))
        works_by = Procedures(Procedure(sop, calendar))
        work = await at_office(
            uow, Desk(store, cabinet, works_by, shipped, "himpun_bot"), office, NOW
        )
        found = await targets_kept_over(work, asked_in(shipped, parse("2027-TW1")))
    assert (found is not None) is asks
