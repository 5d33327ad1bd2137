"""The stage of a rehearsal: a group of people who hold an SOP's seats, and what they can see."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.rehearsal.clock import RehearsalClock
from bot.rehearsal.telegram import Chat, Message, Person, Telegram
from bot.rules.calendar import WorkCalendar
from bot.rules.sop import Seat, Sop, StepKind
from bot.rules.worktime import add_minutes, speaking_time

PATIENCE = 30.0  # real seconds until something that must come is missed


@dataclass(eq=False)
class Stage:
    """`say` tells whoever watches what happens."""

    telegram: Telegram
    clock: RehearsalClock
    sop: Sop
    calendar: WorkCalendar
    group: Chat
    cast: dict[str, Person]
    say: Callable[[str], None] = field(default=lambda _line: None)
    patience: float = PATIENCE

    def seat_of(self, key: str) -> Seat:
        return self.sop.seat(key)

    def actors(self, kind: StepKind) -> list[str]:
        return [seat.key for seat in self.sop.seats_of(self.sop.actors_of(kind))]

    @property
    def orderer(self) -> Person:
        return self.cast[self.actors(StepKind.ORDER)[0]]

    def work_on(self, minutes: int) -> None:
        """So many working minutes pass; a moment outside the hours becomes one inside."""
        later = add_minutes(self.calendar, self.clock.now(), minutes)
        self.clock.move_to(speaking_time(self.calendar, later))

    def newest(self, chat: Chat, label: str, words: str = "") -> Message | None:
        """The newest message of the bot with this button and these words."""
        for message in reversed(chat.from_bot):
            if words in message.text and any(b.startswith(label) for b in message.buttons):
                return message
        return None

    async def button(self, chat: Chat, label: str, words: str = "") -> Message:
        """The message with this button, as soon as it is there."""
        return await self.telegram.until(
            lambda: self.newest(chat, label, words), seconds=self.patience
        )

    async def tap(
        self, person: Person, label: str, chat: Chat | None = None, words: str = ""
    ) -> str:
        """Tap the newest such button; the bot's answer."""
        message = await self.button(chat or person.chat, label, words)
        answer = await person.taps(message, label)
        return answer.text

    async def sees(self, chat: Chat, words: str) -> Message:
        return await self.telegram.until(lambda: chat.find(words), seconds=self.patience)


def people_for(telegram: Telegram, sop: Sop) -> dict[str, Person]:
    """One person a seat, named for it: the rehearsal invents no officials."""
    return {
        seat.key: telegram.person(f"Pegawai {seat.title if role.count > 1 else role.short}")
        for role in sop.roles
        for seat in role.seats
    }


def set_stage(
    telegram: Telegram,
    clock: RehearsalClock,
    sop: Sop,
    calendar: WorkCalendar,
    say: Callable[[str], None] = lambda _line: None,
    *,
    people: dict[str, Person] | None = None,
) -> Stage:
    """Everybody in one group; who orders is its only administrator."""
    cast = people or people_for(telegram, sop)
    orderer = sop.seats_of(sop.actors_of(StepKind.ORDER))[0].key
    members = list(dict.fromkeys(cast.values()))
    group = telegram.group(sop.agency or sop.name, members, [cast[orderer]])
    return Stage(telegram, clock, sop, calendar, group, cast, say)
