"""Calls that must succeed some time: tried again, ever more slowly, while Telegram is away."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

from telegram.error import InvalidToken, RetryAfter, TelegramError

from handlers.failures import seconds

log = logging.getLogger(__name__)

T = TypeVar("T")


class TokenRefused(Exception):
    """Telegram does not know the bot's token."""


def pauses(first: float = 1.0, longest: float = 30.0) -> Iterator[float]:
    """Seconds between tries: doubled each time up to the longest, for ever."""
    pause = first
    while True:
        yield pause
        pause = min(2 * pause, longest)


async def patiently(what: str, call: Callable[[], Awaitable[T]], first: float = 1.0) -> T:
    """What the call gives in the end. Raises TokenRefused."""
    for pause in pauses(first):
        try:
            return await call()
        except InvalidToken:
            raise TokenRefused from None  # the library's message may hold the token
        except RetryAfter as flood:
            pause = max(pause, seconds(flood.retry_after))
            log.warning("%s: asked to wait %s s", what, pause)
        except TelegramError as error:
            log.warning("%s: %s; again in %s s", what, error, pause)
        await asyncio.sleep(pause)
    raise AssertionError("pauses never end")
