"""The bot's own coming and going, and whether people can be reached."""

from dataclasses import asdict, replace

from bot.rules.errors.offices import AnonymousSender
from bot.rules.people import Rights
from bot.rules.run import Fact
from bot.usecases import card_names
from bot.usecases.announce import show_board, show_request
from bot.usecases.at_office import at_office, meet
from bot.usecases.desk import Call, Desk
from bot.usecases.follow_calendar import follow_calendar
from bot.usecases.greet import greet
from bot.usecases.offices import registered
from bot.usecases.work import Work


async def bot_joined(desk: Desk, call: Call, title: str, rights: Rights) -> None:
    """The group becomes an office; what is lacking is said, again when rights change."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        office = await registered(uow, desk, call.chat_id, title)
        office = replace(office, title=title, active=True, rights=rights)
        await uow.offices.save(office)
        work = await at_office(uow, desk, office, call.at, call)
        await greet(work)
        if office.calendar != work.calendar.fingerprint:
            await follow_calendar(uow, desk, office, call.at)
        if rights.can_pin:
            await pin_boards(work, call.key)
        fact = Fact("sistem bergabung", call.at, call.person.id, detail=asdict(rights))
        await uow.facts.add(office.id, None, [fact])


async def pin_boards(work: Work, occasion: str) -> None:
    """What could not be pinned before."""
    for run in await work.uow.runs.open_in(work.office.id):
        board = await work.uow.cards.get(card_names.board(run), work.office.chat_id)
        if board is not None:
            await work.post.pin(board, f"hak:{occasion}")


async def bot_removed(desk: Desk, call: Call) -> None:
    """The office sleeps until the bot is added again; nothing of it is lost."""
    async with desk.store.work(call.update_id) as uow:
        office = await uow.offices.at(call.chat_id)
        if office is not None:
            await uow.offices.save(replace(office, active=False))
            await uow.facts.add(
                office.id, None, [Fact("sistem dikeluarkan", call.at, call.person.id)]
            )


async def person_reach(desk: Desk, call: Call, *, reachable: bool) -> None:
    """Who blocked the bot is called in the group; who opens it again gets what waited."""
    async with desk.store.work(call.update_id) as uow:
        person = await uow.people.seen(call.person)
        await uow.people.reach(person.id, reachable=reachable)
        if reachable:
            await uow.errands.unpark(person.id)


async def group_moved(desk: Desk, call: Call, new_chat_id: int) -> None:
    """The cards stand in the chat that was left; nobody could reply to them any more."""
    async with desk.store.work(call.update_id) as uow:
        await uow.move_chat(call.chat_id, new_chat_id)
        office = await uow.offices.at(new_chat_id)
        if office is None:
            return
        work = await at_office(uow, desk, office, call.at)
        for run in await uow.runs.open_in(office.id):
            await show_request(work, run)
            await show_board(work, run)


async def refuse_anonymous(_desk: Desk, _call: Call) -> None:
    """A message as the group itself shows not who acts: ask to repeat it as oneself."""
    raise AnonymousSender
