"""OWNER_ID hears of a fault once an hour, and a broken store silences nobody else."""

from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest

from bot.ports import Store
from bot.usecases.desk import Desk
from bot.usecases.tell_owner import report_fault

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
OWNER = 77


class Owned:
    """The part of the desk that a report needs."""

    def __init__(self, store: Store, owner: int | None = OWNER) -> None:
        self.store = store
        self.owner = owner


def desk(store: Any, owner: int | None = OWNER) -> Desk:
    return cast(Desk, Owned(store, owner))


async def told(store: Store, now: datetime) -> list[str]:
    async with store.work() as uow:
        errands = await uow.errands.due(now, ())
        for errand in errands:
            await uow.errands.done(errand.id, now, 1)
    return [errand.message.text for errand in errands if errand.message]


async def test_a_fault_is_told_once_an_hour(store: Store) -> None:
    for minute in range(5):
        await report_fault(desk(store), NOW + timedelta(minutes=minute), OSError(), "limits")
    assert len(await told(store, NOW)) == 1
    assert await told(store, NOW) == []
    await report_fault(desk(store), NOW + timedelta(hours=1), OSError(), "limits")
    assert len(await told(store, NOW + timedelta(hours=1))) == 1


async def test_another_fault_is_told_beside_it(store: Store) -> None:
    await report_fault(desk(store), NOW, OSError(), "limits")
    await report_fault(desk(store), NOW, ValueError(), "limits")
    assert any("OSError" in text for text in await told(store, NOW))
    assert any("ValueError" in text for text in await told(store, NOW))


async def test_what_a_fault_says_is_never_told(store: Store) -> None:
    await report_fault(desk(store), NOW, ValueError("isi temuan"), "limits")
    assert not any("temuan" in text for text in await told(store, NOW))


async def test_without_an_owner_nobody_is_told(store: Store) -> None:
    await report_fault(desk(store, None), NOW, OSError(), "limits")
    assert await told(store, NOW) == []


async def test_a_store_that_fails_is_logged_and_raises_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    await report_fault(desk(None), NOW, OSError(), "limits")
    assert "the owner could not be told" in caplog.text
