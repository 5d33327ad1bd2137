"""Everything behind the page: Telegram, the clock, the people, the bot's process, the script."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.rehearsal.clock import RehearsalClock
from bot.rehearsal.page.marks import Marks
from bot.rehearsal.page.running_bot import RunningBot
from bot.rehearsal.page.script import Script
from bot.rehearsal.page.troubles import Troubles
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Chat, Person, Telegram
from bot.rules.run import Run


@dataclass(eq=False)
class Scene:
    """`speed` in rehearsed minutes a real second; `run` as the bot kept it when looked at last."""

    stage: Stage
    bot: RunningBot
    script: Script
    marks: Marks = field(default_factory=Marks)
    speed: float = 0
    run: Run | None = None
    next_limit: datetime | None = None
    keeper: "Callable[[Scene], None]" = field(default=lambda _: None)
    closing: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def telegram(self) -> Telegram:
        return self.stage.telegram

    @property
    def faults(self) -> Troubles:
        return Troubles(self.telegram.faults)

    @property
    def clock(self) -> RehearsalClock:
        return self.stage.clock

    @property
    def zone(self) -> str:
        return self.stage.calendar.zone

    @property
    def group(self) -> Chat:
        return self.stage.group

    @property
    def people(self) -> list[Person]:
        return list(dict.fromkeys(self.stage.cast.values()))

    def seats_of(self, person: Person) -> list[str]:
        return [key for key, holder in self.stage.cast.items() if holder is person]

    def chats_of(self, person: Person) -> list[Chat]:
        """His groups, then his private chat with the bot."""
        known = self.telegram.state.chats.values()
        groups = [c for c in known if not c.private and c.has(person) and not c.moved_to]
        return [*groups, person.chat]

    def chat_of(self, person: Person, chat_id: int) -> Chat | None:
        """The chat, where that person sees it."""
        return next((chat for chat in self.chats_of(person) if chat.id == chat_id), None)

    def keep(self) -> None:
        """In the room, so that a kill at any moment after this loses nothing of it."""
        self.keeper(self)

    def changed(self) -> None:
        self.telegram.state.bell.ring()
