"""A beat costs what is due, not what is kept: each of its questions finds its rows by an index."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import event

from bot.rules.errands import Errand
from storage.unit_of_work import SqlStore, SqlUnitOfWork

Ask = Callable[[SqlUnitOfWork, datetime, Errand], Awaitable[Any]]
BEAT: list[tuple[Ask, set[str]]] = [
    (lambda unit, now, _: unit.errands.due(now, ()), {"errands_due"}),
    (lambda unit, now, _: unit.errands.next_at(now), {"errands_next"}),
    (lambda unit, *_: unit.errands.unpark(7), {"errands_parked"}),
    (lambda unit, _, board: unit.errands.show(board), {"errands_pending_cards"}),
    (lambda unit, now, _: unit.inbox.waiting(now, ()), {"letters_waiting"}),
    (lambda unit, now, _: unit.inbox.free_numbers(now), {"letters_done"}),
    (lambda unit, now, _: unit.runs.due(now), {"duties_to_look_at"}),
    (lambda unit, *_: unit.runs.next_look(), {"duties_to_look_at"}),
    (lambda unit, now, _: unit.approvals.due(now), {"approvals_to_look_at"}),
    (lambda unit, *_: unit.approvals.next_look(), {"approvals_to_look_at"}),
    (lambda unit, *_: unit.questions.open_for(7), {"open_questions"}),
]
ALL = {"errands", "inbox", "duties", "approvals", "questions"}


@pytest.mark.parametrize(("ask", "indexes"), BEAT)
async def test_a_beat_reads_by_index(
    sqlite_url: str, now: datetime, board: Callable[..., Errand], ask: Ask, indexes: set[str]
) -> None:
    asked: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    async with SqlStore(sqlite_url) as store:
        engine = store._writer.sync_engine
        async with store.work() as unit:
            event.listen(engine, "before_cursor_execute", note)
            await ask(unit, now, board("papan"))
            event.remove(engine, "before_cursor_execute", note)
        plans = []
        async with store._writer.connect() as connection:
            for statement, parameters in asked:
                if statement.startswith(("SELECT", "UPDATE", "DELETE")):
                    rows = await connection.exec_driver_sql(
                        f"EXPLAIN QUERY PLAN {statement}", parameters
                    )
                    plans += [row[-1] for row in rows]
    assert {name for name in indexes for plan in plans if name in plan} == indexes, plans
    scans = {plan for plan in plans if plan.startswith("SCAN") and "USING" not in plan}
    assert not {plan for plan in scans if plan.split()[1] in ALL}, plans
