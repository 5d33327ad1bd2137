"""A whole office day by itself: an album, single files, a nihil, a return, a late seat, a recap."""

import math

from bot.rehearsal import steps
from bot.rehearsal.setting_up import set_up
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Message
from bot.rules.sop import Seat, Step, StepKind
from bot.rules.worktime import in_minutes
from bot.texts import rehearsals as texts

PERIOD = "Triwulan III 2026"
REASON = "Mohon melengkapi halaman pengesahan"
REMARK = "Capaian dibahas pada rapat evaluasi triwulan berikutnya."


async def office_day(stage: Stage) -> Message:
    """From an empty group to the posted recap, which is returned."""
    await set_up(stage)
    return await run_of(stage, PERIOD)


async def run_of(stage: Stage, period: str) -> Message:
    """One run of the SOP, with people who are already seated."""
    await steps.order(stage, period)
    await stage.pass_time(minutes=2)
    for step in stage.sop.steps_of(StepKind.CONVEY):
        await steps.convey(stage, step)
    await hand_in(stage)
    for step in stage.sop.steps_of(StepKind.COLLECT):
        for collector in stage.sop.seats_of(step.actors):
            await stage.pass_time(minutes=5)
            await steps.collect(stage, step, collector)
    await stage.pass_time(minutes=20)
    await steps.approve_recap(stage)
    await stage.pass_time(minutes=30)
    return await steps.analyse(stage, REMARK)


async def hand_in(stage: Stage) -> None:
    """The first by an album, the second privately, the others with a nihil; the last is late."""
    *others, late = stage.sop.suppliers
    ways = [steps.hand_in_album, steps.hand_in_privately, steps.hand_in_with_nihil]
    for number, seat in enumerate(others):
        await stage.pass_time(minutes=15)
        await ways[min(number, len(ways) - 1)](stage, seat)
    await return_and_mend(stage)
    await be_late(stage, late)
    await steps.hand_in_with_nihil(stage, late)


async def return_and_mend(stage: Stage) -> None:
    """One letter (or workbook) comes back for mending and is sent again."""
    step = stage.sop.steps_of(StepKind.COLLECT)[0]
    collector = stage.sop.seats_of(step.actors)[0]
    notice = await steps.return_one(stage, collector, REASON)
    seat = next(s for s in stage.sop.suppliers if stage.cast[s.key].chat is notice.chat)
    await stage.pass_time(minutes=10)
    kinds = stage.sop.kinds_for(collector.role)
    kind = next(kind for kind in kinds if f"Berkas {kind.code} (" in notice.text)
    await steps.resubmit(stage, collector, notice, await steps.mended(stage, seat, kind))


async def be_late(stage: Stage, seat: Seat) -> None:
    """The hand-in limit passes: a private word, then after the grace a mention in the group."""
    person, step = stage.cast[seat.key], stage.sop.steps_of(StepKind.COLLECT)[0]
    await stage.pass_time(to_limit(stage, step))
    stage.let_bot_speak()
    stage.tell(seat, texts.IS_LATE, step)
    await stage.sees(person.chat, "mengingatkan")
    await stage.pass_time(minutes=31)
    stage.let_bot_speak()
    await stage.sees(stage.group, "Pengingat")


def to_limit(stage: Stage, step: Step) -> int:
    """Working minutes that surely lead past the hand-in limit, wherever the step began."""
    minutes = in_minutes(step.limit.amount, step.limit.unit, stage.calendar)
    return math.ceil(minutes * stage.sop.hand_in_share) + 1
