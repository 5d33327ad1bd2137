"""[Isi lewat chat]: a seat's workbook is filled in by answering questions."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from bot.ports import UnitOfWork
from bot.rules import filing
from bot.rules import filling as rules
from bot.rules.acts import Act
from bot.rules.errors import FillingOver, KindNotOwed, NotYours, QuestionGone
from bot.rules.fillable import asked_of, standing_form, workbook_kind
from bot.rules.filling import Answer, Asks, Filling, FillingState, Give, asks_of
from bot.rules.filling_answers import answers_of, read_answer
from bot.rules.run import Fact, Run
from bot.rules.sop import Seat
from bot.texts import filling as texts
from bot.texts import filling_ends, notices
from bot.usecases.desk import Call, Desk
from bot.usecases.filling_cards import row_of, show_below, show_filling, show_instead
from bot.usecases.work import Work, meet, on_run, run_work


@dataclass(frozen=True, slots=True)
class Open:
    """A filling that may go on, with its run locked."""

    work: Work
    run: Run
    filling: Filling

    @property
    def asks(self) -> Asks:
        return asks_of(asked_of(self.run, self.run.sop.seat(self.filling.seat)))


async def fill_in(desk: Desk, call: Call, run_id: str, seat_key: str) -> str:
    """Begin, or go on where it stopped; the question stands below all that was said since."""
    async with run_work(desk, call, run_id) as (work, run):
        seat = acting_seat(work, run, seat_key)
        mine = await work.uow.fillings.open_for(work.person_id)
        begun = [f for f in mine if (f.run_id, f.seat) == (run.id, seat.key)]
        if begun:
            going_on = await show_below(work, run, begun[0], texts.moved_below())
            await work.uow.fillings.save(replace(going_on, asked_at=work.now))
        else:
            await show_filling(work, run, await begin(work, run, seat))
    return "" if call.private else notices.asked_privately()


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


async def begin(work: Work, run: Run, seat: Seat) -> Filling:
    """From the values that stand, where some do."""
    rows = asked_of(run, seat)
    asks, stands = asks_of(rows), standing_form(run, seat)
    answers = answers_of(stands, rows, asks) if stands is not None else ()
    new = Filling(0, run.id, seat.key, work.person_id, work.now)
    filling = await work.uow.fillings.add(rules.begun(new, asks, answers))
    await note(work, run, filling, "pengisian lewat chat dimulai")
    return filling


async def note(work: Work, run: Run, filling: Filling, verb: str) -> None:
    by = work.person_id if work.call is not None else None
    fact = Fact(verb, work.now, by, filling.seat, {"pengisi": filling.person_id})
    await work.uow.facts.add(work.office.id, run.id, [fact])


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
            whose = await uow.people.get(filling.person_id)
            raise NotYours((whose.name if whose else "",))
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


async def tap_filling(desk: Desk, call: Call, filling_id: str, word: str, what: str) -> str:
    """A button of a question, where it is still the one that is asked, or of the look-over."""
    async with open_filling(desk, call, filling_id) as now:
        move = move_of(now.filling, now.asks, word, what)
        after = replace(rules.moved(now.filling, now.asks, move), asked_at=call.at)
        await now.work.uow.fillings.save(after)
        await show_filling(now.work, now.run, after)
    return texts.now_asked(after, now.asks)


def move_of(filling: Filling, asks: Asks, word: str, what: str) -> rules.Move:
    if word == texts.RESUME:
        return rules.Resume()
    if word == texts.CORRECT and what.isdecimal():
        return rules.Correct(int(what))
    ask = rules.asked(filling, asks)
    if ask is None or ask.key != what:
        raise QuestionGone
    moves: dict[str, rules.Move] = {
        texts.SKIP: rules.Skip(),
        texts.BACK: rules.Back(),
        texts.LOOK_OVER: rules.LookOver(),
    }
    if word == texts.NO_DATA and ask.is_figure:
        return Give(Answer(ask))
    if word not in moves:
        raise QuestionGone
    return moves[word]


async def take_answer(uow: UnitOfWork, desk: Desk, call: Call, seen: Filling, text: str) -> None:
    """A plain text answers the question that is asked now. Refused as read_answer refuses."""
    now = await opened(uow, desk, call, seen)
    ask = rules.asked(now.filling, now.asks)
    if ask is None or (now.filling.question, now.filling.turn) != (seen.question, seen.turn):
        raise QuestionGone
    given = read_answer(ask, text)
    row = row_of(asked_of(now.run, now.run.sop.seat(now.filling.seat)), ask)
    after = replace(rules.moved(now.filling, now.asks, Give(given)), asked_at=call.at)
    shown = await show_below(now.work, now.run, after, texts.recorded(row, given))
    await uow.fillings.save(shown)


async def drop_filling(desk: Desk, call: Call, filling_id: str) -> str:
    """[Urungkan]: nothing is sent."""
    async with open_filling(desk, call, filling_id) as now:
        over = replace(now.filling, state=FillingState.DROPPED)
        await now.work.uow.fillings.save(over)
        await note(now.work, now.run, over, "pengisian lewat chat diurungkan")
        await show_instead(now.work, over, filling_ends.dropped())
    return notices.recorded()
