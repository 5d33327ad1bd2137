"""`himpun verify`: every chain of facts proved, and every file that a fact names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.ports import Cabinet, Store
from bot.rules.destroyed import destroyed_in, standing_in
from bot.rules.packing import PackMade, packs_made
from bot.rules.run import Document, Fact, Run
from bot.texts import commands as texts

Recorded = tuple[tuple[Fact, str], ...]  # facts with their hashes, as storage gives them
TOLD = ("jenis", "versi", "sidik")  # of a document, in its fact (rules/filing.py)


@dataclass(frozen=True, slots=True)
class Proof:
    """How much was proved, the places where it was not, and the evidence packs that the offices
    remember. Of the files that facts tell to be destroyed, `begun` lie in the cabinet still."""

    offices: int
    runs: int
    files: int
    broken: tuple[str, ...]
    packs: tuple[PackMade, ...] = ()
    destroyed: int = 0
    begun: int = 0


async def verify_facts(store: Store, cabinet: Cabinet) -> Proof:
    async with store.look() as uow:
        offices = await uow.offices.all()
        runs = [run for office in offices for run in await uow.runs.of_office(office.id)]
        broken = list(await uow.facts.verify())
        recorded = {run.id: await uow.facts.of_run(run.id) for run in runs}
        of_offices = {office.id: await uow.facts.of_office(office.id) for office in offices}
    files, every_chain = 0, [*recorded.values(), *of_offices.values()]
    for office_id, facts in of_offices.items():
        for place, digest in named_files(facts):
            files += 1
            if not await stands(cabinet, digest):
                broken.append(texts.office_file_lost(office_id, place))
    for run in runs:
        broken += [texts.unrecorded(run, d) for d in unrecorded(run, recorded[run.id])]
        for place, digest in named_files(recorded[run.id]):
            files += 1
            if not await stands(cabinet, digest):
                broken.append(texts.file_lost(run, place))
    gone = await let_go(store, every_chain)
    begun = [digest for digest in gone if await cabinet.holds(digest)]
    made = tuple(one for facts in of_offices.values() for one in packs_made(f for f, _ in facts))
    return Proof(len(offices), len(runs), files, tuple(broken), made, len(gone), len(begun))


async def let_go(store: Store, every_chain: Sequence[Recorded]) -> frozenset[str]:
    """The files that were destroyed and that nothing else needs: no chain, and no file that waits
    to be placed."""
    chains = [[fact for fact, _ in one] for one in every_chain]
    gone = {digest for facts in chains for digest in destroyed_in(facts)}
    gone -= {digest for facts in chains for _, _, digest in standing_in(facts)}
    async with store.look() as uow:
        return frozenset(gone - await uow.offers.waiting_with(gone))


def unrecorded(run: Run, recorded: Recorded) -> Iterator[Document]:
    """Documents that no fact tells of as they stand: a row was changed or slipped in."""
    told = [(fact.seat, *map(fact.detail.get, TOLD)) for fact, _ in recorded]
    for document in run.documents:
        shown = (document.seat, document.kind, document.version, document.digest)
        if not document.nihil and shown not in told:
            yield document


def named_files(recorded: Recorded) -> Iterator[tuple[int, str]]:
    """The place of each fact that names a file which was not destroyed, and its SHA-256."""
    for place, _, digest in standing_in(fact for fact, _ in recorded):
        yield place, digest


async def stands(cabinet: Cabinet, digest: str) -> bool:
    try:
        await cabinet.open(digest)
    except Exception:  # missing, changed or unreadable: the bytes cannot be had
        return False
    return True
