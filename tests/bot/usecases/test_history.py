"""What earlier runs of the office gathered, read from the store."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from sqlalchemy import event

from bot.rules.calendar import WorkCalendar
from bot.rules.forms import Figure, FilledForm, FormMark, OfficeFormat
from bot.rules.json_form import from_json, to_json
from bot.rules.people import Office, Person
from bot.rules.periods import Period, parse
from bot.rules.run import Document, DocumentState, Run, RunState
from bot.usecases.history import history, last_values
from bot.usecases.recapping import backdrop_of, recap_of
from storage.unit_of_work import SqlStore

Statements = list[str]
Opened = Callable[[Period, tuple[Document, ...]], Awaitable[Run]]
NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
ACCEPTED = DocumentState.ACCEPTED


@pytest.fixture
def statements(store: SqlStore) -> Statements:
    """What is asked of the database by units of work that write."""
    asked: Statements = []

    def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(store._writer.sync_engine, "before_cursor_execute", note)
    return asked


def workbook(run: Run, seat: str, actual: int, state: DocumentState = ACCEPTED) -> Document:
    row = from_json(OfficeFormat, run.form).of(seat)[0]
    form = FilledForm(FormMark(1, run.id, seat, 1), (Figure(row, Decimal(actual)),))
    return Document(0, seat, "DATA", state, NOW, 7, form=to_json(form))


async def closed(
    store: SqlStore, run: Run, *documents: Document, state: RunState = RunState.CLOSED
) -> None:
    """Or open again; the documents come to those that it has."""
    async with store.work() as uow:
        kept = await uow.runs.get(run.id)
        assert kept is not None
        filed = (*kept.documents, *documents)
        await uow.runs.save(replace(kept, state=state, documents=filed, closed_at=NOW))


async def test_only_accepted_workbooks_of_closed_runs_are_history_newest_first(
    store: SqlStore, office: Office, opened: Opened
) -> None:
    spring, july = await opened(parse("2026-TW2"), ()), await opened(parse("2026-07"), ())
    august, september = await opened(parse("2026-08"), ()), await opened(parse("2026-09"), ())
    await closed(store, july, workbook(july, "irban-1", 7))
    waiting = workbook(spring, "irban-2", 4, DocumentState.RECEIVED)
    await closed(store, spring, workbook(spring, "irban-1", 3), waiting)
    await closed(store, august, workbook(august, "irban-1", 8), state=RunState.CANCELLED)
    async with store.look() as uow:
        quarter = await history(uow, office.id, parse("2026-TW3"))
        month = await history(uow, office.id, september.period)
        none = await history(uow, office.id + 1, parse("2026-TW3"))
    assert [period.key for period, _ in quarter] == ["2026-07", "2026-TW2"]
    assert [{seat: f.figures[0].actual for seat, f in forms.items()} for _, forms in quarter] == [
        {"irban-1": 7},
        {"irban-1": 3},
    ]
    assert (month, none) == (quarter, ())


async def test_the_last_values_of_a_run_s_indicators_are_told_by_their_number(
    store: SqlStore, opened: Opened
) -> None:
    spring, summer = await opened(parse("2026-TW2"), ()), await opened(parse("2026-TW3"), ())
    await closed(store, spring, workbook(spring, "irban-1", 3))
    rows = from_json(OfficeFormat, summer.form).of("irban-1")
    async with store.look() as uow:
        found = await last_values(uow, summer, rows)
    assert [(number, last.period.key, last.actual) for number, last in found] == [
        (rows[0].number, "2026-TW2", 3)
    ]


async def test_a_closed_run_s_recap_stays_though_names_and_earlier_runs_change(
    store: SqlStore, opened: Opened, calendar: WorkCalendar
) -> None:
    spring, summer = await opened(parse("2026-TW2"), ()), await opened(parse("2026-TW3"), ())
    await closed(store, spring, workbook(spring, "irban-1", 3))
    await closed(store, summer, workbook(summer, "irban-1", 9))
    async with store.work() as uow:
        await uow.people.seen(Person(7, "Budi"))
        kept = await uow.runs.get(summer.id)
        assert kept is not None
        behind = await backdrop_of(uow, kept)
        bound = await uow.runs.save(replace(kept, recap="a1" * 32, backdrop=behind))
        told = await recap_of(uow, bound, calendar)
    assert [period.key for period, _ in told.background.history] == ["2026-TW2"]
    await closed(store, spring, state=RunState.OPEN)
    async with store.work() as uow:
        await uow.people.seen(Person(7, "Budi Santoso"))
    async with store.look() as uow:
        again = await uow.runs.get(summer.id)
        assert again is not None
        assert await recap_of(uow, again, calendar) == told
        now = await recap_of(uow, replace(again, backdrop=None), calendar)
    assert {document.sender for document in now.documents} == {"Budi Santoso"}
    assert now.background.history == ()


async def test_what_earlier_runs_gathered_is_read_once_in_a_unit_of_work_however_many_they_are(
    store: SqlStore, office: Office, opened: Opened, statements: Statements
) -> None:
    read = []
    for period in ("2026-01", "2026-02", "2026-03"):
        kept = await opened(parse(period), ())
        await closed(store, kept, workbook(kept, "irban-1", 3))
        async with store.work() as uow:
            statements.clear()
            for _seat in range(4):
                assert await history(uow, office.id, parse("2026-TW2"))
            read.append(len(statements))
    assert read == [3, 3, 3]
    assert not [one for one in statements if "duties" in one]
