"""[Nihil]: a seat declares that there is nothing of a kind this period."""

from bot.rules import filing
from bot.rules.acts import Act
from bot.texts import notices
from bot.usecases.by_hand import last_by_hand
from bot.usecases.desk import Call, Desk
from bot.usecases.on_run import run_work
from bot.usecases.settle import settle


async def declare_nihil(desk: Desk, call: Call, run_id: str, seat_key: str, kind: str) -> str:
    async with run_work(desk, call, run_id) as (work, run):
        seat = work.acting(Act.DECLARE_NIHIL, run.sop, (seat_key,))
        declared = filing.declare_nihil(run, seat, kind, call.person.id, call.at)
        await settle(work, last_by_hand(work, declared))
    return notices.recorded()
