"""Two offices of one bot, and private chats with those who serve in both or in one."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from importlib.resources import files

from bot.papers.format_file import SHIPPED, parse_format
from bot.rules.acts import read_button
from bot.rules.calendar import WorkCalendar
from bot.rules.json_form import to_json
from bot.rules.messages import Message
from bot.rules.moves import open_run
from bot.rules.people import Office, Person
from bot.rules.periods import Period
from bot.rules.procedures import Procedure, Procedures
from bot.rules.run import Duty, DutyState, Task
from bot.rules.sop import Sop
from bot.usecases.buttons import BUTTONS
from bot.usecases.desk import Call, Desk, Reply
from bot.usecases.perform import perform
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore

MONDAY = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
BUDI, SARI = Person(1, "Budi", reachable=True), Person(2, "Sari", reachable=True)
KASUBBAG = "kasubbag-perencanaan"
PERIOD = Period("triwulan", 2026, 3)


@dataclass
class Town:
    """Two offices, in both of which Budi holds a seat; Sari has one in the first alone."""

    desk: Desk
    offices: tuple[Office, ...]
    now: datetime = MONDAY
    update: int = 0

    async def do(
        self, usecase: Callable[..., Awaitable[str | None]], *args: object, by: Person = BUDI,
        tapped: bool = False, reply_to: int | None = None,
    ) -> Reply:  # fmt: skip
        """As if typed or tapped in the private chat."""
        self.update += 1
        call = Call(
            -self.update, self.now, by, by.id, True, self.update, reply_to=reply_to, tapped=tapped
        )
        return await perform(self.desk, call, usecase, *args)

    async def said(self) -> list[Message]:
        """What was said since this was asked last."""
        async with self.desk.store.work() as uow:
            found = []
            while due := await uow.errands.due(datetime(2030, 1, 1, tzinfo=UTC), ()):
                for errand in due:
                    found += [errand.message] if errand.message else []
                    await uow.errands.done(errand.id, self.now, errand.id)
            return found

    async def asked(self) -> Message:
        """The one question, with a button per office."""
        [message] = await self.said()
        assert "untuk kantor yang mana" in message.text
        return message

    async def tap(self, message: Message, place: int, by: Person = BUDI) -> Reply:
        read = read_button(message.buttons[place][0].data)
        assert read is not None
        return await self.do(BUTTONS[read[0]], *read[1], by=by, tapped=True)

    async def run_in(self, place: int, owing: tuple[Task, str] | None = None) -> int:
        """Its id; `owing` is a duty that is open, and the run is ordered then."""
        office = self.offices[place]
        here = self.desk.at(office)
        async with self.desk.store.work() as uow:
            opened = open_run(office.id, here.sop, PERIOD, here.calendar, self.now)
            form = self.desk.form.spread([seat.key for seat in here.sop.suppliers])
            duties = tuple(opened_for(duty, owing, self.now) for duty in opened.run.duties)
            run = replace(opened.run, form=to_json(form), duties=duties)
            return (await uow.runs.add(run)).id

    async def seat(self, place: int, seat: str, person: Person | None = BUDI) -> None:
        async with self.desk.store.work() as uow:
            await uow.seats.put(self.offices[place].id, seat, person.id if person else None)


def opened_for(duty: Duty, owing: tuple[Task, str] | None, now: datetime) -> Duty:
    if owing is not None and duty.task == Task.ORDER:
        return replace(duty, state=DutyState.DONE, done_at=now)
    if (duty.task, duty.seat) != owing:
        return duty
    return replace(duty, state=DutyState.OPEN, opened_at=now, due_at=now + timedelta(days=1))


@asynccontextmanager
async def two_offices(
    sqlite_url: str, cabinet: FileCabinet, sop: Sop, calendar: WorkCalendar
) -> AsyncIterator[Town]:
    """Budi gives the orders in both; Sari hands in in the first."""
    form = parse_format((files("bot") / "sops" / SHIPPED).read_text("utf-8"))
    async with SqlStore(sqlite_url) as store:
        desk = Desk(store, cabinet, Procedures(Procedure(sop, calendar)), form, "himpun_bot")
        async with store.work() as uow:
            for person in (BUDI, SARI):
                await uow.people.seen(person)
                await uow.people.reach(person.id, reachable=True)
            offices = [
                await uow.offices.add(-n, title, f"kunci{n}", calendar.fingerprint)
                for n, title in ((100, "DPMD"), (200, "Bappeda"))
            ]
            for office in offices:
                await uow.seats.put(office.id, KASUBBAG, BUDI.id)
            await uow.seats.put(offices[0].id, "irban-1", SARI.id)
        yield Town(desk, tuple(offices))
