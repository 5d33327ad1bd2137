"""Following a group that became a supergroup: Telegram gives it a new chat id."""

import sqlalchemy as sa

from bot.rules.errands import ErrandState, Service, edits_lane
from bot.rules.inbox import LetterState
from storage.conditions import is_one_of
from storage.session import Session
from storage.tables import cards, errands, holds, inbox, offers, offices


async def move_chat(session: Session, old: int, new: int) -> None:
    """The second telling of the same move (service message and error both tell it) does nothing."""
    await _move_office(session, old, new)
    await _move_errands(session, old, new)
    # message ids start anew, so that the old ones must not be taken for new messages
    await session.change(
        sa.update(offers)
        .where(offers.c.chat_id == old)
        .values(chat_id=new, message_id=-offers.c.message_id)
    )
    await session.change(
        sa.update(inbox)
        .where(inbox.c.chat_id == old, is_one_of(inbox.c.state, LetterState.NEW))
        .values(chat_id=new)
    )
    for table in (cards, holds):
        await session.change(sa.delete(table).where(table.c.chat_id == old))


async def _move_office(session: Session, old: int, new: int) -> None:
    """An office that the new chat was given before the move was told steps aside, inactive."""
    ours = await session.one(sa.select(offices).where(offices.c.chat_id == old))
    stray = await session.one(sa.select(offices).where(offices.c.chat_id == new))
    if ours is None or (stray is not None and not ours["active"]):
        return
    if stray is not None:
        await _put_office(session, ours["id"], 0)
        await _put_office(session, stray["id"], old, active=False)
    await _put_office(session, ours["id"], new, moved_from=old)


async def _put_office(session: Session, office_id: int, chat_id: int, **values: bool | int) -> None:
    await session.change(
        sa.update(offices).where(offices.c.id == office_id).values(chat_id=chat_id, **values)
    )


async def _move_errands(session: Session, old: int, new: int) -> None:
    pending = is_one_of(errands.c.state, ErrandState.DUE, ErrandState.PARKED)
    there = sa.update(errands).where(errands.c.chat_id == old, pending)
    # a reaction's message cannot be found again
    await session.change(
        there.where(errands.c.service == Service.REACT).values(
            state=ErrandState.DROPPED, error="moved"
        )
    )
    for was, lane in ((str(old), str(new)), (edits_lane(old), edits_lane(new))):
        await session.change(there.where(errands.c.lane == was).values(lane=lane))
    await session.change(there.values(chat_id=new, reply_to=None, target=None))
