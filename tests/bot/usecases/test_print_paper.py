"""A paper is registered once, whoever prints it, also by two processes at the same moment."""

import asyncio
from datetime import UTC, datetime

from bot.papers.format_file import SHIPPED, parse_format
from bot.papers.sheet import Sheet
from bot.rules.calendar import WorkCalendar
from bot.rules.people import Office
from bot.rules.printed import PaperKind, PrintCode
from bot.rules.procedures import Procedure, Procedures
from bot.rules.run import Run
from bot.rules.sop import Sop
from bot.usecases.at_office import at_office
from bot.usecases.desk import Desk
from bot.usecases.print_paper import printed
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore
from tests.bot.usecases.conftest import SOPS

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
SHEET = Sheet(PaperKind.RECAP, "", "Rekap", "rekap.typ", {"isi": "sama"}, NOW)


async def test_two_processes_that_print_the_same_content_give_it_one_code(
    store: SqlStore,
    cabinet: FileCabinet,
    office: Office,
    run: Run,
    sop: Sop,
    calendar: WorkCalendar,
) -> None:
    form = parse_format((SOPS / SHIPPED).read_text("utf-8"))
    desk = Desk(store, cabinet, Procedures(Procedure(sop, calendar)), form, "himpun_bot")

    async def prints() -> PrintCode:
        async with store.work() as uow:
            locked = await uow.runs.get(run.id)
            assert locked is not None
            work = await at_office(uow, desk, office, NOW)
            return await printed(work, locked, SHEET)

    first, second = await asyncio.gather(prints(), prints())
    assert first == second
    async with store.look() as uow:
        [paper] = await uow.printed_papers.of_run(run.id)
        facts = [fact.verb for fact, _ in await uow.facts.of_run(run.id)]
        assert await uow.facts.verify() == ()
    assert paper.print_code == first
    assert facts.count("naskah dicetak") == 1
