"""`himpun doctor`: each office, what it works by, and who is empty-seated, away or out of reach."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.ports import Store
from bot.rules.calendar import WorkCalendar
from bot.rules.office_settings import OfficeSettings
from bot.rules.people import Leave, Office, Person, Seating
from bot.rules.sop import Sop
from bot.texts import examined_offices as texts
from bot.texts.examination import Line
from bot.usecases.at_office import seating_of


@dataclass(frozen=True, slots=True)
class WorksBy:
    """What an office works by; None what cannot be read. `zone` holds where no calendar does, and
    `calendar_name` is its file's."""

    sop: Sop | None
    calendar: WorkCalendar | None
    zone: str
    calendar_name: str
    own_sop: bool = False
    own_calendar: bool = False
    settings: OfficeSettings = field(default_factory=OfficeSettings)

    def today(self, now: datetime) -> date:
        """By the office's own clock."""
        zone = self.calendar.zone if self.calendar else self.zone
        return now.astimezone(ZoneInfo(zone)).date()

    def seat_title(self, key: str) -> str:
        seats = self.sop.seats if self.sop else ()
        return next((seat.title for seat in seats if seat.key == key), key)


async def examine_offices(
    store: Store, works_by: Callable[[Office], WorksBy], now: datetime
) -> list[Line]:
    async with store.look() as uow:
        offices = await uow.offices.all()
        if not offices:
            return [texts.no_office()]
        lines: list[Line] = []
        for office in offices:
            works = works_by(office)
            seating = await seating_of(uow, office.id, works.today(now))
            lines += lines_of(office, works, seating, now)
    return lines


def lines_of(office: Office, works: WorksBy, seating: Seating, now: datetime) -> Iterator[Line]:
    if not office.active:
        yield texts.asleep(office)
        return
    today = works.today(now)
    acting = seating.acting(today)
    yield from standing_of(office, works, today)
    if works.sop is not None:
        yield texts.empty_seats(office, [s for s in works.sop.seats if s.key not in acting])
    yield texts.unreachable(office, out_of_reach(seating, today))
    yield from absent(office, works, seating, today)


def standing_of(office: Office, works: WorksBy, today: date) -> Iterator[Line]:
    """By what it works; the years of a shared calendar are told once for all."""
    calendar = works.calendar
    yield texts.works_by(
        office,
        calendar.zone if calendar else works.zone,
        texts.file(works.sop.name if works.sop else "", own=works.own_sop),
        texts.file(works.calendar_name if calendar else "", own=works.own_calendar),
        usable=works.sop is not None and calendar is not None,
    )
    yield texts.bears(office, works.settings.stationery)
    unknown = calendar.undecreed((today.year, today.year + 1)) if calendar else ()
    if works.own_calendar and unknown:
        yield texts.calendar_years(office, unknown)


def absent(office: Office, works: WorksBy, seating: Seating, today: date) -> Iterator[Line]:
    """Who stands in for whom now or later, then who is on leave today."""
    for found in seating.substitutions:
        holder, title = seating.holders.get(found.seat), works.seat_title(found.seat)
        if found.last >= today:
            yield texts.substitute(office, found, title, holder, today)
    for leave in seating.leaves:
        if leave.covers(today):
            yield leave_line(office, works, seating, leave, today)


def leave_line(office: Office, works: WorksBy, seating: Seating, leave: Leave, today: date) -> Line:
    acting = seating.acting(today)
    left = [seat for seat, who in acting.items() if who.id == leave.person.id]
    held = dict.fromkeys([*seating.held_for_good(leave.person.id), *left])
    titles = [works.seat_title(seat) for seat in held]
    return texts.on_leave(office, leave, titles, stood_in=not left)


def out_of_reach(seating: Seating, today: date) -> list[Person]:
    """Each person once, however many seats he holds or stands in for today."""
    everybody = (*seating.holders.values(), *seating.acting(today).values())
    people = {person.id: person for person in everybody}
    return [person for person in people.values() if not person.reachable]
