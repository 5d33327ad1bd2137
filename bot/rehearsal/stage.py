"""The stage of a rehearsal: a group of people who hold an SOP's seats, and what they can see."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.rehearsal.clock import RehearsalClock
from bot.rehearsal.telegram import Chat, Message, Person, Telegram
from bot.rehearsal.telegram.bell import Countdown
from bot.rehearsal.telegram.emulator import PATIENCE
from bot.rehearsal.telegram.errors import NotSeen
from bot.rules.calendar import WorkCalendar
from bot.rules.sop import Seat, Sop, Step, StepKind
from bot.rules.worktime import add_minutes, own_word_time, speaking_time
from bot.texts import rehearsals as texts

LOOK_AGAIN = 0.05
QUARTER_DAY = timedelta(hours=6)


async def unknown() -> bool:
    return False


@dataclass(eq=False)
class Stage:
    """`say` tells whoever watches what happens.

    `busy` is whether the bot has something to do at this moment, where that can be known: in this
    process, not of a child.
    """

    telegram: Telegram
    clock: RehearsalClock
    sop: Sop
    calendar: WorkCalendar
    group: Chat
    cast: dict[str, Person]
    say: Callable[[str], None] = field(default=lambda _line: None)
    patience: float = PATIENCE
    busy: Callable[[], Awaitable[bool]] = unknown

    def seat_of(self, key: str) -> Seat:
        return self.sop.seat(key)

    def actors(self, kind: StepKind) -> list[str]:
        return [seat.key for seat in self.sop.seats_of(self.sop.actors_of(kind))]

    @property
    def orderer(self) -> Person:
        return self.cast[self.actors(StepKind.ORDER)[0]]

    def tell(self, seat: Seat, what: str, step: Step | None = None) -> None:
        self.say(texts.act(seat, what, step.number if step else None))

    async def idle(self) -> None:
        """Once the bot has done all that it can do now; at once where nobody knows."""
        waiting = Countdown(self.patience)
        while await self.busy():
            if not waiting.left:
                raise NotSeen(texts.still_busy(self.patience))
            await self.telegram.changed(seconds=LOOK_AGAIN)

    async def pass_time(self, minutes: int) -> None:
        """Working minutes pass once the bot is idle, so that no word is later than its cause."""
        await self.idle()
        self.work_on(minutes)

    async def come_to(self, moment: datetime, *, heard: bool = True) -> None:
        """The clock by quarters of a day, each `heard` by a bot that polls: by one leap it was
        cut off for so long, and a poll just begun tells it the time only by the next."""
        while moment - self.clock.now() > QUARTER_DAY:
            polls = self.telegram.updates.polls
            self.clock.move_to(self.clock.now() + QUARTER_DAY)
            waiting = Countdown(self.patience if heard else 0)
            while self.telegram.updates.polls == polls and waiting.left:
                await self.telegram.changed(LOOK_AGAIN)
        self.clock.move_to(moment)

    def let_bot_speak(self) -> None:
        """To the next moment at which the bot may remind by itself."""
        self.clock.move_to(own_word_time(self.calendar, self.clock.now()))

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
