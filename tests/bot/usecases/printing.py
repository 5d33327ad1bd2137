"""A paper of the run at work, printed without setting it."""

from bot.papers.sheet import Sheet
from bot.rules.hardcopies import PrintedPaper
from bot.rules.printed import PaperKind, PrintCode
from bot.usecases.at_office import at_office
from bot.usecases.print_paper import printed
from tests.bot.usecases.staffed import Staffed

ORDERER = "kasubbag-perencanaan"


async def prints(at: Staffed, said: str = "isi", kind: PaperKind = PaperKind.RECAP) -> PrintCode:
    """As the holder of the ordering seat, now."""
    paper = Sheet(kind, "", kind.value.capitalize(), "rekap.typ", {"isi": said}, at.now)
    call = at.call(ORDERER)
    async with at.desk.store.work() as uow:
        work = await at_office(uow, at.desk, at.office, at.now, call)
        run = await uow.runs.get(at.run_id)
        assert run is not None
        return await printed(work, run, paper, ORDERER)


async def registry(at: Staffed) -> tuple[PrintedPaper, ...]:
    async with at.desk.store.look() as uow:
        return await uow.printed_papers.of_run(at.run_id)


async def told(at: Staffed) -> list[str]:
    """The verbs of the facts about papers."""
    async with at.desk.store.look() as uow:
        facts = [fact.verb for fact, _ in await uow.facts.of_run(at.run_id)]
    return [verb for verb in facts if "naskah" in verb or "pindaian" in verb]
