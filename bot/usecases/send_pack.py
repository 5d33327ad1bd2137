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
from bot.usecases.pack_taken import Taken, take
from bot.usecases.work import Work
from bot.usecases.write_pack import Packed, write_pack


async def send_pack(desk: Desk, call: Call, run_id: str) -> str:
    """Made while no unit of work is open. The same pack goes to the same person once a day.

    Refused with NotYours, NotClosedYet and PackTooLarge.
    """
    async with desk.store.look() as uow:
        work, run = await closed_run(uow, desk, call, run_id)
        taken = await take(uow, run, desk.procedures)
        known = await has_it(work, taken)
    if known:
        return await answered(desk, call)
    async with desk.cabinet.draft() as path:
        made = await write_pack(desk.cabinet, taken, path, MOST_SENT)
        digest = await desk.cabinet.keep_draft(path)
    return await hand_out(desk, call, taken, made, digest)


async def hand_out(desk: Desk, call: Call, taken: Taken, made: Packed, digest: str) -> str:
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        work, run = await closed_run(uow, desk, call, str(taken.run.id))
        if await has_it(work, taken):
            return texts.sent_already()
        seat = work.acting(Act.SEND_PACK, run.sop)
        told = PackMade(
            call.at, call.person.id, run.id, run.period.key, made.seal, made.files, taken.head
        )
        await work.record(None, [packed(run, told, seat.key, digest)])
        file = Attachment(file_names.pack(run.period), digest)
        key = f"paket:{run.id}:{call.key}"
        await work.post.say(key, call.person, texts.pack(run, file, made.files, made.seal))
    return texts.on_its_way()


async def answered(desk: Desk, call: Call) -> str:
    async with desk.store.work(call.update_id) as uow:
        await meet(uow, call)
    return texts.sent_already()


async def closed_run(uow: UnitOfWork, desk: Desk, call: Call, run_id: str) -> tuple[Work, Run]:
    work, run = await on_run(uow, desk, call, run_id, ended=True)
    work.acting(Act.SEND_PACK, run.sop)
    if not may_be_packed(run):
        raise NotClosedYet
    return work, run


async def has_it(work: Work, taken: Taken) -> bool:
    """Whether who calls was given it today, and nothing was recorded in the run since."""
    facts = (fact for fact, _ in await work.uow.facts.of_office(work.office.id))
    return any(
        (one.run, one.person, one.head) == (taken.run.id, work.person_id, taken.head)
        and work.calendar.on(one.at) == work.today
        for one in packs_made(facts)
    )
