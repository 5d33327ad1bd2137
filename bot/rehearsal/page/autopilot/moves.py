"""One act of one person, as a value, before it is done."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.rehearsal.telegram import Message, Person


@dataclass(frozen=True, slots=True)
class Move:
    """`key` names what it answers, so that it is not done twice while the bot is still at it.

    `minutes`: the working minutes that pass before it, as in an office. `ready`: not before the
    bot has answered what the same person sent.
    """

    key: str
    caption: str
    do: Callable[[], Any]
    minutes: int = 0
    ready: bool = True


def tap(person: Person, message: Message, label: str, caption: str, minutes: int = 0) -> Move:
    key = f"tap {message.chat.id} {message.id} {label} {len(message.history)}"
    return Move(key, caption, lambda: person.taps(message, label), minutes)


def say(person: Person, message: Message, words: str, caption: str, minutes: int = 0) -> Move:
    """A reply to a message in the private chat."""
    key = f"say {message.chat.id} {message.id}"
    return Move(key, caption, lambda: person.says(message.chat, words, message), minutes)


def buttoned(person: Person, label: str, words: str = "") -> Message | None:
    """The newest message in a person's private chat with exactly this button and these words.

    A list of tasks is passed over: its buttons stand there when they are long done.
    """
    return next(
        (
            message
            for message in newest_first(person)
            if label in message.buttons and words in message.text and is_own(message)
        ),
        None,
    )


def is_own(message: Message) -> bool:
    """A duty's own message, not a list of what is open."""
    return not message.text.startswith("Tugas yang terbuka")


def newest_first(person: Person) -> Iterator[Message]:
    return reversed(person.chat.from_bot)


def answered(message: Message, person: Person) -> bool:
    """Whether the person wrote anything in the chat since."""
    return any(m.by is person and m.id > message.id for m in message.chat.messages)
