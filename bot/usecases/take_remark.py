"""In the private chat of who analyses, a text that answers nothing is a remark."""

from collections.abc import Sequence

from bot.ports import UnitOfWork
from bot.rules.errors.answers import NothingAsked
from bot.rules.run import Run, Task
from bot.usecases import card_names
from bot.usecases.at_office import at_office
from bot.usecases.desk import Call, Desk
from bot.usecases.finish_run import remark
from bot.usecases.office_answered import office_answered
from bot.usecases.offices import offices_of
from bot.usecases.on_run import on_run
from bot.usecases.text_meant import ask_meant, of_run


async def take_remark(uow: UnitOfWork, desk: Desk, call: Call, text: str) -> None:
    """On the run whose card is answered, else on the only one that he analyses; else he is asked.

    Refused privately: NothingAsked. In a group it is nobody's business.
    """
    if not call.private:
        return
    runs = await analysed(uow, desk, call)
    told = await told_runs(uow, call, runs)
    if told is None and await unclear(uow, call, runs):
        await ask_meant(uow, desk, call, text, [of_run(run) for run in runs])
        return
    for run in (runs if told is None else told)[:1]:
        work, run = await on_run(uow, desk, call, str(run.id))
        await remark(work, run, text)
        return
    raise NothingAsked


async def analysed(uow: UnitOfWork, desk: Desk, call: Call) -> list[Run]:
    """The open runs whose recap the person has to analyse, in every office where the bot is."""
    found = []
    for office in await offices_of(uow, call.person.id):
        work = await at_office(uow, desk, office, call.at, call)
        held = work.held_by(call.person.id)
        found += [run for run in await uow.runs.open_in(office.id) if analysing(run, held)]
    return found


def analysing(run: Run, held: Sequence[str]) -> bool:
    return any(d.task == Task.ANALYSE and d.is_open and d.seat in held for d in run.duties)


async def told_runs(uow: UnitOfWork, call: Call, runs: Sequence[Run]) -> list[Run] | None:
    """Those that the card replied to speaks of, by its run or by its office; None where it, or
    no reply, tells nothing."""
    card = await uow.cards.at(call.chat_id, call.reply_to) if call.reply_to else None
    about = card_names.about(card.name) if card is not None else None
    if about is not None:
        return [run for run in runs if run.id == about.run]
    office = await office_answered(uow, call)
    return None if office is None else [run for run in runs if run.office_id == office]


async def unclear(uow: UnitOfWork, call: Call, runs: Sequence[Run]) -> bool:
    """Several may be meant; or a message is replied to that could be another office's."""
    several = len(await offices_of(uow, call.person.id)) > 1
    return len(runs) > 1 or bool(runs and call.reply_to and several)
