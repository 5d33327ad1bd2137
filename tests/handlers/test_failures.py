from datetime import timedelta

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
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
from handlers.failures import failure


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


# The library strips "Bad Request: " and capitalises what is left.
@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), OutOfReach),
        (Forbidden("Forbidden: bot can't initiate conversation with a user"), OutOfReach),
        (Forbidden("Forbidden: bot was kicked from the supergroup chat"), OutOfReach),
        (BadRequest("Chat not found"), OutOfReach),
        (BadRequest("Message to edit not found"), CardGone),
        (BadRequest("Message can't be edited"), CardGone),
        (BadRequest("Wrong file_id or the file is temporarily unavailable"), NotSent),
        (BadRequest("BUTTON_DATA_INVALID"), Rejected),
        (NetworkError("Bad Gateway"), NotSent),
        (NetworkError("Internal Server Error (500)"), NotSent),
        (InvalidToken("Unauthorized"), NotSent),
        (caused(TelegramError("Invalid server response"), ValueError()), Unsure),
        (caused(TimedOut(), httpx.ConnectTimeout("")), NotSent),
        (caused(TimedOut(), httpx.PoolTimeout("")), NotSent),
        (caused(TimedOut(), httpx.ReadTimeout("")), Unsure),
        (caused(TimedOut(), httpx.WriteTimeout("")), Unsure),
        (caused(NetworkError(""), httpx.ConnectError("")), NotSent),
        (caused(NetworkError(""), httpx.RemoteProtocolError("")), Unsure),
        (caused(NetworkError(""), httpx.ReadError("")), Unsure),
        # A page instead of JSON: an answer came, only not Telegram's.
        (caused(NetworkError("Bad Gateway (502)"), TelegramError("no JSON")), NotSent),
    ],
)
def test_an_error_says_what_must_happen_next(
    error: TelegramError, kind: type[DeliveryFailure]
) -> None:
    assert type(failure(error)) is kind


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (BadRequest("File is too big"), "file_too_big"),
        (NetworkError("Request Entity Too Large (413)"), "file_too_big"),
        (BadRequest("Not enough rights to manage pinned messages in the chat"), "rights"),
        (BadRequest("Not enough rights to send text messages to the chat"), "rights"),
        (BadRequest("Invalid file_id"), "other"),
    ],
)
def test_a_refusal_for_good_has_its_code(error: TelegramError, code: str) -> None:
    refused = failure(error)
    assert isinstance(refused, Rejected)
    assert refused.code == code


def test_flood_control_tells_the_seconds() -> None:
    assert failure(RetryAfter(timedelta(seconds=7))) == Wait(7.0)


def test_a_group_that_moved_tells_its_new_id() -> None:
    assert failure(ChatMigrated(-1005)) == Moved(-1005)
