from collections.abc import Callable
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from bot.rules.approvals import Approval
from bot.rules.people import Office
from bot.rules.periods import Period
from bot.rules.run import Document, DocumentState, Duty, DutyState, Run, RunState, Task
from bot.rules.sop_faults import SopFaults
from bot.rules.sop_file import parse_sop
from storage.faults import NothingVanishes, NotLoadedHere
from storage.tables import approvals, documents, duties, runs
from storage.unit_of_work import SqlStore


async def kept(store: SqlStore, run_id: int) -> Run:
    async with store.look() as unit:
        found = await unit.runs.get(run_id)
    assert found is not None
    return found


async def test_a_run_comes_back_as_it_was_kept(store: SqlStore, new_run: Run, run: Run) -> None:
    first, second = run.documents
    assert 0 < first.id < second.id
    blank = (replace(first, id=0), replace(second, id=0))
    assert replace(run, id=0, documents=blank) == new_run
    assert await kept(store, run.id) == run


async def test_a_run_comes_back_though_its_sop_would_be_refused_today(
    store: SqlStore, new_run: Run
) -> None:
    source = new_run.sop.source.replace('sebutan = "Penyusun"', f'sebutan = "{"P" * 99}"')
    with pytest.raises(SopFaults):
        parse_sop(source)
    async with store.work() as unit:
        old = await unit.runs.add(replace(new_run, sop=replace(new_run.sop, source=source)))
    assert (await kept(store, old.id)).sop.role("penyusun").short == "P" * 99


@pytest.mark.parametrize(
    ("value", "table"), [(Run, runs), (Duty, duties), (Document, documents), (Approval, approvals)]
)
def test_every_field_has_its_column(value: Any, table: sa.Table) -> None:
    apart = {"duties", "documents", "approvals"} if value is Run else set()
    assert {f.name for f in fields(value)} - apart <= {column.name for column in table.c}


async def test_a_changed_run_comes_back_changed(store: SqlStore, run: Run) -> None:
    duty, document = run.duties[0], run.documents[0]
    at = run.opened_at + timedelta(minutes=1)
    async with store.work() as unit:
        loaded = await unit.runs.get(run.id)
        assert loaded is not None
        done = replace(duty, state=DutyState.DONE, look_again_at=None, done_at=at, plea="libur")
        changed = loaded.with_duty(done).with_document(
            replace(document, state=DocumentState.ACCEPTED, decided_at=at, decided_by=9)
        )
        more = Document(0, "irban-2", "LHP", DocumentState.RECEIVED, at, 8, replaces=document.id)
        changed = replace(changed, remarks="baik", documents=(*changed.documents, more))
        saved = await unit.runs.save(changed)
        again = await unit.runs.save(replace(saved, step=5))
    assert saved.documents[-1].id > document.id
    assert await kept(store, run.id) == again == replace(saved, step=5)


async def test_only_changed_rows_are_written(store: SqlStore, run: Run, written: list[str]) -> None:
    async with store.work() as unit:
        loaded = await unit.runs.get(run.id)
        assert loaded is not None
        await unit.runs.save(loaded)
        assert written == []
        await unit.runs.save(loaded.with_duty(replace(loaded.duties[1], rung=2)))
    assert len(written) == 1
    assert "duties" in written[0]


@pytest.fixture
def written(store: SqlStore) -> Any:
    """The statements that change a run, as they are sent."""
    seen: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith(("INSERT", "UPDATE", "DELETE")):
            seen.append(statement)

    engine = store._writer.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


def without_a_duty(run: Run) -> Run:
    return replace(run, duties=run.duties[1:])


def without_a_document(run: Run) -> Run:
    return replace(run, documents=run.documents[:1])


@pytest.mark.parametrize("lose", [without_a_duty, without_a_document])
async def test_nothing_vanishes_from_a_run(
    store: SqlStore, run: Run, lose: Callable[[Run], Run]
) -> None:
    with pytest.raises(NothingVanishes):
        async with store.work() as unit:
            loaded = await unit.runs.get(run.id)
            assert loaded is not None
            await unit.runs.save(lose(replace(loaded, step=6)))
    assert await kept(store, run.id) == run


async def test_a_run_read_elsewhere_is_not_saved(store: SqlStore, run: Run) -> None:
    with pytest.raises(NotLoadedHere):
        async with store.work() as unit:
            await unit.runs.save(replace(run, step=5))


async def test_a_period_has_one_run_that_is_not_cancelled(
    store: SqlStore, run: Run, new_run: Run, office: Office
) -> None:
    with pytest.raises(IntegrityError):
        async with store.work() as unit:
            await unit.runs.add(new_run)
    async with store.work() as unit:
        loaded = await unit.runs.get(run.id)
        assert loaded is not None
        await unit.runs.save(replace(loaded, state=RunState.CANCELLED))
        assert await unit.runs.of_period(office.id, run.period) is None
        second = await unit.runs.add(new_run)
    async with store.look() as unit:
        assert await unit.runs.of_period(office.id, run.period) == second
        assert [r.id for r in await unit.runs.of_office(office.id)] == [second.id, run.id]
        assert await unit.runs.open_in(office.id) == (second,)


async def test_a_run_is_due_from_the_instant_it_is_to_be_looked_at(
    store: SqlStore, run: Run
) -> None:
    look = run.opened_at
    async with store.work() as unit:
        assert await unit.runs.next_look() == look
        assert await unit.runs.due(look - timedelta(microseconds=1)) == ()
        assert await unit.runs.due(look) == (run.id,)
        loaded = await unit.runs.get(run.id)
        assert loaded is not None
        await unit.runs.save(replace(loaded, state=RunState.CLOSED))
        assert await unit.runs.due(look) == ()
        assert await unit.runs.next_look() is None


async def test_the_runs_of_an_office_that_removed_the_bot_are_not_due_until_it_is_back(
    store: SqlStore, run: Run, office: Office
) -> None:
    async with store.work() as unit:
        await unit.offices.save(replace(office, active=False))
        assert await unit.runs.due(run.opened_at) == ()
        assert await unit.runs.next_look() is None
        await unit.offices.save(office)
        assert await unit.runs.due(run.opened_at) == (run.id,)
        assert await unit.runs.next_look() == run.opened_at


async def test_looking_costs_what_is_due_not_what_is_open(
    store: SqlStore, run: Run, new_run: Run
) -> None:
    soon = replace(new_run, duties=(), documents=(), period=Period("bulan", 2026, 10))
    task = Task.COLLECT
    later = Duty(4, task, "kasubbag-umum", 480, DutyState.OPEN, look_again_at=None)
    async with store.work() as unit:
        await unit.runs.add(replace(soon, duties=(later,)))
        assert await unit.runs.due(run.opened_at + timedelta(days=9)) == (run.id,)
