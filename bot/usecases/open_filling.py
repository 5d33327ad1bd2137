"""A filling in chat that may go on, and whose it is."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.ports import UnitOfWork
from bot.rules import filing
from bot.rules.acts import Act
from bot.rules.errors.files import KindNotOwed
from bot.rules.errors.fillings import FillingOver
from bot.rules.fillable import asked_of, workbook_kind
from bot.rules.filling import Filling
from bot.rules.filling_questions import Asks, asks_of
from bot.rules.run import Fact, Run
from bot.rules.sop import Seat
from bot.texts import filling as texts
from bot.usecases.at_office import meet
from bot.usecases.desk import Call, Desk
from bot.usecases.on_run import on_run
from bot.usecases.whose import not_yours
from bot.usecases.work import Work


@dataclass(frozen=True, slots=True)
class Open:
    """A filling that may go on, with its run locked."""

    work: Work
    run: Run
    filling: Filling

    @property
    def asks(self) -> Asks:
        return asks_of(asked_of(self.run, self.run.sop.seat(self.filling.seat)))


@asynccontextmanager
async def open_filling(desk: Desk, call: Call, filling_id: str) -> AsyncIterator[Open]:
    """The tapped one, in its own unit of work. Refused: FillingOver, NotYours, and what refuses
    a file of the seat."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        filling = await uow.fillings.get(int(filling_id))
        if filling is None:
            raise FillingOver
        if filling.person_id != call.person.id:
            raise await not_yours(uow, call.person.id, filling.person_id)
        yield await opened(uow, desk, call, filling)


async def opened(uow: UnitOfWork, desk: Desk, call: Call, seen: Filling) -> Open:
    """The run is locked first, so that the filling is read as the act before left it."""
    if not seen.is_open:
        raise FillingOver
    work, run = await on_run(uow, desk, call, str(seen.run_id))
    acting_seat(work, run, seen.seat)
    filling = await uow.fillings.get(seen.id)
    if filling is None or not filling.is_open:
        raise FillingOver
    return Open(work, run, filling)


def acting_seat(work: Work, run: Run, seat_key: str) -> Seat:
    """The seat that who calls fills in for. Refused as a file of it would be."""
    seat = work.acting(Act.FILL_IN, run.sop, (seat_key,))
    kind = workbook_kind(run, seat)
    if kind is None or not asked_of(run, seat):
        raise KindNotOwed(
            texts.WORKBOOK, seat.title, tuple(k.code for k in run.kinds_owed_by(seat))
        )
    filing.check_taking(run, seat, kind.code)
    return seat


async def note(work: Work, run: Run, filling: Filling, verb: str) -> None:
    by = work.person_id if work.call is not None else None
    fact = Fact(verb, work.now, by, filling.seat, {"pengisi": filling.person_id})
    await work.record(run.id, [fact])
