from datetime import datetime, timedelta

from bot.rules.people import Claim, ClaimState, Office, Person
from storage.unit_of_work import SqlStore

ANI = Person(1, "Ani")


async def test_asking_twice_is_one_claim_until_it_is_settled(
    store: SqlStore, office: Office, now: datetime
) -> None:
    later = now + timedelta(hours=1)
    async with store.work() as unit:
        await unit.people.seen(ANI)
        first = await unit.claims.ask(office.id, "irban-1", ANI.id, now)
        assert first == Claim(first.id, office.id, "irban-1", ANI, now)
        assert await unit.claims.ask(office.id, "irban-1", ANI.id, later) == first
        await unit.claims.settle(first.id, ClaimState.REFUSED)
        again = await unit.claims.ask(office.id, "irban-1", ANI.id, later)
    assert again.id != first.id
    async with store.look() as unit:
        refused = await unit.claims.get(first.id)
    assert refused is not None
    assert refused.state == ClaimState.REFUSED
