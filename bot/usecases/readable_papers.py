"""Which of a run's papers a person may have: a reader all of them, others what is theirs."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.papers.sheet import Sheet
from bot.rules.acts import Act
from bot.rules.printed import PaperKind
from bot.rules.run import Run
from bot.rules.sop import Sop
from bot.usecases.run_papers import sheets_of
from bot.usecases.work import Work


@dataclass(frozen=True, slots=True)
class Readable:
    """`whole` where nothing of the run is kept from the person."""

    run: Run
    sheets: tuple[Sheet, ...]
    whole: bool

    @property
    def kinds(self) -> tuple[PaperKind, ...]:
        return tuple(sheet.kind for sheet in self.sheets)


async def readable_papers(work: Work, run: Run, *, every: bool = False) -> Readable:
    """Refuses who may have none, or with `every` who may not have all."""
    work.acting(Act.PRINT_ALL if every else Act.PRINT_PAPER, run.sop)
    made = await sheets_of(work.uow, work.office, run, work.desk.procedures.of(work.office))
    whole = work.may(Act.PRINT_ALL, run.sop)
    if whole:
        return Readable(run, made, whole)
    may_have = own_papers(work, run.sop)
    return Readable(run, tuple(sheet for sheet in made if may_have(sheet)), whole)


def own_papers(work: Work, sop: Sop) -> Callable[[Sheet], bool]:
    """A supplier's request and receipts, and the receipts of what a collector collects."""
    mine = set(work.served_by(work.person_id))
    held = set(work.held_by(work.person_id))
    roles = {seat.role for seat in sop.seats if seat.key in held}
    collects = {role for role in roles if sop.kinds_for(role)}

    def may_have(sheet: Sheet) -> bool:
        seat, _, collector = sheet.subject.partition("/")
        if sheet.kind not in (PaperKind.REQUEST, PaperKind.RECEIPT) or not seat:
            return False
        if seat in mine:
            return True
        return sheet.kind == PaperKind.RECEIPT and bool(collects & takers(sop, seat, collector))

    return may_have


def takers(sop: Sop, seat: str, collector: str) -> set[str]:
    """The roles that a receipt's documents went to."""
    if collector:
        return {collector}
    return {kind.collector for kind in sop.kinds_from(sop.seat(seat).role)}
