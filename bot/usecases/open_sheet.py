"""[Perintahkan]: with the order a run has its lembar disposisi, on the arahan that it stands on or
by itself."""

from dataclasses import replace

from bot.rules import disposing, moves
from bot.rules.dispositions import Disposition, DispositionState
from bot.rules.hands import hand_of
from bot.rules.run import Fact, Run
from bot.rules.sop import Seat
from bot.usecases.arahan_cards import show_given
from bot.usecases.settle import settle
from bot.usecases.work import Work


async def order_run(work: Work, run: Run, seat: Seat) -> Run:
    """The run after its order. Refuses as moves.order does; then no number was given."""
    outcome = moves.order(run, seat.key, work.person_id, work.calendar, work.now)
    sheet = await open_sheet(work, run, seat)
    told = {"agenda": sheet.agenda, "arahan": bool(sheet.instruction)}
    fact = Fact("lembar disposisi dibuka", work.now, work.person_id, seat.key, told)
    run = await settle(work, replace(outcome, facts=(fact, *outcome.facts)))
    if sheet.instruction:
        await show_given(work, sheet)
    return run


async def open_sheet(work: Work, run: Run, seat: Seat) -> Disposition:
    """Under the arahan's number where there is one, else under the agenda's next."""
    bound = disposing.sheet_of(await work.uow.dispositions.of_run(run.id))
    if bound is not None:
        sheet = disposing.ordered(bound)
        await work.uow.dispositions.save(sheet)
        return sheet
    hand = hand_of(work.seating, seat.key, work.person_id, work.today)
    new = Disposition(
        0,
        work.office.id,
        work.today.year,
        0,
        DispositionState.ORDERED,
        work.now,
        work.person_id,
        seat.key,
        hand.acting if hand else "",
        run_id=run.id,
    )
    return await work.uow.dispositions.add(new)
