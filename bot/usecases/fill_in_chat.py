"""[Isi lewat chat]: a seat's workbook is filled in by answering questions."""

from dataclasses import replace

from bot.rules import filling as rules
from bot.rules.fillable import asked_of, standing_form
from bot.rules.filling import Filling, FillingState
from bot.rules.filling_answers import answers_of
from bot.rules.filling_questions import asks_of
from bot.rules.run import Run
from bot.rules.sop import Seat
from bot.texts import filling as texts
from bot.texts import filling_ends, notices
from bot.usecases.desk import Call, Desk
from bot.usecases.filling_cards import show_below, show_filling, show_instead
from bot.usecases.on_run import run_work
from bot.usecases.open_filling import acting_seat, note, open_filling
from bot.usecases.work import Work


async def fill_in(desk: Desk, call: Call, run_id: str, seat_key: str) -> str:
    """Begin, or go on where it stopped; the question stands below all that was said since."""
    async with run_work(desk, call, run_id) as (work, run):
        seat = acting_seat(work, run, seat_key)
        mine = await work.uow.fillings.open_for(work.person_id)
        begun = [f for f in mine if (f.run_id, f.seat) == (run.id, seat.key)]
        if begun:
            going_on = await show_below(work, run, begun[0], texts.moved_below())
            await work.uow.fillings.save(replace(going_on, asked_at=work.now))
        else:
            await show_filling(work, run, await begin(work, run, seat))
    return "" if call.private else notices.asked_privately()


async def begin(work: Work, run: Run, seat: Seat) -> Filling:
    """From the values that stand, where some do."""
    rows = asked_of(run, seat)
    asks, stands = asks_of(rows), standing_form(run, seat)
    answers = answers_of(stands, rows, asks) if stands is not None else ()
    new = Filling(0, run.id, seat.key, work.person_id, work.now)
    filling = await work.uow.fillings.add(rules.begun(new, asks, answers))
    await note(work, run, filling, "pengisian lewat chat dimulai")
    return filling


async def drop_filling(desk: Desk, call: Call, filling_id: str) -> str:
    """[Urungkan]: nothing is sent."""
    async with open_filling(desk, call, filling_id) as now:
        over = replace(now.filling, state=FillingState.DROPPED)
        await now.work.uow.fillings.save(over)
        await note(now.work, now.run, over, "pengisian lewat chat diurungkan")
        await show_instead(now.work, over, filling_ends.dropped())
    return notices.recorded()
