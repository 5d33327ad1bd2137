"""How a call to Telegram can fail, by what must happen next (Bot API error table)."""

from dataclasses import dataclass


class DeliveryFailure(Exception):
    """The errand is not done."""


@dataclass
class Wait(DeliveryFailure):
    """429: this chat, or everything where `everywhere`, waits `seconds`."""

    seconds: float
    everywhere: bool = False


@dataclass
class NotSent(DeliveryFailure):
    """It surely did not arrive (no connection, 5xx): try again later."""

    reason: str


@dataclass
class Unsure(DeliveryFailure):
    """It may have arrived; the answer was lost."""

    reason: str


@dataclass
class OutOfReach(DeliveryFailure):
    """Blocked, kicked, deactivated, never started: this chat takes nothing from the bot."""

    reason: str


@dataclass
class Rejected(DeliveryFailure):
    """Refused for good for another reason; `code` is file_too_big, file_gone, rights or other."""

    reason: str
    code: str = "other"


@dataclass
class Moved(DeliveryFailure):
    """The group became a supergroup."""

    chat_id: int


class CardGone(DeliveryFailure):
    """The message to edit does not exist any more."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What came of an errand: the new message's id, or the bytes that were fetched."""

    message_id: int | None = None
    content: bytes | None = None
