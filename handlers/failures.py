"""What a failed call to Telegram means for the errand (Bot API error table)."""

from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.rules.delivery import (
    CardGone,
    DeliveryFailure,
    Moved,
    NotSent,
    OutOfReach,
    Rejected,
    Unsure,
    Wait,
)

NEVER_LEFT = {"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError", "UnsupportedProtocol"}
"""httpx's names for requests that did not reach the server."""

UNREACHABLE = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated")

CARD_GONE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "there is no text in the message to edit",
    "there is no caption in the message to edit",
)

PASSING = ("wrong file_id or the file is temporarily unavailable",)

NO_RIGHTS = ("not enough rights", "have no rights", "chat_write_forbidden", "topic_closed")


def failure(error: TelegramError) -> DeliveryFailure:
    """The failure by what must happen next; BadRequest is a NetworkError and goes first."""
    match error:
        case RetryAfter():
            return Wait(seconds(error.retry_after))
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case Forbidden():
            return OutOfReach(error.message)
        case BadRequest():
            return refusal(error.message)
        case NetworkError():
            return lost(error)
    return NotSent(error.message) if error.__cause__ is None else Unsure(error.message)


def seconds(period: int | timedelta) -> float:
    return period.total_seconds() if isinstance(period, timedelta) else float(period)


def refusal(description: str) -> DeliveryFailure:
    """What a 400 says; descriptions are compared without case, the library recapitalises them."""
    said = description.lower()
    tables: tuple[tuple[tuple[str, ...], DeliveryFailure], ...] = (
        (UNREACHABLE, OutOfReach(description)),
        (CARD_GONE, CardGone(description)),
        (PASSING, NotSent(description)),
        (("file is too big",), Rejected(description, "file_too_big")),
        (NO_RIGHTS, Rejected(description, "rights")),
    )
    found = (outcome for signs, outcome in tables if any(sign in said for sign in signs))
    return next(found, Rejected(description))


def lost(error: NetworkError) -> DeliveryFailure:
    """Whether the request may have been carried out though no answer came."""
    cause = error.__cause__
    if cause is None or isinstance(cause, TelegramError):  # an answer came: 5xx, 413
        too_big = "entity too large" in error.message.lower()
        return Rejected(error.message, "file_too_big") if too_big else NotSent(error.message)
    name = type(cause).__name__
    return NotSent(name) if name in NEVER_LEFT else Unsure(name)


def passing(error: Exception) -> bool:
    """Telegram is away or asks to wait: nothing is wrong with what was asked."""
    away = isinstance(error, NetworkError) and not isinstance(error, BadRequest)
    return away or isinstance(error, RetryAfter)


def says(error: TelegramError, sign: str) -> bool:
    return sign in error.message.lower()
