"""What is being filled in chat ends, with a word, where it can no longer be handed in."""

from dataclasses import replace

from bot.rules.filling import Filling, FillingState
from bot.rules.run import Run
from bot.texts import filling_ends
from bot.usecases.filling_cards import show_instead
from bot.usecases.work import Work


async def end_fillings(work: Work, run: Run, why: str) -> None:
    """All of the run."""
    for filling in await work.uow.fillings.open_in(run.id):
        await end_filling(work, run, filling, why)


async def end_filling(work: Work, run: Run, filling: Filling, why: str) -> None:
    over = replace(filling, state=FillingState.ENDED)
    await work.uow.fillings.save(over)
    await show_instead(work, over, filling_ends.ended(run, why))


async def end_others(work: Work, run: Run, seat: str) -> None:
    """The seat changed hands: what those began who may not hand in for it any more."""
    for filling in await work.uow.fillings.open_in(run.id):
        if filling.seat == seat and seat not in work.served_by(filling.person_id):
            await end_filling(work, run, filling, filling_ends.SEAT_PASSED)
