"""Who acts for a seat, as the use-cases see it: no Telegram, one store."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.papers.format_file import SHIPPED, parse_format
from bot.rules import moves
from bot.rules.calendar import WorkCalendar
from bot.rules.errors.acting import (
    DatesOver,
    DatesReversed,
    DatesTooLong,
    HandsInNothing,
    LeavesOverlap,
    NoDates,
    NoLeave,
    NoSubstitute,
    NotAReply,
    NotStaff,
    SeaterOnly,
    SubstitutesOverlap,
)
from bot.rules.errors.refusal import Refusal
from bot.rules.errors.seats import AdministratorsOnly, NoSeat, NotOneself, SeatTaken, UnknownSeat
from bot.rules.json_form import to_json
from bot.rules.people import Office, Person, Title
from bot.rules.periods import Period
from bot.rules.procedures import Procedure, Procedures
from bot.rules.run import Run
from bot.rules.sop import Sop
from bot.usecases.at_office import at_office
from bot.usecases.desk import Call, Desk
from bot.usecases.follow_substitutions import follow_substitutions
from bot.usecases.hand_over import hand_over
from bot.usecases.name_staff import name_staff
from bot.usecases.name_substitute import name_plh, name_plt
from bot.usecases.take_leave import take_leave
from bot.usecases.work import Work
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore
from tests.bot.usecases.conftest import SOPS

MONDAY = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # 08.30 WITA
BUDI, SARI, ADMIN, ANI = (
    Person(n, name, reachable=True) for n, name in enumerate(("Budi", "Sari", "Admin", "Ani"), 1)
)
WEEK = "irban-2 23/11/2026 - 27/11/2026"


@dataclass
class House:
    """An office in which Budi holds Irban II; the clock is the test's."""

    desk: Desk
    office: Office
    now: datetime = MONDAY
    update: int = 0

    def call(self, person: Person, *, admin: bool = False, private: bool = False) -> Call:
        self.update += 1
        chat = person.id if private else self.office.chat_id
        admins = frozenset({ADMIN.id, 99} | ({person.id} if admin else set()))
        return Call(-self.update, self.now, person, chat, private, self.update, admins=admins)

    async def do(
        self,
        usecase: Callable[[Desk, Call, str, Person | None], Awaitable[object]],
        words: str,
        by: Person = ADMIN,
        other: Person | None = SARI,
        *,
        private: bool = False,
    ) -> None:
        await usecase(self.desk, self.call(by, private=private), words, other)

    async def minute(self, **later: float) -> None:
        self.now += timedelta(**later)
        await follow_substitutions(self.desk, self.now)

    async def work(self) -> Work:
        async with self.desk.store.look() as uow:
            return await at_office(uow, self.desk, self.office, self.now)

    async def acts(self, seat: str = "irban-2") -> str:
        holder = (await self.work()).holders.get(seat)
        return f"{holder.acting} {holder.name}".strip() if holder else ""

    async def said(self, person: Person) -> list[str]:
        """What waits to be said to the person, oldest first."""
        async with self.desk.store.work() as uow:
            found = []
            while due := await uow.errands.due(datetime(2030, 1, 1, tzinfo=UTC), ()):
                for errand in due:
                    if errand.to.person_id == person.id and errand.message is not None:
                        found.append(errand.message.text)
                    await uow.errands.drop(errand.id, self.now, "read")
            return found


@pytest.fixture
async def house(
    sqlite_url: str, sop: Sop, calendar: WorkCalendar, cabinet: FileCabinet
) -> AsyncIterator[House]:
    async with SqlStore(sqlite_url) as store:
        form = parse_format((SOPS / SHIPPED).read_text("utf-8"))
        procedures = Procedures(Procedure(sop, calendar))
        desk = Desk(store, cabinet, procedures, form, "himpun_bot")
        async with store.work() as uow:
            office = await uow.offices.add(-100, "Kinerja", "token", calendar.fingerprint)
            for person in (BUDI, SARI, ADMIN, ANI):
                await uow.people.seen(person)
                await uow.people.reach(person.id, reachable=True)
            await uow.seats.put(office.id, "irban-2", BUDI.id)
        yield House(desk, office)


