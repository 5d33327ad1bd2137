"""Where somebody acted last, so that the page can follow a day that plays by itself."""

from typing import Any

from bot.rehearsal.telegram import Telegram

Json = dict[str, Any]


def last_act(telegram: Telegram) -> Json | None:
    """Person and chat of the newest update; None where no known person caused it."""
    if not telegram.updates.history:
        return None
    update = telegram.updates.history[-1]
    payload = next(value for kind, value in update.items() if kind != "update_id")
    about = payload.get("message", payload)  # a tap stands on a message, which stands in a chat
    person = payload.get("from", {}).get("id")
    if person not in telegram.state.people:
        return None
    return {"person": person, "chat": about["chat"]["id"]}
