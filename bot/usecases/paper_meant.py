"""The printed paper that a code names, and whether who calls may act on it."""

from dataclasses import dataclass, replace

from bot.ports import UnitOfWork
from bot.rules.acts import Act
from bot.rules.errors.hardcopies import UnknownCode
from bot.rules.errors.seats import NoSeat
from bot.rules.hardcopies import PrintedPaper, Standing, standing
from bot.rules.run import Fact, Run
from bot.rules.sop import Sop
from bot.usecases.at_office import by_its_clock
from bot.usecases.desk import Call, Desk
from bot.usecases.on_run import on_run
from bot.usecases.work import Work


@dataclass(frozen=True, slots=True)
class PaperMeant:
    """`seat` is from which who calls acts."""

    work: Work
    run: Run
    standing: Standing
    seat: str = ""

    @property
    def paper(self) -> PrintedPaper:
        return self.standing.paper

    async def change(self, **changed: object) -> "PaperMeant":
        paper = replace(self.paper, **changed)  # type: ignore[arg-type]
        await self.work.uow.printed_papers.save(paper)
        return replace(self, standing=replace(self.standing, paper=paper))

    async def record(self, verb: str, detail: dict[str, object]) -> None:
        of = {"naskah": self.paper.title, "kode": self.paper.code}
        fact = Fact(verb, self.work.now, self.work.person_id, self.seat, {**of, **detail})
        await self.work.record(self.run.id, [fact])


async def paper_meant(uow: UnitOfWork, desk: Desk, call: Call, code: str) -> PaperMeant:
    """By a code as it is kept. A code of an office where the person is nobody is as unknown as one
    that was never printed."""
    known = await uow.printed_papers.by_code(code)
    if known is None:
        raise UnknownCode(code)
    try:
        work, run = await on_run(uow, desk, call, str(known.run_id), ended=True)
    except NoSeat:
        raise UnknownCode(code) from None
    return await in_run(work, run, code)


async def in_run(work: Work, run: Run, code: str) -> PaperMeant:
    """Read again, now that the run is locked."""
    papers = await work.uow.printed_papers.of_run(run.id)
    paper = next((p for p in papers if p.code == code), None)
    if paper is None:
        raise UnknownCode(code)
    return PaperMeant(work, run, standing(paper, papers))


def to_be_filed(meant: PaperMeant) -> PaperMeant:
    """Refuses who may not record hardcopies, with whose it is."""
    with by_its_clock(meant.work):
        seat = meant.work.acting(Act.FILE_HARDCOPY, meant.run.sop)
    return replace(meant, seat=seat.key)


def may_read(work: Work, sop: Sop) -> bool:
    """Who records hardcopies, and who reads the recap, which the papers tell."""
    return any(work.may(act, sop) for act in (Act.FILE_HARDCOPY, Act.SEND_SCAN))


def require_reader(meant: PaperMeant) -> None:
    with by_its_clock(meant.work):
        if not may_read(meant.work, meant.run.sop):
            meant.work.acting(Act.SEND_SCAN, meant.run.sop)
