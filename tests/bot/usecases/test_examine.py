import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.rules.people import Office, Person
from bot.rules.sop import Sop
from bot.texts.examination import Mark
from bot.usecases.examine import LEAST, LITTLE, examine_disk, examine_offices
from storage.unit_of_work import SqlStore


class Usage(NamedTuple):
    free: int


@pytest.mark.parametrize(
    ("free", "mark"),
    [
        (LITTLE, Mark.GOOD),
        (LITTLE - 1, Mark.CARE),
        (LEAST, Mark.CARE),
        (LEAST - 1, Mark.FAILED),
    ],
)
def test_little_space_is_told_before_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, mark: Mark
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(free))
    assert examine_disk(tmp_path).mark == mark


def test_the_disk_is_known_before_the_data_directory_is_made(tmp_path: Path) -> None:
    assert "GB" in examine_disk(tmp_path / "belum" / "ada").what


async def test_without_an_office_the_next_step_is_told(store: SqlStore, sop: Sop) -> None:
    (line,) = await examine_offices(store, sop)
    assert (line.mark, line.todo) == (Mark.CARE, "tambahkan sistem ke grup kantor")


async def test_empty_seats_and_people_out_of_reach_are_named(
    store: SqlStore, office: Office, sop: Sop
) -> None:
    async with store.work() as uow:
        for person, seat in ((7, "irban-1"), (8, "irban-2"), (8, "irban-3")):
            await uow.people.seen(Person(person, f"Pegawai {person}"))
            await uow.seats.put(office.id, seat, person)
        await uow.people.reach(7, reachable=True)
    empty, silent = await examine_offices(store, sop)
    assert "Irban IV" in empty.what
    assert "Irban I " not in empty.what
    assert silent.what.endswith("belum dapat dihubungi Pegawai 8")


async def test_an_office_with_all_seats_held_and_all_reachable_is_good(
    store: SqlStore, office: Office, sop: Sop
) -> None:
    async with store.work() as uow:
        await uow.people.seen(Person(7, "Ani"))
        await uow.people.reach(7, reachable=True)
        for seat in sop.seats:
            await uow.seats.put(office.id, seat.key, 7)
    assert [line.mark for line in await examine_offices(store, sop)] == [Mark.GOOD, Mark.GOOD]
