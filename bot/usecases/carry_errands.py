"""The outbox: each errand is carried to Telegram, and every way it can end is settled."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from datetime import datetime

from bot.ports import Courier
from bot.rules.delivery import DeliveryFailure
from bot.rules.errands import Card, Errand, Service
from bot.rules.fingerprint import fingerprint
from bot.rules.worktime import late_word_time
from bot.usecases import card_names
from bot.usecases.asked_reminders import overtaken
from bot.usecases.check_approvals import outdated_approval
from bot.usecases.desk import Desk
from bot.usecases.keep_file import keep_file
from bot.usecases.mark_file import mark_file
from bot.usecases.post import Post
from bot.usecases.prepare import prepare
from bot.usecases.remind import outdated
from bot.usecases.settle_failure import settle_failure, settle_fault

MADE: Mapping[Service, Callable[[Desk, Errand, datetime], Awaitable[None]]] = {
    Service.MARK: mark_file,
    Service.PREPARE: prepare,
}
"""What the courier has no part in: what is made goes as a message of its own."""


async def due(
    desk: Desk,
    now: datetime,
    busy: Collection[str],
    may_go: Callable[[Errand], bool],
    at_most: int | None = None,
) -> tuple[Errand, ...]:
    """What is to be carried now; what may not go yet can still give way to a newer message."""
    async with desk.store.work() as uow:
        return await uow.errands.due(now, busy, may_go, at_most)


async def next_at(desk: Desk, now: datetime) -> datetime | None:
    async with desk.store.look() as uow:
        return await uow.errands.next_at(now)


async def carry(desk: Desk, courier: Courier, errand: Errand, now: Callable[[], datetime]) -> None:
    """Do the errand and settle what came of it. Raises what we failed at ourselves, which is
    settled too: the errand is not tried for ever."""
    try:
        await bring(desk, courier, errand, now)
    except Exception as fault:
        await settle_fault(desk, errand, fault, now())
        raise


async def bring(desk: Desk, courier: Courier, errand: Errand, now: Callable[[], datetime]) -> None:
    """A reminder of what is settled stays unsaid."""
    async with desk.store.look() as seen:
        card = await seen.cards.get(errand.card, errand.to.chat_id or 0) if errand.card else None
        office = await seen.offices.get(errand.office_id) if errand.office_id else None
    desk = desk.at(office)
    if await too_late(desk, errand, card, now()) or await settled_meanwhile(desk, errand, now()):
        return
    if await expired(desk, errand, now()):
        return
    if errand.service in MADE:
        await MADE[errand.service](desk, errand, now())
        return
    try:
        done = await courier.carry(errand, card)
    except DeliveryFailure as failure:
        await settle_failure(desk, errand, failure, now())
        return
    if done.content is not None and errand.offer_id is not None:
        await keep_file(desk, errand.offer_id, done.content, now())
    async with desk.store.work() as uow:
        await uow.errands.done(errand.id, now(), done.message_id)
        if errand.service == Service.SHOW and done.message_id is not None:
            card = card_of(errand, done.message_id)
            await uow.cards.put(card)
            if card_names.pinned(card.name):
                await Post(uow, desk, now()).pin(card)


async def too_late(desk: Desk, errand: Errand, card: Card | None, now: datetime) -> bool:
    """Whether a word to others could not go in working hours, and so is put off (invariant 9).

    A card that stands is edited at any hour: that makes no sound.
    """
    if not errand.quiet or card is not None:
        return False
    at = late_word_time(desk.calendar, errand.not_before, now)
    if at <= now:
        return False
    async with desk.store.work() as uow:
        await uow.errands.put_off(errand.id, at)
    return True


async def settled_meanwhile(desk: Desk, errand: Errand, now: datetime) -> bool:
    for over in (outdated, overtaken, outdated_approval):
        if await over(desk, errand, now):
            return True
    return False


async def expired(desk: Desk, errand: Errand, now: datetime) -> bool:
    """Whether what it says holds no more: a digest of a morning that is over."""
    until = (errand.about or {}).get("until")
    if until is None or now < datetime.fromisoformat(until):
        return False
    async with desk.store.work() as uow:
        await uow.errands.drop(errand.id, now, "too late for its day")
    return True


def card_of(errand: Errand, message_id: int) -> Card:
    """The message that the errand's card stands in now."""
    shown = fingerprint(errand.message.to_json()) if errand.message else ""
    return Card(errand.card, errand.to.chat_id or 0, message_id, shown)
