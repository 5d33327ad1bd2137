"""`python -m tests.bench.beat`: what a beat costs with 10, 10,000 and 100,000 open duties.

Ten of them are due, whatever the size: the ladder is climbed and the reminders are left in the
outbox. Each size is a SQLite database of its own; the sizes take turns in every round. Measured are
processor seconds of this process, the database's thread too, so that neighbours count for nothing.
Wanted: the largest within 1.5 times the smallest.
"""

import asyncio
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from importlib.resources import files
from itertools import islice
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from bot.calendars.file import load_calendar
from bot.papers.format_file import SHIPPED, parse_format
from bot.rules import moves
from bot.rules.calendar import WorkCalendar
from bot.rules.people import Office, Person
from bot.rules.periods import Period
from bot.rules.procedures import Procedure, Procedures
from bot.rules.run import Duty, DutyState, Run
from bot.rules.sop import Sop
from bot.rules.sop_file import parse_sop
from bot.usecases.check_limits import check_limits, next_look
from bot.usecases.desk import Desk
from storage.cabinet import FileCabinet
from storage.run_rows import duty_row, run_row
from storage.session import columns_of
from storage.tables import duties, errands, offices, people, runs, seats
from storage.unit_of_work import SqlStore
from tests.bench.rounds import Times, timed

SIZES = (10, 10_000, 100_000)
ROUNDS, DUE = 15, 10
WANTED = 1.5
SOPS = files("bot") / "sops"
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Asia/Makassar"))
OPENED = NOW - timedelta(hours=2)
PERIODS = tuple(Period("bulan", 2026, month) for month in range(1, 11))


@dataclass
class Place:
    """One database; the runs with these ids come due, ten in each round."""

    size: int
    store: SqlStore
    desk: Desk
    database: sa.Engine
    coming: Iterator[int]
    due: list[int] = field(default_factory=list)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, asyncio.Runner() as runner:
        places = {str(size): runner.run(furnished(size, Path(folder, str(size)))) for size in SIZES}
        times = timed(
            {name: lambda p=place: runner.run(beat(p)) for name, place in places.items()},
            ROUNDS,
            {name: lambda p=place: next_round(p) for name, place in places.items()},
        )
        for place in places.values():
            check(place)
            runner.run(place.store.close())
            place.database.dispose()
    tell(times)


