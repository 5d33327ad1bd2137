"""What doctor says of each office: what it works by, and who is missing, away or stood in for."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.rules.calendar import WorkCalendar
from bot.rules.office_settings import OfficeSettings
from bot.rules.people import Leave, Office, Person, Substitution, Title
from bot.rules.sop import Sop
from bot.rules.stationery import PaperSize, Stationery
from bot.texts.examination import Line, Mark
from bot.usecases.examine_offices import WorksBy, examine_offices
from storage.unit_of_work import SqlStore

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # Monday 08.30 in Makassar
MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)
ANI, BUDI = Person(7, "Ani"), Person(8, "Budi")


@pytest.fixture
def works(sop: Sop, calendar: WorkCalendar) -> WorksBy:
    return WorksBy(sop, calendar, "Asia/Makassar", "kalender_jeneponto.toml")


@pytest.fixture
async def held(store: SqlStore, office: Office, sop: Sop) -> Office:
    """Every seat by Ani, whom private messages reach; Budi is known."""
    async with store.work() as uow:
        for person in (ANI, BUDI):
            await uow.people.seen(person)
            await uow.people.reach(person.id, reachable=True)
        for seat in sop.seats:
            await uow.seats.put(office.id, seat.key, ANI.id)
    return office


async def looked(store: SqlStore, works: WorksBy) -> list[Line]:
    return await examine_offices(store, lambda _: works, NOW)


def substitution(office: Office, first: date = MONDAY) -> Substitution:
    return Substitution(0, office.id, "irban-2", BUDI, Title.PLH, first, FRIDAY)


async def test_without_an_office_the_next_step_is_told(store: SqlStore, works: WorksBy) -> None:
    (line,) = await looked(store, works)
    assert (line.mark, line.todo) == (Mark.CARE, "tambahkan sistem ke grup kantor")


async def test_empty_seats_and_people_out_of_reach_are_named(
    store: SqlStore, office: Office, works: WorksBy
) -> None:
    async with store.work() as uow:
        for person, seat in ((7, "irban-1"), (8, "irban-2"), (8, "irban-3")):
            await uow.people.seen(Person(person, f"Pegawai {person}"))
            await uow.seats.put(office.id, seat, person)
        await uow.people.reach(7, reachable=True)
    _, _, empty, silent = await looked(store, works)
    assert "Irban IV" in empty.what
    assert "Irban I " not in empty.what
    assert silent.what.endswith("belum dapat dihubungi Pegawai 8")


async def test_an_office_with_all_seats_held_and_all_reachable_is_good(
    store: SqlStore, held: Office, works: WorksBy
) -> None:
    assert [line.mark for line in await looked(store, works)] == [Mark.GOOD] * 4


async def test_an_office_is_told_by_its_number_with_zone_sop_and_calendar(
    store: SqlStore, held: Office, works: WorksBy, sop: Sop
) -> None:
    own = replace(works, own_calendar=True, calendar_name="kantor/1/kalender.toml")
    first, *_ = await looked(store, own)
    assert first.what == (
        f"Kantor {held.id}, Kinerja DPMD: zona Asia/Makassar, SOP “{sop.name}” (bersama), "
        "kalender “kantor/1/kalender.toml” (milik kantor ini)"
    )


async def test_files_that_cannot_be_used_leave_the_rest_to_be_looked_at(
    store: SqlStore, held: Office
) -> None:
    neither = WorksBy(None, None, "Asia/Jakarta", "kantor/1/kalender.toml", own_sop=True)
    first, _, silent = await looked(store, neither)
    assert first.mark == Mark.CARE
    assert "zona Asia/Jakarta, SOP belum dapat dipakai (milik kantor ini)" in first.what
    assert "kalender belum dapat dipakai (bersama)" in first.what
    assert "semua pemegang kursi dapat dihubungi" in silent.what


async def test_what_the_papers_of_an_office_bear_is_told_with_where_it_comes_from(
    store: SqlStore, held: Office, works: WorksBy
) -> None:
    settings = OfficeSettings(Stationery(("DINAS CONTOH",), b"logo", PaperSize.A4))
    _, bears, *_ = await looked(store, replace(works, settings=settings))
    assert bears.what.endswith("naskah A4, kop dari pengaturan kantor, logo dari pengaturan kantor")
    async with store.work() as uow:
        await uow.offices.save(replace(held, letterhead=("DINAS LAIN",)))
    _, bears, *_ = await looked(store, works)
    assert bears.what.endswith("naskah F4, kop dari /kop, tanpa logo")


async def test_years_without_cuti_bersama_are_told_of_an_office_s_own_calendar(
    store: SqlStore, held: Office, works: WorksBy, calendar: WorkCalendar
) -> None:
    unsettled = replace(calendar, settled_years=())
    later = datetime(2031, 1, 6, tzinfo=UTC)
    told = await examine_offices(
        store, lambda _: replace(works, calendar=unsettled, own_calendar=True), later
    )
    (years,) = [line for line in told if line.mark == Mark.CARE]
    assert "Cuti bersama tahun 2031 dan 2032" in years.todo


@pytest.mark.parametrize(
    ("first", "said"),
    [
        (MONDAY, "Plh. Irban II dijabat Budi, menggantikan Ani, s.d. Jumat, 27 November 2026"),
        (FRIDAY, "Plh. Irban II akan dijabat Budi, menggantikan Ani, Jumat, 27 November 2026"),
    ],
)
async def test_who_stands_in_for_whom_until_when_is_told(
    store: SqlStore, held: Office, works: WorksBy, first: date, said: str
) -> None:
    async with store.work() as uow:
        await uow.substitutions.add(substitution(held, first))
    *_, line = await looked(store, works)
    assert (line.mark, line.what) == (Mark.GOOD, f"Kantor {held.id}, Kinerja DPMD: {said}")


async def test_a_seat_that_a_substitute_fills_is_not_empty(
    store: SqlStore, held: Office, works: WorksBy
) -> None:
    async with store.work() as uow:
        await uow.seats.put(held.id, "irban-2", None)
        await uow.substitutions.add(substitution(held))
    assert all(line.mark == Mark.GOOD for line in await looked(store, works))


async def test_who_is_on_leave_today_is_told_and_care_asked_where_nobody_stands_in(
    store: SqlStore, held: Office, works: WorksBy
) -> None:
    async with store.work() as uow:
        await uow.seats.put(held.id, "irban-2", BUDI.id)
        await uow.leaves.add(Leave(0, held.id, BUDI, MONDAY, FRIDAY))
    *_, line = await looked(store, works)
    assert line.mark == Mark.CARE
    assert "Budi (Irban II) cuti hari ini, s.d. Jumat, 27 November 2026" in line.what
    async with store.work() as uow:
        await uow.substitutions.add(replace(substitution(held), person=ANI))
    *_, line = await looked(store, works)
    assert line.mark == Mark.GOOD


async def test_an_office_that_removed_the_bot_is_told_as_such_and_no_more(
    store: SqlStore, held: Office, works: WorksBy
) -> None:
    async with store.work() as uow:
        await uow.offices.save(replace(held, active=False))
    (line,) = await looked(store, works)
    assert "sistem telah dikeluarkan dari grup" in line.what
