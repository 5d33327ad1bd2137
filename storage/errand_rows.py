"""An errand's row and the frozen value that it stands for."""

from dataclasses import replace

from bot.rules.errands import Address, Errand, ErrandState
from bot.rules.messages import Message
from storage.session import Values, columns_of

ADDRESS = ("chat_id", "person_id", "seat", "thread_id", "reply_to")
PLAIN = (
    "id",
    "key",
    "service",
    "not_before",
    "office_id",
    "card",
    "target",
    "emoji",
    "offer_id",
    "state",
    "attempts",
    "faults",
    "doubtful",
    "about",
    "quiet",
    "unhurried",
)


def addressed(errand: Errand) -> Errand:
    """With the chat where it goes: a private chat has its person's id (Bot API, Chat.id).

    What goes to a seat that nobody holds is parked.
    """
    to = errand.to
    if to.chat_id is None and to.person_id is not None:
        return replace(errand, to=replace(to, chat_id=to.person_id))
    if to.chat_id is None and to.seat:
        return replace(errand, state=ErrandState.PARKED)
    return errand


def errand_row(errand: Errand) -> Values:
    message = errand.message.to_json() if errand.message else None
    kept = columns_of(errand, "id", "to", "message")
    return {
        **kept,
        **columns_of(errand.to),
        "lane": errand.lane,
        "message": message,
        "handed": False,
        "error": "",
    }


def errand_from(row: Values) -> Errand:
    return Errand(
        **{name: row[name] for name in PLAIN},
        to=Address(**{name: row[name] for name in ADDRESS}),
        message=Message.from_json(row["message"]) if row["message"] else None,
    )
