"""`himpun hapus`: files of one run destroyed by its office's JRA; nothing else ever is."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.papers.pack_proof import PackProof, PackUnproved, prove_pack
from bot.ports import Cabinet, Store, UnitOfWork
from bot.rules.destroyed import standing_in
from bot.rules.destroying import (
    DestroyRefused,
    Hindrance,
    Plan,
    Wanted,
    basis_for,
    begun_in,
    destruction,
    files_of,
    heads_covered,
    lacking,
)
from bot.rules.file_claims import packs_of, used_elsewhere
from bot.rules.packing import packs_made
from bot.rules.procedures import Procedures
from bot.rules.run import Fact
from bot.usecases.export_run import find_run

Confirm = Callable[[Plan], bool]


@dataclass(frozen=True, slots=True)
class Gone:
    """What a plan did: how many files are destroyed, and how many bytes that were."""

    plan: Plan
    files: int
    octets: int


@dataclass(frozen=True, slots=True)
class Ground:
    """What decides: the office's procedures, the pack, and the clock once read."""

    works_by: Procedures
    pack: Path
    now: datetime


async def destroy_files(
    store: Store, cabinet: Cabinet, ground: Ground, asked: str, wanted: Wanted, confirm: Confirm
) -> Gone:
    """First the facts, then the bytes: after a kill between them the same command ends it.

    Refused with DestroyRefused, RunNotFound and NotAPeriod. Only with nobody else at work.
    """
    async with store.look() as uow:
        planned = await plan_of(uow, cabinet, ground, asked, wanted)
    if cabinet.keeps_at(ground.pack):
        raise DestroyRefused(Hindrance.PACK_INSIDE)
    proof = await proved(ground.pack)
    if not confirm(planned):
        raise DestroyRefused(Hindrance.NOT_CONFIRMED)
    async with store.work() as uow:
        plan = await plan_of(uow, cabinet, ground, asked, wanted)
        await check_pack(uow, plan, proof)
        await record(uow, plan, proof, ground.now)
    octets = [await cabinet.destroy(digest) for digest in plan.doomed]
    return Gone(plan, len(octets), sum(octets))


async def plan_of(
    uow: UnitOfWork, cabinet: Cabinet, ground: Ground, asked: str, wanted: Wanted
) -> Plan:
    run = await find_run(uow, asked)
    procedure = ground.works_by.of(await uow.offices.get(run.office_id))
    zone, notes = procedure.calendar.zone, procedure.settings.retention
    basis = basis_for(run, wanted, notes, zone, procedure.calendar.on(ground.now))
    own = facts_in(await uow.facts.of_run(run.id))
    of_office = facts_in(await uow.facts.of_office(run.office_id))
    begun = [d for d in begun_in(own, of_office, wanted.kind) if await cabinet.holds(d)]
    files, packs = files_of(run, own, wanted.kind), packs_of(run, of_office)
    plan = Plan(run, wanted, basis, files, packs, begun=tuple(begun))
    return apart(plan, await used_by_others(uow, plan), of_office)


def facts_in(recorded: Sequence[tuple[Fact, str]]) -> list[Fact]:
    return [fact for fact, _ in recorded]


async def used_by_others(uow: UnitOfWork, plan: Plan) -> frozenset[str]:
    """What another run, the office or a file still offered needs."""
    used = used_elsewhere(plan.run, await uow.facts.naming(plan.doomed))
    return used | await uow.offers.waiting_with(plan.doomed)


def apart(plan: Plan, used: frozenset[str], of_office: Sequence[Fact]) -> Plan:
    """The run lets all go; the bytes of what is used stay. Refused: NOTHING."""
    packs = {d: name for d, name in plan.packs.items() if d not in used}
    begun = tuple(d for d in plan.begun if d not in used)
    if not (plan.files or begun):
        raise DestroyRefused(Hindrance.NOTHING, plan.wanted.kind)
    going = {*plan.files, *begun} - used
    told = {
        digest: str(fact.detail.get("nama") or "")
        for _, fact, digest in standing_in(of_office)
        if digest in going
    }
    staying = tuple(sorted(used & plan.files.keys()))
    return replace(plan, packs=packs, of_office=told, begun=begun, staying=staying)


async def proved(pack: Path) -> PackProof:
    try:
        return await asyncio.to_thread(prove_pack, pack)
    except PackUnproved as refusal:
        raise DestroyRefused(Hindrance.PACK_UNPROVED, told=refusal.faults[0]) from refusal


async def check_pack(uow: UnitOfWork, plan: Plan, proof: PackProof) -> None:
    """The office's own chain knows the pack, it was made of all that the run's facts tell, and it
    holds every file that is to go."""
    run = plan.run
    made = [
        one
        for one in packs_made(facts_in(await uow.facts.of_office(run.office_id)))
        if (one.run, one.seal) == (run.id, proof.seal)
    ]
    if not made:
        raise DestroyRefused(Hindrance.PACK_UNKNOWN)
    if made[0].head not in set(heads_covered(await uow.facts.of_run(run.id))):
        raise DestroyRefused(Hindrance.PACK_OLD)
    if missing := lacking(plan.files, proof.digests):
        raise DestroyRefused(Hindrance.PACK_LACKS, told=str(missing))


async def record(uow: UnitOfWork, plan: Plan, proof: PackProof, now: datetime) -> None:
    office = plan.run.office_id
    await uow.facts.add(office, plan.run.id, destruction(plan, plan.files, proof.seal, now))
    of_office = {**plan.packs, **plan.of_office}
    await uow.facts.add(office, None, destruction(plan, of_office, proof.seal, now))
