"""`himpun doctor`: what of each office is past its retention (JRA); nothing is deleted by it."""

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from datetime import date, datetime

from bot.ports import Store, UnitOfWork
from bot.rules.destroying import files_of
from bot.rules.file_claims import own_files, own_kind
from bot.rules.people import Office
from bot.rules.retention import OF_FILES, Overdue, RetentionNote, overdue, year_at
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
            own = [one async for one in own_past(uow, office, works, works.today(now))]
            lines += lines_of(office, notes, past, own) if notes else [texts.unset(office)]
    return lines


async def own_past(
    uow: UnitOfWork, office: Office, works: WorksBy, today: date
) -> AsyncIterator[Line]:
    """The office's own files, of which no run tells: no command destroys them."""
    zone = works.calendar.zone if works.calendar else works.zone
    recorded = [fact for fact, _ in await uow.facts.of_office(office.id)]
    files = {digest: fact for fact, digest in own_files(recorded)}
    of_runs = {fact.detail["sidik"] for run, _, fact in await uow.facts.naming(files) if run}
    own = [
        (own_kind(fact), year_at(fact.at, zone))
        for digest, fact in files.items()
        if digest not in of_runs
    ]
    for note in works.settings.retention:
        years = [year for kind, year in own if kind == note.kind and note.over_since(year) <= today]
        if years:
            yield texts.past_own(office, note.kind, len(years), min(years))


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
    office: Office,
    notes: Sequence[RetentionNote],
    past: Sequence[Overdue],
    of_office: Sequence[Line],
) -> Iterator[Line]:
    assumed = [note.kind for note in notes if note.assumed]
    if assumed:
        yield texts.assumed(office, assumed)
    for note in notes:
        own = [one for one in past if one.note == note]
        if own:
            yield texts.past(office, own)
    yield from of_office
    if not (past or of_office):
        yield texts.nothing_past(office)
