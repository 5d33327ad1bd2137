"""Updates in the inbox: nothing comes in twice, and no old number shuts a new update out."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from bot.usecases.keep_updates import keep_updates
from storage.unit_of_work import SqlStore
from tests.bot.usecases.conftest import NOW


@pytest.mark.parametrize(("days", "kept"), [(1, 0), (5, 0), (7, 1)])
async def test_a_number_that_telegram_gives_anew_after_a_quiet_week_is_a_new_update(
    store: SqlStore, days: int, kept: int
) -> None:
    desk: Any = SimpleNamespace(store=store)
    assert await keep_updates(desk, [{"update_id": 7}], NOW) == 1
    async with store.work(7):
        pass
    assert await keep_updates(desk, [{"update_id": 7}], NOW + timedelta(days=days)) == kept
