"""No paper is made while a unit of work holds the one writer."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

import pytest

from bot.papers.typeset import TypesetFault
from bot.ports import UnitOfWork
from bot.usecases.desk import Call, Desk
from bot.usecases.papers_first import papers_first
from bot.usecases.show_status import show_status
from storage.unit_of_work import SqlStore
from tests.bot.usecases.staffed import Staffed


@dataclass
class Watched:
    """The store, and whether its writer is held just now."""

    store: SqlStore
    held: bool = False
    units: int = 0

    @asynccontextmanager
    async def work(self, update_id: int | None = None) -> AsyncIterator[UnitOfWork]:
        async with self.store.work(update_id) as uow:
            self.held, self.units = True, self.units + 1
            try:
                yield uow
            finally:
                self.held = False

    def look(self) -> Any:
        return self.store.look()


@dataclass
class Maker:
    """A paper that notes whether the writer was held when it was made."""

    watched: Watched
    fault: TypesetFault | None = None
    made: int = 0

    def __call__(self, text: str) -> bytes:
        assert not self.watched.held
        self.made += 1
        if self.fault is not None:
            raise self.fault
        return text.encode()

    def __repr__(self) -> str:
        return "maker"


@pytest.fixture
def watched(at_work: Staffed) -> Watched:
    assert isinstance(at_work.desk.store, SqlStore)
    return Watched(at_work.desk.store)


@pytest.fixture
def desk(at_work: Staffed, watched: Watched) -> Desk:
    return replace(at_work.desk, store=watched)


def sends(make: Maker, *texts: str) -> Callable[[Desk], Any]:
    """Papers of these texts, and the office's title as what is written with them."""

    async def act(desk: Desk) -> list[str]:
        async with desk.store.work() as uow:
            office = await uow.offices.get(1)
            assert office is not None
            await uow.offices.save(replace(office, title=f"{office.title}+"))
            return [await desk.paper(make, text) for text in texts]

    return act


async def title(desk: Desk) -> str:
    async with desk.store.look() as seen:
        office = await seen.offices.get(1)
    assert office is not None
    return office.title


async def test_papers_are_made_between_two_units_of_work_of_which_one_is_kept(
    desk: Desk, watched: Watched
) -> None:
    make, before = Maker(watched), await title(desk)
    digests = await papers_first(desk, sends(make, "satu", "dua"))
    assert [await desk.cabinet.open(digest) for digest in digests] == [b"satu", b"dua"]
    assert (make.made, watched.units, await title(desk)) == (2, 2, f"{before}+")


async def test_a_paper_of_the_same_inputs_is_known(desk: Desk, watched: Watched) -> None:
    make = Maker(watched)
    once = await papers_first(desk, sends(make, "satu"))
    assert await papers_first(desk, sends(make, "satu")) == once
    assert (make.made, watched.units) == (1, 3)


async def test_a_paper_that_cannot_be_set_is_tried_once_a_piece_of_work(
    desk: Desk, watched: Watched
) -> None:
    make = Maker(watched, TypesetFault("no face"))
    with pytest.raises(TypesetFault):
        await papers_first(desk, sends(make, "satu"))
    assert (make.made, watched.units) == (1, 2)
    make.fault = None
    assert len(await papers_first(desk, sends(make, "satu"))) == 1


async def test_a_refusal_for_want_of_a_paper_does_not_count(desk: Desk, watched: Watched) -> None:
    make = Maker(watched)

    async def act(at: Desk) -> str:
        async with at.store.work():
            digest = await at.paper(make, "satu")
            if not digest:
                raise ValueError(digest)
            return digest

    assert await desk.cabinet.open(await papers_first(desk, act)) == b"satu"


async def test_what_is_kept_already_is_not_done_again(desk: Desk, watched: Watched) -> None:
    begun = 0

    async def act(at: Desk) -> str:
        nonlocal begun
        begun += 1
        async with at.store.work():
            pass
        async with at.store.work():
            return await at.paper(str.encode, "satu")

    assert await desk.cabinet.open(await papers_first(desk, act)) == b"satu"
    assert begun == 1


async def test_the_board_s_picture_is_known_by_its_values_alone(
    at_work: Staffed, desk: Desk, watched: Watched
) -> None:
    call: Call = at_work.call("sekretaris")
    await papers_first(desk, lambda at: show_status(at, call))
    assert watched.units == 2
