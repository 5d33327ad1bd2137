"""The chat that an update belongs to: the lane in which letters keep their order."""

from collections.abc import Iterator, Mapping
from typing import Any

NO_CHAT = 0


def lane_of(update: Mapping[str, Any]) -> int:
    """The id of the update's chat, else of its sender, else 0; whatever the update's kind.

    A tap carries its chat inside `message` (Bot API, CallbackQuery). A supergroup's word that it
    was a group waits behind what was said in that group. Nothing malformed raises: an update that
    cannot be read must still be kept.
    """
    bodies = [body for body in update.values() if isinstance(body, Mapping)]
    ids = [found for body in bodies for found in _ids(body)]
    return ids[0] if ids else NO_CHAT


def _ids(body: Mapping[str, Any]) -> Iterator[int]:
    before = body.get("migrate_from_chat_id")
    if isinstance(before, int):
        yield before
    message = body.get("message")
    within = message.get("chat") if isinstance(message, Mapping) else None
    for holder in (body.get("chat"), within, body.get("from"), body.get("user")):
        found = holder.get("id") if isinstance(holder, Mapping) else None
        if isinstance(found, int) and not isinstance(found, bool):
            yield found
