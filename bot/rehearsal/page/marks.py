"""What each person has read of each chat."""

from dataclasses import dataclass, field

from bot.rehearsal.telegram import Chat, Message, Person


@dataclass
class Marks:
    """`read` is the number of the last message read, by person and chat."""

    read: dict[tuple[int, int], int] = field(default_factory=dict)

    def has_read(self, person: Person, chat: Chat, message: int) -> None:
        key = (person.id, chat.id)
        self.read[key] = max(message, self.read.get(key, 0))

    def unread(self, person: Person, chat: Chat) -> int:
        last = self.read.get((person.id, chat.id), 0)
        return sum(self._new(person, message) for message in chat.posted[last:])

    @staticmethod
    def _new(person: Person, message: Message) -> bool:
        return message.by is not person and not message.deleted and not message.service
