from dataclasses import replace
from datetime import datetime, timedelta

from bot.rules.approvals import Approval, ApprovalState
from bot.rules.run import Run
from bot.rules.sop import ApprovalAct
from storage.unit_of_work import SqlStore

RECAP = "a1" * 32


async def approved(store: SqlStore, run: Run, at: datetime) -> tuple[Approval, ...]:
    """The first of two is asked and looked at again at that moment."""
    first = Approval(1, 1, "sekretaris", ApprovalAct.INITIAL, RECAP)
    second = Approval(1, 2, "kepala", ApprovalAct.APPROVE, RECAP)
    asked = replace(first, state=ApprovalState.ASKED, asked_at=at, look_again_at=at)
    async with store.work() as unit:
        kept = await unit.runs.get(run.id)
        assert kept is not None
        await unit.runs.save(replace(kept, recap=RECAP, approvals=(asked, second)))
    return asked, second


async def test_approvals_come_back_with_their_run_in_their_order(
    store: SqlStore, run: Run, now: datetime
) -> None:
    asked, second = await approved(store, run, now)
    given = replace(
        asked,
        state=ApprovalState.GIVEN,
        look_again_at=None,
        decided_at=now,
        decided_by=2**51,
        name="Sari",
        done_as="Plh.",
        on_behalf="Budi",
    )
    async with store.work() as unit:
        kept = await unit.runs.get(run.id)
        assert kept is not None
        assert (kept.recap, kept.approvals) == (RECAP, (asked, second))
        again = replace(second, turn=2, place=1)
        await unit.runs.save(replace(kept, approvals=(given, second, again)))
    async with store.look() as unit:
        found = await unit.runs.get(run.id)
    assert found is not None
    assert found.approvals == (given, second, again)


async def test_only_what_is_asked_and_due_is_looked_at(
    store: SqlStore, run: Run, now: datetime
) -> None:
    await approved(store, run, now)
    async with store.look() as unit:
        assert await unit.approvals.due(now) == (run.id,)
        assert await unit.approvals.due(now - timedelta(seconds=1)) == ()
        assert await unit.approvals.next_look() == now
        assert await unit.approvals.asked_in(run.office_id) == (run.id,)
        assert await unit.approvals.asked_in(run.office_id + 1) == ()


async def test_an_office_that_removed_the_bot_is_reminded_of_nothing(
    store: SqlStore, run: Run, now: datetime
) -> None:
    await approved(store, run, now)
    async with store.work() as unit:
        office = await unit.offices.get(run.office_id)
        assert office is not None
        await unit.offices.save(replace(office, active=False))
        assert await unit.approvals.due(now) == ()
        assert await unit.approvals.next_look() is None
