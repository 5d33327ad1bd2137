"""What a run asked of people and of the group, read from the miniature's own log."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Message
from bot.rehearsal.telegram.calls import Call
from bot.rehearsal.telegram.methods import METHODS
from bot.rehearsal.telegram.params import Params

ORDERS = "/mulai"
A_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Counts:
    """From the first /mulai on; `refused` are 429s, `busiest` the most that the bot said or edited
    in the group within a minute of Telegram's."""

    acts: tuple[str, ...]
    said: tuple[str, ...]
    refused: int
    busiest: int


def counts(stage: Stage, speed: float) -> Counts:
    """`speed` is how many of Telegram's seconds pass in one of the machine's."""
    calls = stage.telegram.calls
    times = [call.started * speed for call in calls if weighs(call, stage.group.id)]
    return Counts(
        tuple(acts(since_order(stage.telegram.updates.history))),
        tuple(as_said(message) for message in since_board(stage)),
        sum(call.code == 429 for call in calls),
        most_within(times, A_MINUTE),
    )


def since_order(history: list[dict[str, Any]]) -> list[dict[str, Any]]:
    texts = [str(update.get("message", {}).get("text", "")) for update in history]
    first = next((n for n, text in enumerate(texts) if text.startswith(ORDERS)), len(history))
    return history[first:]


def acts(history: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A tap, a command or a message is an act; an album is one, however many files it has."""
    albums = set()
    for update in history:
        if "callback_query" in update:
            tap = update["callback_query"]
            yield f"{tap['from']['first_name']}: [{label(tap)}]"
        elif "message" in update and "from" in update["message"]:
            message = update["message"]
            album = message.get("media_group_id")
            if album is None or album not in albums:
                yield f"{message['from']['first_name']}: {message.get('text') or what(message)}"
            albums.add(album)


def label(tap: dict[str, Any]) -> str:
    """What the tapped button said."""
    rows = tap["message"].get("reply_markup", {}).get("inline_keyboard", [])
    every = [button for row in rows for button in row]
    found = [b["text"] for b in every if b.get("callback_data") == tap["data"]]
    return str((found or [tap["data"]])[0])


def what(message: dict[str, Any]) -> str:
    return "album" if "media_group_id" in message else "berkas"


def since_board(stage: Stage) -> list[Message]:
    """New messages of the bot in the group from the run's board on; edits make no noise."""
    from_bot = stage.group.from_bot
    return from_bot[next((n for n, m in enumerate(from_bot) if m.pinned), 0) :]


def as_said(message: Message) -> str:
    """Its first line when it was new."""
    first = [*message.history, message.content][0]
    return first.text.partition("\n")[0]


def weighs(call: Call, chat: int) -> bool:
    """Whether flood control counts it in this chat."""
    method = METHODS.get(call.method.lower())
    there = str(call.params.get("chat_id")) == str(chat)
    return there and call.applied and method is not None and method.weight(Params({})) > 0


def most_within(times: list[float], seconds: float) -> int:
    """The fullest window of so many seconds, wherever it is laid."""
    return max((sum(0 <= t - first < seconds for t in times) for first in times), default=0)
