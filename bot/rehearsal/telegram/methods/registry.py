"""The Bot API's methods by name, each with the parameters that its documentation lists."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.rehearsal.telegram.params import Params, WrongParameter
from bot.rehearsal.telegram.state import State

Handler = Callable[[State, Params], Any | Awaitable[Any]]

SENDING = (
    "business_connection_id chat_id message_thread_id direct_messages_topic_id "
    "disable_notification protect_content allow_paid_broadcast message_effect_id "
    "suggested_post_parameters reply_parameters reply_markup "
)
CAPTION = "caption parse_mode caption_entities "


@dataclass(frozen=True)
class Method:
    """`weight` says how many messages a call counts for in flood control; 0 for none."""

    name: str
    allowed: frozenset[str]
    handle: Handler
    weight: Callable[[Params], int]

    def check(self, given: Params) -> None:
        """Refuses a parameter that the documentation of the method does not list."""
        attached = set(_attached(given))
        unknown = (set(given.values) | set(given.files)) - self.allowed - attached
        if unknown:
            raise WrongParameter(f"unknown parameter {', '.join(sorted(unknown))}")


METHODS: dict[str, Method] = {}


def method(
    name: str, parameters: str = "", weight: Callable[[Params], int] | None = None
) -> Callable[[Handler], Handler]:
    def register(handle: Handler) -> Handler:
        allowed = frozenset(parameters.split())
        METHODS[name.lower()] = Method(name, allowed, handle, weight or (lambda _: 0))
        return handle

    return register


def one(_: Params) -> int:
    return 1


def _attached(given: Params) -> list[str]:
    """Names of the parts that some parameter refers to as attach://name."""
    text = str(given.values)
    return [name for name in given.files if f"attach://{name}" in text]
