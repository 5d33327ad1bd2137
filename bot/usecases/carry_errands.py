"""The outbox: each errand is carried to Telegram, and every way it can end is settled."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.ports import Courier, UnitOfWork
from bot.rules import delivery as d
from bot.rules.errands import Card, Errand, Service
from bot.rules.fingerprint import fingerprint
from bot.rules.worktime import late_word_time
from bot.texts import notices
from bot.usecases import card_names
from bot.usecases.asked_reminders import overtaken
from bot.usecases.desk import Desk
from bot.usecases.keep_file import keep_file, lose_file
from bot.usecases.mark_file import mark_file
from bot.usecases.post import Post
from bot.usecases.remind import outdated
from bot.usecases.tell_owner import tell_owner

FETCH_TRIES = 12  # about half an hour
LONGEST_PAUSE = timedelta(minutes=5)
REPEATABLE = (Service.REACT, Service.PIN, Service.FETCH)  # doing it twice shows nothing twice


@dataclass(frozen=True, slots=True)
class Failed:
    """An errand that was not done, in the unit of work that settles it."""

    uow: UnitOfWork
    desk: Desk
    errand: Errand
    now: datetime


async def due(
    desk: Desk, now: datetime, busy: Collection[str], may_go: Callable[[Errand], bool]
) -> tuple[Errand, ...]:
    """What is to be carried now; what may not go yet can still give way to a newer message."""
    async with desk.store.work() as uow:
        return await uow.errands.due(now, busy, may_go)


async def next_at(desk: Desk, now: datetime) -> datetime | None:
    async with desk.store.look() as uow:
        return await uow.errands.next_at(now)


async def carry(desk: Desk, courier: Courier, errand: Errand, now: Callable[[], datetime]) -> None:
    """Do the errand and settle what came of it; a reminder of what is settled stays unsaid."""
    async with desk.store.look() as seen:
        card = await seen.cards.get(errand.card, errand.to.chat_id or 0) if errand.card else None
        office = await seen.offices.get(errand.office_id) if errand.office_id else None
    desk = desk.at(office)
    if await too_late(desk, errand, card, now()) or await outdated(desk, errand, now()):
        return
    if await overtaken(desk, errand, now()) or await expired(desk, errand, now()):
        return
    if errand.service == Service.MARK:
        await mark_file(desk, errand, now())
        return
    try:
        done = await courier.carry(errand, card)
    except d.DeliveryFailure as failure:
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


async def settle_failure(
    desk: Desk, errand: Errand, failure: d.DeliveryFailure, now: datetime
) -> None:
    if errand.service == Service.FETCH and gone(errand, failure):
        too_big = isinstance(failure, d.Rejected) and failure.code == "file_too_big"
        await lose_file(desk, errand.offer_id or 0, "too_big" if too_big else "gone", now)
    async with desk.store.work() as uow:
        failed = Failed(uow, desk, errand, now)
        await SETTLE[type(failure)](failed, failure)


def gone(errand: Errand, failure: d.DeliveryFailure) -> bool:
    """The file's bytes cannot be had any more."""
    final = isinstance(failure, d.Rejected | d.OutOfReach)
    return final or errand.attempts + 1 >= FETCH_TRIES


async def wait(failed: Failed, failure: d.Wait) -> None:
    """429: the chat waits while the others go on."""
    until = failed.now + timedelta(seconds=failure.seconds)
    await failed.uow.errands.hold(None if failure.everywhere else failed.errand.to.chat_id, until)
    await again(failed, until, "429")


async def not_sent(failed: Failed, failure: d.NotSent) -> None:
    if failed.errand.service == Service.FETCH and gone(failed.errand, failure):
        await failed.uow.errands.drop(failed.errand.id, failed.now, failure.reason)
    else:
        await again(failed, failed.now + pause(failed.errand.attempts), failure.reason)


async def unsure(failed: Failed, failure: d.Unsure) -> None:
    """It is tried again; a message that may stand there twice says so."""
    doubtful = failed.errand.service not in REPEATABLE
    at = failed.now + pause(failed.errand.attempts)
    await again(failed, at, failure.reason, doubtful=doubtful)


async def out_of_reach(failed: Failed, failure: d.OutOfReach) -> None:
    """A person is called in the group and the errand waits for him; a lost group sleeps."""
    errand, uow = failed.errand, failed.uow
    person = await uow.people.get(errand.to.chat_id or 0)
    if person is None or errand.service == Service.FETCH:
        await uow.errands.drop(errand.id, failed.now, failure.reason)
        await tell_owner(uow, failed.desk, failed.now, notices.CHAT_OUT_OF_REACH, failure.reason)
        return
    await uow.people.reach(person.id, reachable=False)
    await uow.errands.park(errand.id, failure.reason)
    office = await uow.offices.get(errand.office_id) if errand.office_id else None
    if office is not None:
        await Post(uow, failed.desk, failed.now, office).nudge(person)


async def rejected(failed: Failed, failure: d.Rejected) -> None:
    await failed.uow.errands.drop(failed.errand.id, failed.now, failure.reason)
    if failed.errand.service in (Service.SAY, Service.SHOW):
        where = failed.errand.service.value
        await tell_owner(failed.uow, failed.desk, failed.now, notices.MESSAGE_REJECTED, where)


async def moved(failed: Failed, failure: d.Moved) -> None:
    await failed.uow.move_chat(failed.errand.to.chat_id or 0, failure.chat_id)
    await again(failed, failed.now, "moved")


async def card_gone(failed: Failed, _failure: d.CardGone) -> None:
    """A card that somebody deleted is sent anew, and pinned as the new message that it is."""
    errand = failed.errand
    if errand.service == Service.PIN:
        await failed.uow.errands.drop(errand.id, failed.now, "no card to pin")
        return
    await failed.uow.cards.forget(errand.card, errand.to.chat_id or 0)
    await again(failed, failed.now, "card gone")


async def again(failed: Failed, at: datetime, error: str, *, doubtful: bool = False) -> None:
    await failed.uow.errands.again(failed.errand.id, at, error, doubtful=doubtful)


def pause(attempts: int) -> timedelta:
    """1, 2, 4 … seconds, five minutes at most."""
    return min(timedelta(seconds=2 ** min(attempts, 10)), LONGEST_PAUSE)


SETTLE: dict[type[d.DeliveryFailure], Callable[[Failed, Any], Awaitable[None]]] = {
    d.Wait: wait,
    d.NotSent: not_sent,
    d.Unsure: unsure,
    d.OutOfReach: out_of_reach,
    d.Rejected: rejected,
    d.Moved: moved,
    d.CardGone: card_gone,
}