async def furnished(size: int, folder: Path) -> Place:
    """The first `DUE` runs of each round have one open duty, the others as many as step 4 has."""
    sop = parse_sop((SOPS / "dpmd_jeneponto.toml").read_text("utf-8"))
    calendar = load_calendar()
    store = SqlStore(f"sqlite:///{folder / 'himpun.db'}")
    await store.open()
    database = sa.create_engine(f"sqlite:///{folder / 'himpun.db'}")
    due = DUE * (ROUNDS + 1)
    many = (size - DUE) // len(open_in(later(sop, calendar)))
    with database.begin() as connection:
        keep_offices(connection, sop, calendar, (due + many) // len(PERIODS) + 1)
        keep_runs(connection, [asleep(early(sop, calendar))] * due, 1)
        keep_runs(connection, [later(sop, calendar)] * many, due + 1)
    form = parse_format((SOPS / SHIPPED).read_text("utf-8"))
    procedures = Procedures(Procedure(sop, calendar))
    desk = Desk(store, FileCabinet(folder), procedures, form, "himpun_bot")
    return Place(size, store, desk, database, iter(range(1, due + 1)))


def early(sop: Sop, calendar: WorkCalendar) -> Run:
    """At step 2, whose one duty is past its limit."""
    run = moves.open_run(1, sop, PERIODS[0], calendar, OPENED).run
    orderer = run.duties[0].seat
    return moves.order(run, orderer, 1, calendar, OPENED).run


def later(sop: Sop, calendar: WorkCalendar) -> Run:
    """At step 4, to be looked at another day."""
    run = early(sop, calendar)
    done = [replace(d, state=DutyState.DONE, look_again_at=None) for d in run.duties if d.step < 4]
    rest = [d for d in run.duties if d.step >= 4]
    opened = moves.open_step(replace(run, duties=(*done, *rest)), sop.step(4), calendar, NOW).run
    looked = NOW + timedelta(days=7)
    waiting = [replace(d, look_again_at=looked) if d.is_open else d for d in opened.duties]
    return replace(opened, duties=tuple(waiting))


def asleep(run: Run) -> Run:
    """Not open yet: its round opens its duty."""
    return replace(run, duties=tuple(closed(duty) for duty in run.duties))


def closed(duty: Duty) -> Duty:
    over = DutyState.DONE if duty.is_open else duty.state
    return replace(duty, state=over, look_again_at=None)


def open_in(run: Run) -> list[Duty]:
    return [duty for duty in run.duties if duty.is_open]


def keep_offices(connection: sa.Connection, sop: Sop, calendar: WorkCalendar, count: int) -> None:
    """Each with its ten people, who are reached privately."""
    ids = range(1, count + 1)
    plain = columns_of(Office(0, 0, "", "", calendar=calendar.fingerprint), "rights", "closures")
    rows = [
        {**plain, "id": n, "chat_id": -n, "token": f"t{n}", "rights": {}, "closures": []}
        for n in ids
    ]
    connection.execute(sa.insert(offices), rows)
    held = [(n, place, seat.key) for n in ids for place, seat in enumerate(sop.seats)]
    persons = [Person(100 * n + place, seat, reachable=True) for n, place, seat in held]
    connection.execute(sa.insert(people), [columns_of(p, "acting") for p in persons])
    connection.execute(
        sa.insert(seats),
        [{"office_id": n, "seat": seat, "person_id": 100 * n + place} for n, place, seat in held],
    )


def keep_runs(connection: sa.Connection, every: Sequence[Run], first: int) -> None:
    """Ten a office, a period each."""
    for begin in range(0, len(every), 1000):
        owed = []
        rows = []
        for n, run in enumerate(every[begin : begin + 1000], first + begin):
            office, month = divmod(n - 1, len(PERIODS))
            kept = replace(run, id=n, office_id=office + 1, period=PERIODS[month])
            rows.append({**run_row(kept), "id": n})
            owed += [duty_row(n, place, duty) for place, duty in enumerate(run.duties)]
        connection.execute(sa.insert(runs), rows)
        connection.execute(sa.insert(duties), owed)


def next_round(place: Place) -> None:
    """Ten duties come due, and those of the round before are over."""
    over = {"state": DutyState.DONE, "look_again_at": None}
    change(place, sa.update(duties).where(*step_2(place)).values(over))
    place.due = list(islice(place.coming, DUE))
    due = {"state": DutyState.OPEN, "look_again_at": NOW - timedelta(minutes=1)}
    change(place, sa.update(duties).where(*step_2(place)).values(due))


def step_2(place: Place) -> tuple[sa.ColumnElement[bool], ...]:
    """The duties of the round's runs."""
    return duties.c.run_id.in_(place.due), duties.c.step == 2


async def beat(place: Place) -> None:
    await check_limits(place.desk, NOW)
    await next_look(place.desk)


def check(place: Place) -> None:
    """Whether every duty that came due was climbed to a reminder."""
    told = count(place, sa.select(sa.func.count()).select_from(errands))
    if told < DUE * (ROUNDS + 1):
        raise RuntimeError(f"{told} reminders of {DUE * (ROUNDS + 1)} with {place.size} open")


def change(place: Place, statement: sa.Executable) -> None:
    with place.database.begin() as connection:
        connection.execute(statement)


def count(place: Place, statement: sa.Select[tuple[int]]) -> int:
    with place.database.begin() as connection:
        return connection.execute(statement).scalar_one()


def tell(times: Times) -> None:
    least = median(times[str(SIZES[0])])
    for size, taken in times.items():
        took = median(taken)
        print(  # noqa: T201 - a bench is read on the terminal
            f"{size:>7} open duties, {DUE} due: {took * 1000:6.1f} ms a beat "
            f"(median of {ROUNDS}), {took / least:4.2f} times"
        )
    ratio = median(times[str(SIZES[-1])]) / least
    print(f"wanted at most {WANTED} times: {'yes' if ratio <= WANTED else 'no'}")  # noqa: T201


if __name__ == "__main__":
    main()
