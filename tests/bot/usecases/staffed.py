"""An office with all its seats held and a run at work, whose outbox a courier empties."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from bot.rules.delivery import Delivery
from bot.rules.errands import Card, Errand
from bot.rules.people import Office, Person
from bot.rules.run import Duty, Run, Task
from bot.rules.sop import Sop
from bot.usecases.carry_errands import carry
from bot.usecases.check_limits import check_limits
from bot.usecases.desk import Call, Desk

WITA = ZoneInfo("Asia/Makassar")
MINUTE = timedelta(minutes=1)


def wita(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WITA)


@dataclass
class Chats:
    """A courier, what each chat shows by now (a card is edited in place), and each new message
    with its chat and when it came."""

    shown: dict[int, dict[int, str]] = field(default_factory=dict)
    came: list[tuple[datetime, int, str]] = field(default_factory=list)
    now: datetime = field(default_factory=lambda: wita("2026-11-23 07:50"))
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    async def carry(self, errand: Errand, card: Card | None) -> Delivery:
        chat, number = errand.to.chat_id or 0, card.message_id if card else next(self.numbers)
        if errand.message is not None:
            self.shown.setdefault(chat, {})[number] = errand.message.text
            if card is None:
                self.came.append((self.now, chat, errand.message.text))
        return Delivery(number)


@dataclass
class Staffed:
    """The holder of the SOP's nth seat is person n, from 1; the clock is the test's."""

    desk: Desk
    office: Office
    run_id: int
    now: datetime
    chats: Chats = field(default_factory=Chats)
    updates: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def sop(self) -> Sop:
        return self.desk.sop

    def holder(self, seat: str) -> Person:
        return holder_of(self.sop, seat)

    def call(self, seat: str, *, private: bool = True) -> Call:
        """As the seat's holder, now."""
        person, update = self.holder(seat), next(self.updates)
        chat = person.id if private else self.office.chat_id
        return Call(-update, self.now, person, chat, private, update)

    def at(self, text: str) -> "Staffed":
        self.now = wita(text)
        return self

    async def beat(self) -> None:
        """The ladder is looked at, then the outbox emptied, as each minute."""
        await check_limits(self.desk, self.now)
        await self.carry()

    async def pass_to(self, text: str) -> None:
        """With a beat in each minute that has something to look at."""
        while (look := await self.next_look()) is not None and look <= wita(text):
            self.now = max(look, self.now)
            await self.beat()
        self.now = wita(text)
        await self.beat()

    async def next_look(self) -> datetime | None:
        async with self.desk.store.look() as uow:
            return await uow.runs.next_look()

    async def carry(self) -> None:
        self.chats.now = self.now
        while True:
            async with self.desk.store.work() as uow:
                due = await uow.errands.due(self.now, ())
            if not due:
                return
            for errand in due:
                await carry(self.desk, self.chats, errand, lambda: self.now)

    def reads(self, seat: str) -> list[str]:
        """What the private chat of the seat's holder shows, oldest first."""
        return list(self.chats.shown.get(self.holder(seat).id, {}).values())

    def came(self, seat: str, words: str) -> list[str]:
        """When new messages with these words reached the holder, like "24 08.20" (WITA)."""
        mine = [(at, text) for at, chat, text in self.chats.came if chat == self.holder(seat).id]
        return [f"{at.astimezone(WITA):%d %H.%M}" for at, text in mine if words in text]

    def group(self) -> list[str]:
        return list(self.chats.shown.get(self.office.chat_id, {}).values())

    async def run(self) -> Run:
        async with self.desk.store.look() as uow:
            found = await uow.runs.get(self.run_id)
        assert found is not None
        return found

    async def duty(self, task: Task, seat: str) -> Duty:
        found = (await self.run()).duty(task, seat)
        assert found is not None
        return found


def holder_of(sop: Sop, seat: str) -> Person:
    number = [each.key for each in sop.seats].index(seat) + 1
    return Person(number, f"Pemegang {seat}", reachable=True)


async def staffed(desk: Desk, run: Run, now: datetime) -> Staffed:
    """Everybody seated, reachable; the run is the office's own."""
    async with desk.store.work() as uow:
        office = await uow.offices.add(-100, "Kinerja", "token", desk.calendar.fingerprint)
        for seat in desk.sop.seats:
            person = await uow.people.seen(holder_of(desk.sop, seat.key))
            await uow.people.reach(person.id, reachable=True)
            await uow.seats.put(office.id, seat.key, person.id)
        kept = await uow.runs.add(replace(run, office_id=office.id))
    return Staffed(desk, office, kept.id, now)
