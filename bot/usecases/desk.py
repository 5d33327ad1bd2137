"""What every use-case works with: the desk (ports and the office's data) and the call."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Concatenate, ParamSpec

from bot.ports import AlreadyHandled, Cabinet, Store
from bot.rules.calendar import WorkCalendar
from bot.rules.errors import Refusal
from bot.rules.forms import OfficeFormat
from bot.rules.people import Person
from bot.rules.sop import Sop
from bot.texts import refusals
from bot.usecases.post import answer

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Desk:
    """`sop` and `form` are what new runs begin with; `owner` is told of faults."""

    store: Store
    cabinet: Cabinet
    calendar: WorkCalendar
    sop: Sop
    form: OfficeFormat
    bot_name: str
    owner: int | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """Who acts, where and when: one update, as a value. `at` is UTC, read once.

    `reply_to` is the message that was answered or whose button was tapped; `admins` the ids of
    the group's human administrators where the act asks for them.
    """

    update_id: int
    at: datetime
    person: Person
    chat_id: int
    private: bool
    message_id: int
    reply_to: int | None = None
    thread_id: int | None = None
    chat_title: str = ""
    admins: frozenset[int] = frozenset()
    tapped: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """What answers a tap at once; `alert` opens a box that must be closed."""

    text: str = ""
    alert: bool = False


UseCase = Callable[Concatenate[Desk, Call, P], Awaitable[str | None]]


async def perform(
    desk: Desk, call: Call, usecase: UseCase[P], *args: P.args, **kwargs: P.kwargs
) -> Reply:
    """Do it; a refusal is told to who acted, an update handled before changes nothing."""
    try:
        return Reply(await usecase(desk, call, *args, **kwargs) or "")
    except AlreadyHandled:
        return Reply()
    except Refusal as refusal:
        return Reply(await refuse(desk, call, refusal), alert=True)


async def refuse(desk: Desk, call: Call, refusal: Refusal) -> str:
    """Answer with the refusal; a tap is answered by its alert alone, so nothing is posted."""
    sentence = refusals.sentence(refusal, desk.calendar.zone)
    async with desk.store.work(call.update_id) as uow:
        if not call.tapped:
            await answer(uow, call, sentence)
    return sentence