@pytest.fixture
async def run(house: House, sop: Sop, calendar: WorkCalendar) -> Run:
    """A run of which the order is awaited."""
    opened = moves.open_run(house.office.id, sop, Period("triwulan", 2026, 3), calendar, MONDAY)
    form = house.desk.form.spread([seat.key for seat in sop.suppliers])
    async with house.desk.store.work() as uow:
        return await uow.runs.add(replace(opened.run, form=to_json(form)))


async def test_a_substitute_acts_from_his_first_day_until_the_day_after_his_last(
    house: House,
) -> None:
    await house.do(name_plh, "irban-2 24-11-2026 s.d. 25-11-2026")
    assert await house.acts() == "Budi"
    await house.minute(hours=15, minutes=31)  # Tuesday 00.01 WITA
    assert await house.acts() == "Plh. Sari"
    await house.minute(days=1)
    assert await house.acts() == "Plh. Sari"
    await house.minute(days=1)
    assert await house.acts() == "Budi"
    told = await house.said(BUDI)
    assert ["dijabat Plh. Sari" in told[0], "telah berakhir" in told[1]] == [True, True]
    assert len(told) == 2


async def test_the_turn_is_made_once_however_often_it_is_looked_at(house: House) -> None:
    await house.do(name_plh, "irban-2 24-11-2026 s.d. 25-11-2026")
    for _ in range(3):
        await house.minute(hours=16)
    for _ in range(3):
        await house.minute(hours=24)
    assert len(await house.said(BUDI)) == 2


async def test_days_that_passed_while_nothing_ran_begin_and_end_nothing(house: House) -> None:
    await house.do(name_plh, "irban-2 24-11-2026 s.d. 25-11-2026")
    await house.minute(days=20)
    assert await house.acts() == "Budi"
    assert await house.said(BUDI) == []
    async with house.desk.store.look() as uow:
        assert await uow.substitutions.open_in(house.office.id) == ()


async def test_today_s_substitute_begins_at_once_and_may_be_ended_early(house: House) -> None:
    await house.do(name_plt, WEEK, by=BUDI)
    assert await house.acts() == "Plt. Sari"
    await house.do(name_plh, "irban-2 selesai", by=BUDI, other=None)
    assert await house.acts() == "Budi"
    with pytest.raises(NoSubstitute):
        await house.do(name_plh, "irban-2 selesai", other=None)


async def test_a_vacant_seat_has_a_plt_and_is_vacant_again_after_him(house: House) -> None:
    await house.do(name_plt, "irban-3 23-11-2026")
    assert await house.acts("irban-3") == "Plt. Sari"
    await house.minute(days=1)
    assert await house.acts("irban-3") == ""


@pytest.mark.parametrize(
    ("words", "by", "other", "refused"),
    [
        ("", ADMIN, SARI, NoDates),
        ("irban-2", ADMIN, SARI, NoDates),
        ("irban-2 besok", ADMIN, SARI, NoDates),
        ("irban-2 31-02-2026 s.d. 3-3-2026", ADMIN, SARI, NoDates),
        ("irban-2 27-11-2026 s.d. 23-11-2026", ADMIN, SARI, DatesReversed),
        ("irban-2 1-11-2026 s.d. 22-11-2026", ADMIN, SARI, DatesOver),
        ("irban-2 23-11-2026 s.d. 27-11-2028", ADMIN, SARI, DatesTooLong),
        ("irban-9 23-11-2026", ADMIN, SARI, UnknownSeat),
        (WEEK, ADMIN, None, NotAReply),
        (WEEK, ADMIN, BUDI, SeatTaken),
        (WEEK, ADMIN, ADMIN, NotOneself),
        (WEEK, ANI, SARI, SeaterOnly),
    ],
)
async def test_a_substitution_that_cannot_be_is_refused_and_nothing_is_kept(
    house: House, words: str, by: Person, other: Person | None, refused: type[Refusal]
) -> None:
    with pytest.raises(refused):
        await house.do(name_plh, words, by, other)
    assert (await house.work()).seating.substitutions == ()


