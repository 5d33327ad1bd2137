"""`himpun doctor`: what of each office is past its retention (JRA); nothing is deleted by it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime

from bot.ports import Store, UnitOfWork
from bot.rules.destroying import files_of
from bot.rules.people import Office
from bot.rules.retention import OF_FILES, Overdue, RetentionNote, overdue
from bot.texts import retention as texts
from bot.texts.examination import Line
from bot.usecases.examine_offices import WorksBy


async def examine_retention(
    store: Store, works_by: Callable[[Office], WorksBy], now: datetime
) -> list[Line]:
    """Of each office one line a kind of record; files that were destroyed are not told again."""
    lines: list[Line] = []
    async with store.look() as uow:
        for office in await uow.offices.all():
            works = works_by(office)
            past = await past_in(uow, office, works, works.today(now))
            notes = works.settings.retention
            lines += lines_of(office, notes, past) if notes else [texts.unset(office)]
    return lines


async def past_in(uow: UnitOfWork, office: Office, works: WorksBy, today: date) -> list[Overdue]:
    zone = works.calendar.zone if works.calendar else works.zone
    runs = await uow.runs.of_office(office.id)
    found = overdue(runs, works.settings.retention, zone, today)
    return [one for one in found if await stands(uow, one)]


async def stands(uow: UnitOfWork, one: Overdue) -> bool:
    if one.note.kind not in OF_FILES:
        return True
    facts = [fact for fact, _ in await uow.facts.of_run(one.run.id)]
    return bool(files_of(one.run, facts, one.note.kind))


def lines_of(
    office: Office, notes: Sequence[RetentionNote], past: Sequence[Overdue]
) -> Iterator[Line]:
    assumed = [note.kind for note in notes if note.assumed]
    if assumed:
        yield texts.assumed(office, assumed)
    for note in notes:
        own = [one for one in past if one.note == note]
        if own:
            yield texts.past(office, own)
    if not past:
        yield texts.nothing_past(office)
