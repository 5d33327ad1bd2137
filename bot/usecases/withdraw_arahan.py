"""[Tarik arahan]: who gave an arahan takes it back before anything is ordered on it."""

from bot.rules import disposing
from bot.rules.acts import Act
from bot.rules.dispositions import Disposition
from bot.rules.run import Fact, Run
from bot.texts import dispositions as texts
from bot.texts import notices
from bot.usecases.arahan_cards import close_received, renew_preflight, show_given
from bot.usecases.at_office import meet
from bot.usecases.bind_arahan import bind_next
from bot.usecases.desk import Call, Desk
from bot.usecases.giving import giving_of
from bot.usecases.on_arahan import on_arahan
from bot.usecases.work import Work


async def withdraw_arahan(desk: Desk, call: Call, disposition_id: str) -> str:
    """Its number is not given again. Refused: ArahanOver, and who neither gave it nor is the one
    for whom it was given."""
    async with desk.store.work(call.update_id) as uow:
        work, arahan = await on_arahan(uow, desk, await meet(uow, call), disposition_id)
        seat = work.acting(Act.WITHDRAW_ARAHAN, work.sop, (arahan.seat, arahan.on_behalf))
        over = disposing.withdrawn(arahan)
        await uow.dispositions.save(over)
        run = await uow.runs.get(arahan.run_id) if arahan.run_id else None
        fact = Fact("arahan ditarik", work.now, work.person_id, seat.key, {"agenda": arahan.agenda})
        await work.record(run.id if run else None, [fact])
        await show_given(work, over)
        await close_received(work, over)
        if run is not None:
            await bind_next(work, run, seat.key)
            await tell_orderers(work, over, run)
    return notices.recorded()


async def tell_orderers(work: Work, over: Disposition, run: Run) -> None:
    """The run goes on without it, until who orders cancels it."""
    message = texts.withdrawn_from(over, await giving_of(work, over), run.period)
    for seat in disposing.orderers(run.sop):
        await work.say_to_seat(f"tarik:{over.id}:{seat.key}", seat.key, message)
    await renew_preflight(work, run)
