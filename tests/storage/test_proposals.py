from dataclasses import replace
from datetime import datetime, timedelta

from bot.rules.people import Office
from bot.rules.periods import Period
from bot.rules.proposals import Proposal, ProposalState
from storage.unit_of_work import SqlStore

TW3 = Period("triwulan", 2026, 3)


async def test_a_proposal_put_off_comes_back_when_its_time_has_come(
    store: SqlStore, office: Office, now: datetime
) -> None:
    async with store.work() as unit:
        new = await unit.proposals.add(Proposal(0, office.id, TW3, ProposalState.ASKED))
        assert await unit.proposals.due(now) == ()
        later = replace(new, state=ProposalState.PUT_OFF, put_offs=1, again_at=now)
        await unit.proposals.save(later)
    async with store.look() as unit:
        assert await unit.proposals.due(now - timedelta(seconds=1)) == ()
        assert await unit.proposals.due(now) == (later,)
        assert await unit.proposals.get(new.id) == later
        assert await unit.proposals.of(office.id, TW3) == later
        assert await unit.proposals.of(office.id, TW3.previous()) is None
        assert await unit.proposals.made({TW3, TW3.previous()}) == {(office.id, TW3)}
        assert await unit.proposals.made({TW3.previous()}) == frozenset()
