"""An errand that was not done: tried again, parked, or given up in a way that is heard of."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.ports import UnitOfWork
from bot.rules import delivery as d
from bot.rules.errands import Errand, Service
from bot.rules.run import Fact
from bot.texts import notices, preparing
from bot.usecases.desk import Desk
from bot.usecases.keep_file import lose_file
from bot.usecases.post import Post
from bot.usecases.tell_owner import tell_owner

log = logging.getLogger(__name__)

TRIES = 12  # about half an hour
LONGEST_PAUSE = timedelta(minutes=5)
AFTER_A_FAULT = timedelta(seconds=30)
REPEATABLE = (Service.REACT, Service.PIN, Service.FETCH)  # doing it twice shows nothing twice
WORDS = (Service.SAY, Service.SHOW)


@dataclass(frozen=True, slots=True)
class Failed:
    """An errand that was not done, in the unit of work that settles it."""

    uow: UnitOfWork
    desk: Desk
    errand: Errand
    now: datetime

    @property
    def file_worn_out(self) -> bool:
        """Whether this was the last try that a file is given; words are tried for ever."""
        return self.errand.service == Service.FETCH and self.errand.attempts + 1 >= TRIES


async def settle_failure(
    desk: Desk, errand: Errand, failure: d.DeliveryFailure, now: datetime
) -> None:
    async with desk.store.work() as uow:
        await SETTLE[type(failure)](Failed(uow, desk, errand, now), failure)


async def settle_fault(desk: Desk, errand: Errand, fault: Exception, now: datetime) -> None:
    """What we fail at ourselves is tried again like the rest, and at last set aside."""
    what = type(fault).__name__
    async with desk.store.work() as uow:
        if errand.faults + 1 < TRIES:
            at = now + max(pause(errand.faults), AFTER_A_FAULT)
            await uow.errands.again(errand.id, at, what, doubtful=False, fault=True)
            return
    try:
        await set_aside(desk, errand, what, now)
    except Exception:
        log.exception("errand %s is set aside without its due words", errand.id)
        await set_aside_bare(desk, errand, what, now)


async def set_aside(desk: Desk, errand: Errand, what: str, now: datetime) -> None:
    async with desk.store.work() as uow:
        office = await uow.offices.get(errand.office_id) if errand.office_id else None
        if office is not None:
            detail = {"antaran": errand.id, "layanan": errand.service.value, "sebab": what}
            await uow.facts.add(office.id, None, [Fact("antaran disisihkan", now, detail=detail)])
        failed = Failed(uow, desk.at(office), errand, now)
        if errand.service == Service.FETCH:
            await lose(failed, what, "fault")
        else:
            await give_up(failed, what, notices.ERRAND_SET_ASIDE)


async def set_aside_bare(desk: Desk, errand: Errand, what: str, now: datetime) -> None:
    """Where the words about it fail by the same fault: by nothing but rows."""
    async with desk.store.work() as uow:
        await uow.errands.drop(errand.id, now, what)
        await tell_owner(uow, desk, now, notices.ERRAND_SET_ASIDE, errand.service.value)
        if errand.service == Service.FETCH:
            key, message = f"sisih:antaran:{errand.id}", notices.not_recorded()
            await uow.errands.add(Errand(0, key, Service.SAY, errand.to, now, message=message))


async def lose(failed: Failed, reason: str, code: str = "gone") -> None:
    """The file's bytes cannot be had: its sender is told."""
    errand, uow = failed.errand, failed.uow
    await uow.errands.drop(errand.id, failed.now, reason)
    await lose_file(uow, failed.desk, errand.offer_id or 0, code, failed.now)


async def give_up(failed: Failed, reason: str, what: str) -> None:
    """The owner is told, and in the group whom a word was for: it does not end in silence."""
    errand, uow = failed.errand, failed.uow
    await uow.errands.drop(errand.id, failed.now, reason)
    await tell_owner(uow, failed.desk, failed.now, what, errand.service.value)
    person = await uow.people.get(errand.to.chat_id or 0)
    if person is None:
        return
    post = Post(uow, failed.desk, failed.now, failed.desk.office)
    if errand.service in WORDS:
        await post.point_to_tasks(person)
    elif errand.service == Service.PREPARE:
        await post.say(f"sisih:antaran:{errand.id}", person, preparing.not_made())


async def wait(failed: Failed, failure: d.Wait) -> None:
    """429: the chat waits while the others go on. It was not tried."""
    until = failed.now + timedelta(seconds=failure.seconds)
    await failed.uow.errands.hold(None if failure.everywhere else failed.errand.to.chat_id, until)
    await failed.uow.errands.put_off(failed.errand.id, until)


async def not_sent(failed: Failed, failure: d.NotSent) -> None:
    if failed.file_worn_out:
        await lose(failed, failure.reason)
    else:
        await again(failed, failed.now + pause(failed.errand.attempts), failure.reason)


async def unsure(failed: Failed, failure: d.Unsure) -> None:
    """It is tried again; a message that may stand there twice says so."""
    if failed.file_worn_out:
        await lose(failed, failure.reason)
        return
    doubtful = failed.errand.service not in REPEATABLE
    at = failed.now + pause(failed.errand.attempts)
    await again(failed, at, failure.reason, doubtful=doubtful)


async def out_of_reach(failed: Failed, failure: d.OutOfReach) -> None:
    """A person is called in the group and the errand waits for him; a lost group sleeps."""
    errand, uow = failed.errand, failed.uow
    if errand.service == Service.FETCH:
        await lose(failed, failure.reason)
        return
    person = await uow.people.get(errand.to.chat_id or 0)
    if person is None:
        await uow.errands.drop(errand.id, failed.now, failure.reason)
        await tell_owner(uow, failed.desk, failed.now, notices.CHAT_OUT_OF_REACH, failure.reason)
        return
    await uow.people.reach(person.id, reachable=False)
    await uow.errands.park(errand.id, failure.reason)
    office = await uow.offices.get(errand.office_id) if errand.office_id else None
    if office is not None:
        await Post(uow, failed.desk, failed.now, office).nudge(person)


async def rejected(failed: Failed, failure: d.Rejected) -> None:
    if failed.errand.service == Service.FETCH:
        code = "too_big" if failure.code == "file_too_big" else "gone"
        await lose(failed, failure.reason, code)
    elif failed.errand.service in WORDS:
        await give_up(failed, failure.reason, notices.MESSAGE_REJECTED)
    else:
        await failed.uow.errands.drop(failed.errand.id, failed.now, failure.reason)


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