async def test_two_substitutes_of_one_seat_do_not_overlap(house: House) -> None:
    await house.do(name_plh, WEEK)
    with pytest.raises(SubstitutesOverlap):
        await house.do(name_plt, "irban-2 27-11-2026 s.d. 30-11-2026", other=ANI)
    await house.do(name_plt, "irban-2 28-11-2026 sampai 30-11-2026", other=ANI)
    assert [s.title for s in (await house.work()).seating.substitutions] == [Title.PLH, Title.PLT]


async def test_staff_is_named_and_removed_by_saying_it_again(house: House) -> None:
    for serves in ((SARI,), ()):
        await house.do(name_staff, "irban-2", by=BUDI)
        assert [p.id for p in (await house.work()).seating.staff.get("irban-2", ())] == [
            p.id for p in serves
        ]
    with pytest.raises(NotStaff):
        await house.do(name_staff, "irban-2 hapus", by=BUDI)
    with pytest.raises(HandsInNothing):
        await house.do(name_staff, "kasubbag-evlap")
    with pytest.raises(SeaterOnly):
        await house.do(name_staff, "irban-2", by=SARI, other=ANI)


async def test_an_administrator_hands_a_seat_over_and_a_holder_asks_for_it(house: House) -> None:
    await house.do(hand_over, "irban-2", by=BUDI)
    assert await house.acts() == "Budi"
    async with house.desk.store.look() as uow:
        claim = await uow.claims.get(1)
    assert claim is not None
    assert claim.person.id == SARI.id
    with pytest.raises(SeaterOnly):
        await house.do(hand_over, "irban-2", by=ANI)
    await house.do(hand_over, "irban-2")
    assert await house.acts() == "Sari"


async def test_a_substitute_who_takes_the_seat_for_good_is_written_down_as_ended(
    house: House,
) -> None:
    await house.do(name_plh, WEEK)
    await house.do(hand_over, "irban-2")
    async with house.desk.store.look() as uow:
        verbs = [fact.verb for fact, _ in await uow.facts.of_office(house.office.id)]
    assert verbs[-2:] == ["pengganti selesai bertugas", "kursi ditetapkan"]
    assert (await house.work()).seating.substitutions == ()


async def test_leave_is_one_s_own_and_a_seat_without_substitute_is_away(house: House) -> None:
    await house.do(take_leave, "23-11-2026 s.d. 24-11-2026", by=BUDI, other=None, private=True)
    assert (await house.work()).away == {"irban-2"}
    with pytest.raises(LeavesOverlap):
        await house.do(take_leave, "24 November 2026", by=BUDI, other=None)
    await house.do(name_plh, WEEK)
    assert (await house.work()).away == frozenset()
    await house.do(take_leave, "batal", other=BUDI)
    with pytest.raises(NoLeave):
        await house.do(take_leave, "batal", by=BUDI, other=None)
    with pytest.raises(AdministratorsOnly):
        await house.do(take_leave, "24-11-2026", by=SARI, other=BUDI)
    with pytest.raises(NoSeat):
        await house.do(take_leave, "24-11-2026", by=ANI, other=None)


async def test_the_pre_flight_names_who_is_away_in_the_time_of_the_run(
    house: House, run: Run, sop: Sop
) -> None:
    from bot.usecases.announce import duty_message

    await house.do(take_leave, "25-11-2026 s.d. 26-11-2026", by=BUDI, other=None)

    async def pre_flight() -> str:
        async with house.desk.store.look() as uow:
            work = await at_office(uow, house.desk, house.office, house.now)
            return (await duty_message(work, run, run.duties[0])).text

    assert "Cuti tanpa pengganti: Irban II (Rabu, 25 November 2026 s.d. Kamis" in await pre_flight()
    await house.do(name_plh, "irban-2 25-11-2026")
    assert "Irban II (Kamis, 26 November 2026)" in await pre_flight()


async def test_a_day_is_the_office_s_own(house: House) -> None:
    house.now = datetime(2026, 11, 23, 16, 30, tzinfo=UTC)  # Tuesday 00.30 WITA
    assert (await house.work()).today == date(2026, 11, 24)
