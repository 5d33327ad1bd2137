"""A period is picked on an arahan: its run is opened on it, or takes it in."""

from bot.rules import disposing, periods
from bot.rules.acts import Act
from bot.rules.dispositions import Disposition
from bot.rules.errors.runs import PeriodTaken
from bot.rules.periods import Period
from bot.rules.run import Run
from bot.texts import dispositions as texts
from bot.texts import notices
from bot.texts.formats import period as period_name
from bot.usecases import card_names
from bot.usecases.arahan_cards import close_received, renew_preflight
from bot.usecases.at_office import meet
from bot.usecases.bind_arahan import bind
from bot.usecases.desk import Call, Desk
from bot.usecases.giving import giving_of
from bot.usecases.on_arahan import on_arahan
from bot.usecases.start_run import open_period
from bot.usecases.work import Work


async def carry_out_arahan(desk: Desk, call: Call, disposition_id: str, period_key: str) -> str:
    """Once. Refused: ArahanOver, PeriodTaken where the period's run has closed since."""
    async with desk.store.work(call.update_id) as uow:
        work, arahan = await on_arahan(uow, desk, await meet(uow, call), disposition_id)
        seat = work.acting(Act.CARRY_OUT_ARAHAN, work.sop)
        waits, of = disposing.waiting(arahan), periods.parse(period_key)
        run = await uow.runs.of_period(work.office.id, of)
        if run is None:
            await open_on(work, of, waits, seat.key)
        elif run.is_open:
            await take_in(work, run, waits, seat.key)
        else:
            raise PeriodTaken(period_name(of))
    return notices.recorded()


async def open_on(work: Work, of: Period, arahan: Disposition, seat: str) -> None:
    """The tapped message becomes the pre-flight, in which the arahan stands."""
    await forget_tapped(work, arahan)

    async def stand_on(run: Run) -> None:
        await close_received(work, await bind(work, run, arahan, seat))

    await open_period(work, of, stand_on)


async def forget_tapped(work: Work, arahan: Disposition) -> None:
    """A copy that /tugas gave leaves the arahan's own card as it is, to be closed."""
    name, tapped = card_names.arahan(arahan), work.call.reply_to if work.call else None
    card = await work.uow.cards.get(name, work.person_id)
    if card is not None and card.message_id == tapped:
        await work.uow.cards.forget(name, work.person_id)


async def take_in(work: Work, run: Run, arahan: Disposition, seat: str) -> None:
    bound = await bind(work, run, arahan, seat)
    await close_received(work, bound)
    over = texts.received_over(bound, await giving_of(work, bound), run.period)
    await work.post.show_here(card_names.arahan(bound), over)
    await renew_preflight(work, run)
