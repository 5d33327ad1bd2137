"""[Rincian]: one seat of a run at a time, privately, with a button for each of the others."""

from bot.rules.acts import Act
from bot.rules.errors.seats import UnknownSeat
from bot.rules.messages import Message
from bot.rules.run import Run
from bot.texts import supervising as texts
from bot.usecases import card_names
from bot.usecases.absent import absent
from bot.usecases.at_office import meet
from bot.usecases.desk import Call, Desk
from bot.usecases.on_run import on_run
from bot.usecases.reading import reader
from bot.usecases.work import Work


async def show_detail(desk: Desk, call: Call, run_id: str, seat: str = "") -> str:
    """Without a seat a new message; with one, its page in place of the one that was tapped."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        work, run = await on_run(uow, desk, call, run_id, ended=True)
        work.acting(Act.READ_DETAIL, run.sop)
        message = await page(work, run, seat) if seat else texts.seats_of(run)
        if seat and call.private and call.reply_to:
            await work.post.show_here(card_names.detail(run, call.reply_to), message)
            return ""
        await work.post.say(f"rincian:{call.key}", call.person, message)
        return "" if call.private else texts.shown_privately()


async def page(work: Work, run: Run, key: str) -> Message:
    seats = {seat.key: seat for seat in run.sop.seats}
    if key not in seats:
        raise UnknownSeat(key, tuple(seats))
    may_read = reader(work, run.sop)
    documents = [d for d in run.documents if d.seat == key and may_read(d)]
    away = await absent(work.uow, run, work.calendar, work.now)
    return texts.detail(run, seats[key], documents, work.holders, work.calendar, work.now, away)
