"""[Paket bukti]: the evidence pack of a closed run, privately to who ordered it."""

from bot.ports import UnitOfWork
from bot.rules.acts import Act
from bot.rules.messages import Attachment
from bot.rules.packing import MOST_SENT, NotClosedYet, PackMade, may_be_packed, packed, packs_made
from bot.rules.run import Run
from bot.texts import file_names
from bot.texts import packs as texts
from bot.usecases.at_office import meet
from bot.usecases.desk import Call, Desk
from bot.usecases.on_run import on_run
from bot.usecases.pack_taken import Taken, head_of, take
from bot.usecases.wanted import Wanted
from bot.usecases.work import Work
from bot.usecases.write_pack import Packed, write_pack


async def send_pack(desk: Desk, call: Call, run_id: str) -> str:
    """The same pack goes to the same person once a day. Refused with NotYours, NotClosedYet."""
    async with desk.store.work(call.update_id) as uow:
        work, run = await closed_run(uow, desk, await meet(uow, call), run_id)
        recorded = await uow.facts.of_run(run.id)
        if await has_it(work, run, head_of(recorded)):
            return texts.sent_already()
        await work.post.prepare(Act.SEND_PACK, run.id)
    return texts.being_made()


async def bring_pack(desk: Desk, wanted: Wanted) -> None:
    """Made while no unit of work is open. Refused with NotYours, NotClosedYet and PackTooLarge;
    raises TypesetFault."""
    async with desk.store.look() as seen:
        work, run = await closed_run(seen, desk, wanted.call, wanted.run_id)
        taken = await take(seen, run, desk.procedures)
        known = await has_it(work, run, taken.head)
    if known:
        async with wanted.brought(desk):
            return
    async with desk.cabinet.draft() as path:
        made = await write_pack(desk.cabinet, taken, path, MOST_SENT)
        digest = await desk.cabinet.keep_draft(path)
    async with wanted.brought(desk) as uow:
        work, run = await closed_run(uow, desk, wanted.call, wanted.run_id)
        await hand_out(work, run, taken, made, digest)


async def hand_out(work: Work, run: Run, taken: Taken, made: Packed, digest: str) -> None:
    if await has_it(work, run, taken.head) or work.call is None:
        return
    seat, person = work.acting(Act.SEND_PACK, run.sop), work.call.person
    told = PackMade(work.now, person.id, run.id, run.period.key, made.seal, made.files, taken.head)
    await work.record(None, [packed(run, told, seat.key, digest)])
    file = Attachment(file_names.pack(run.period), digest)
    key = f"paket:{run.id}:{work.call.key}"
    await work.post.say(key, person, texts.pack(run, file, made.files, made.seal))


async def closed_run(uow: UnitOfWork, desk: Desk, call: Call, run_id: str) -> tuple[Work, Run]:
    work, run = await on_run(uow, desk, call, run_id, ended=True)
    work.acting(Act.SEND_PACK, run.sop)
    if not may_be_packed(run):
        raise NotClosedYet
    return work, run


async def has_it(work: Work, run: Run, head: str) -> bool:
    """Whether who calls was given it today, and nothing was recorded in the run since."""
    facts = (fact for fact, _ in await work.uow.facts.of_office(work.office.id))
    return any(
        (one.run, one.person, one.head) == (run.id, work.person_id, head)
        and work.calendar.on(one.at) == work.today
        for one in packs_made(facts)
    )
