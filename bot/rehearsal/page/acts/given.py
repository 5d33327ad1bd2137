"""What an act was given, checked: who, where, which message. Refused: Refused."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.rehearsal.page.refusals import Refused
from bot.rehearsal.page.scene import Scene
from bot.rehearsal.telegram import Chat, Message, Person, Upload
from bot.texts import pages as texts

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Given:
    """`values` out of JSON or of a form, where every value is text."""

    values: Mapping[str, Any]
    files: tuple[Upload, ...] = ()

    def number(self, name: str) -> int:
        found = self.optional(name)
        if found is None:
            raise Refused(texts.WRONG_REQUEST)
        return found

    def optional(self, name: str) -> int | None:
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if isinstance(value, bool) or not isinstance(value, int | str):
            raise Refused(texts.WRONG_REQUEST)
        try:
            return int(value)
        except ValueError:
            raise Refused(texts.WRONG_REQUEST) from None

    def text(self, name: str) -> str:
        value = self.values.get(name, "")
        if not isinstance(value, str):
            raise Refused(texts.WRONG_REQUEST)
        return value

    def flag(self, name: str) -> bool:
        return str(self.values.get(name, "")).lower() in ("true", "1", "on")

    def person(self, scene: Scene) -> Person:
        number = self.number("person")
        found = next((person for person in scene.people if person.id == number), None)
        if found is None:
            raise Refused(texts.NO_PERSON)
        return found

    def chat(self, scene: Scene, person: Person, name: str = "chat") -> Chat:
        """One that the person sees."""
        found = scene.chat_of(person, self.number(name))
        if found is None:
            raise Refused(texts.NO_CHAT)
        return found

    def message(self, chat: Chat) -> Message:
        found = chat.message(self.number("message"))
        if found is None:
            raise Refused(texts.NO_MESSAGE)
        return found

    def reply_to(self, chat: Chat) -> Message | None:
        number = self.optional("reply_to")
        if number is None:
            return None
        found = chat.message(number)
        if found is None:
            raise Refused(texts.NO_MESSAGE)
        return found


Act = Callable[[Scene, Given], Awaitable[Json]]


def check_may_write(person: Person, chat: Chat) -> None:
    if chat.private and (not person.started or person.blocked):
        raise Refused(texts.MUST_START)
    if person.deactivated or not chat.has(person):
        raise Refused(texts.CANNOT_WRITE)
