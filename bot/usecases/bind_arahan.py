"""An arahan comes to a run, or back from one that was cancelled before its order."""

from bot.rules import disposing
from bot.rules.dispositions import Disposition
from bot.rules.run import Fact, Run
from bot.usecases.arahan_cards import show_given, show_received
from bot.usecases.giving import giving_of
from bot.usecases.work import Work


async def bind(work: Work, run: Run, arahan: Disposition, seat: str) -> Disposition:
    """From the seat that orders. The first one before the order is what the order stands on; every
    other is added to the run's sheet."""
    kept = await work.uow.dispositions.of_run(run.id)
    first = disposing.sheet_of(kept) is None and disposing.waits_for_order(run)
    bound = (disposing.prepared if first else disposing.joined)(arahan, run)
    await work.uow.dispositions.save(bound)
    verb = "arahan disertakan" if first else "arahan susulan dicatat"
    detail = await told(work, bound)
    await work.record(run.id, [Fact(verb, work.now, work.person_id, seat, detail)])
    await show_given(work, bound)
    return bound


async def bind_next(work: Work, run: Run, seat: str) -> None:
    """The sheet's arahan was withdrawn, from this seat: the order stands on the one after it."""
    following = disposing.next_sheet(await work.uow.dispositions.of_run(run.id))
    if following is not None:
        await work.uow.dispositions.save(following)
        detail = await told(work, following)
        fact = Fact("arahan disertakan", work.now, work.person_id, seat, detail)
        await work.record(run.id, [fact])
        await show_given(work, following)


async def told(work: Work, arahan: Disposition) -> dict[str, object]:
    """What a run's own chain says of it; its scan is told by its hash."""
    giving = await giving_of(work, arahan)
    detail: dict[str, object] = {"agenda": arahan.agenda, "dari": giving.named}
    detail |= {"arahan": arahan.instruction, "sifat": arahan.nature.value}
    return detail | letter_facts(arahan)


def letter_facts(arahan: Disposition) -> dict[str, object]:
    if arahan.letter is None:
        return {}
    return {"nama": arahan.letter.name, "sidik": arahan.letter.digest}


async def release(work: Work, run: Run) -> None:
    """The run was cancelled before its order: each arahan waits for a period again."""
    for free in disposing.released(await work.uow.dispositions.of_run(run.id)):
        await work.uow.dispositions.save(free)
        person = work.call.person.id if work.call else None
        fact = Fact("arahan menunggu kembali", work.now, person, detail={"agenda": free.agenda})
        await work.record(run.id, [fact])
        await show_given(work, free)
        await show_received(work, free)
