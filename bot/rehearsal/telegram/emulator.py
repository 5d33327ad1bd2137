"""Telegram in miniature, on loopback, for one bot and the people around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, tzinfo
from types import TracebackType
from typing import Any, Self, TypeVar

from bot.rehearsal.telegram.bell import Bell, Countdown
from bot.rehearsal.telegram.calls import Call
from bot.rehearsal.telegram.chats import Chat
from bot.rehearsal.telegram.delivery import Delivery
from bot.rehearsal.telegram.errors import BrokenRules, CannotHappen, NotSeen
from bot.rehearsal.telegram.exchange import Exchange, Hook
from bot.rehearsal.telegram.flood import Flood, FloodGate
from bot.rehearsal.telegram.people import Person
from bot.rehearsal.telegram.report import report
from bot.rehearsal.telegram.server import Server
from bot.rehearsal.telegram.state import State
from bot.rehearsal.telegram.transcript import transcript
from bot.rehearsal.telegram.updates import Updates

Seen = TypeVar("Seen")
# What is not Telegram's own (a database, a child process) does not ring its bell.
LOOK_AGAIN = 0.25
PATIENCE = 60.0  # real seconds; a busy machine is no fault
DEFAULT_FLOOD = Flood()


class Telegram:
    """`clock` gives the time of messages and of everything that expires; flood and polls are real.

    Every time is UTC. `flood=None` lifts flood control; `webhook_pause` is the first wait
    after a webhook's failure in real seconds.
    """

    def __init__(
        self,
        clock: Callable[[], datetime],
        flood: Flood | None = DEFAULT_FLOOD,
        webhook_pause: float = 1,
    ) -> None:
        bell = Bell()
        self.state = State(clock, bell, Updates(clock, bell))
        self.state.updates.webhook_is_set = lambda: bool(self.state.webhook.url)
        self.exchange = Exchange(self.state, FloodGate(flood))
        self.bot = self.state.bot
        self.files = self.state.files
        self.updates = self.state.updates
        self.faults = self.exchange.faults
        self.calls = self.exchange.calls
        self.violations = self.exchange.violations
        self.floods = self.exchange.floods
        self._server = Server(self.exchange)
        self._delivery = Delivery(self.state, webhook_pause)

    async def open(self, port: int = 0, routes: Sequence[Any] = ()) -> Self:
        """On 127.0.0.1; `routes` of tornado are served beside the Bot API."""
        self._server.open(port, routes)
        self._delivery.open()
        return self

    async def close(self) -> None:
        await self._delivery.close()
        await self._server.close()

    async def __aenter__(self) -> Self:
        return await self.open()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Closed; where nothing else went wrong, the rules are checked too."""
        await self.close()
        if error is None:
            self.check()

    @property
    def port(self) -> int:
        return self._server.port

    @property
    def url(self) -> str:
        """The root, for BOT_API_URL."""
        return f"http://127.0.0.1:{self._server.port}"

    @property
    def on_call(self) -> Hook | None:
        return self.exchange.on_call

    @on_call.setter
    def on_call(self, hook: Hook | None) -> None:
        self.exchange.on_call = hook

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def person(self, name: str, username: str | None = None) -> Person:
        return self.state.new_person(name, username)

    def group(
        self,
        title: str,
        members: Iterable[Person],
        administrators: Iterable[Person],
        *,
        topics: bool = False,
        supergroup: bool = False,
    ) -> Chat:
        """A group whose first administrator owns it; topics make it a supergroup at once."""
        chat = self.state.new_group("supergroup" if topics or supergroup else "group", title)
        chat.forum = topics
        for person in members:
            chat.members[person.id] = "member"
        for number, person in enumerate(administrators):
            chat.members[person.id] = "administrator" if number else "creator"
        return chat

    def private(self, person: Person) -> Chat:
        return self.state.private(person)

    def clock_moved(self) -> None:
        """To be called by whoever moves the clock: wakes those who wait for it."""
        self.state.clock_bell.ring()
        self.state.bell.ring()

    async def changed(self, seconds: float) -> bool:
        """True as soon as anything changed, False when `seconds` passed in silence."""
        return await self.state.bell.rung(seconds)

    async def until(self, predicate: Callable[[], Seen | None], seconds: float = PATIENCE) -> Seen:
        """The first true value of `predicate`; NotSeen with what happened instead."""
        countdown = Countdown(seconds)
        while True:
            if seen := _seen(predicate):
                return seen
            if not countdown.left:
                raise NotSeen(f"not seen within {seconds} s\n{self.report()}")
            await self.state.bell.rung(min(LOOK_AGAIN, countdown.left))

    def report(self, last: int = 15) -> str:
        return report(self.state, self.exchange, last)

    def transcript(self, chat: Chat, zone: tzinfo = UTC) -> str:
        return transcript(chat, zone)

    def check(self) -> None:
        """BrokenRules where the bot misused the Bot API or ran into flood control."""
        if self.violations or self.floods:
            broken = [*self.violations, *(str(flood) for flood in self.floods)]
            raise BrokenRules("\n".join(broken))


def _seen(predicate: Callable[[], Seen | None]) -> Seen | None:
    """What the predicate finds; looking for what is not there yet is no error."""
    try:
        return predicate()
    except CannotHappen:
        return None
