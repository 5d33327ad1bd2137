"""The front door of the bot, where only what is asked of use-cases is noted."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from bot.usecases.desk import Call, Reply


class Done(NamedTuple):
    """A use-case asked for: its name, the call, what else it was given."""

    name: str
    call: Call
    args: tuple[Any, ...]
    more: dict[str, Any]


@dataclass
class Front:
    """`feed` handles every update since the last feed and gives what was asked of use-cases."""

    feed: Callable[[], Awaitable[list[Done]]]
    reply: Reply = field(default_factory=Reply)


def raw_message(office: Any, chat: Any, **more: Any) -> dict[str, Any]:
    return {
        "message_id": 900,
        "date": 1790000000,
        "chat": chat.raw(),
        "from": office.ani.raw(),
        **more,
    }
