"""Each morning: closed runs whose papers did not come back signed, by a ladder of their own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.rules.acts import Act, roles_that_may
from bot.rules.chasing_hardcopies import Lack, asked_from, lacks, rung
from bot.rules.people import Person
from bot.rules.run import Run
from bot.texts.hardcopy_digests import staff_of
from bot.usecases.work import Work


@dataclass(frozen=True, slots=True)
class Chased:
    """What a run lacks, and who hears it: each with the title that he is addressed by."""

    run: Run
    lacks: tuple[Lack, ...]
    listeners: tuple[tuple[Person, str], ...]


async def chased_today(work: Work) -> tuple[Chased, ...]:
    """Those whose turn has come, noted as told: after days without a digest once. Where nobody can
    be told, the turn waits."""
    found = []
    for run_id, told in await work.uow.hardcopy_watches.waiting(work.office.id):
        run = await work.uow.runs.get(run_id)
        if run is None or not run.sop.hardcopies.kinds:
            await work.uow.hardcopy_watches.over(run_id)
        elif (chased := await chased_of(work, run, told)) is not None:
            found.append(chased)
    return tuple(found)


async def chased_of(work: Work, run: Run, told: int) -> Chased | None:
    since = asked_from(run)
    if since is None:
        return None
    lacking = lacks(run, await work.uow.printed_papers.of_run(run.id))
    if not lacking:
        await work.uow.hardcopy_watches.over(run.id)
        return None
    calendar, listeners = work.calendar, tuple(listening(work, run))
    now_due = rung(run.sop.hardcopies, calendar, calendar.on(since), work.today)
    if now_due <= told or not listeners:
        return None
    await work.uow.hardcopy_watches.told(run.id, now_due)
    return Chased(run, lacking, listeners)


def listening(work: Work, run: Run) -> Iterator[tuple[Person, str]]:
    """Who files hardcopies: of the seat that orders its holder, unless away, and its staff."""
    for seat in run.sop.seats_of(roles_that_may(Act.FILE_HARDCOPY, run.sop)):
        holder = work.holders.get(seat.key)
        if holder is not None and holder.reachable and seat.key not in work.away:
            yield holder, seat.title
        for person in work.seating.staff.get(seat.key, ()):
            if person.reachable:
                yield person, staff_of(seat.title)


def heard_by(person: Person, chased: Sequence[Chased]) -> tuple[str, list[Chased]]:
    """What is the person's to hear, and the title by which he is addressed."""
    own = [(one, title) for one in chased for who, title in one.listeners if who.id == person.id]
    return (own[0][1] if own else ""), [one for one, _ in own]
