"""/status: the whole board of every open run, for anyone in the office."""

from bot.texts import board
from bot.usecases.desk import Call, Desk
from bot.usecases.work import office_work, open_runs


async def show_status(desk: Desk, call: Call) -> None:
    async with office_work(desk, call) as work:
        for part, run in enumerate(await open_runs(work), start=1):
            message = board.board(run, work.holders, work.calendar, call.at)
            await work.post.answer(message, part)
