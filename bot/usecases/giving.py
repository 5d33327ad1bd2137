"""From which post an arahan came, by the titles of the SOPs in force."""

from bot.rules.dispositions import Disposition
from bot.texts.arahan_lines import Giving
from bot.usecases.offices import seats_in_force
from bot.usecases.work import Work


async def giving_of(work: Work, arahan: Disposition) -> Giving:
    known = {s.key: s.title for s in await seats_in_force(work.uow, work.desk, work.office)}
    title = known.get(arahan.seat, arahan.seat)
    return Giving(f"{arahan.acting} {title}".strip(), known.get(arahan.on_behalf, arahan.on_behalf))
