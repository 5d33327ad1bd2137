"""A stage on a miniature of Telegram, without any bot."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.rehearsal.clock import RehearsalClock
from bot.rehearsal.stage import Stage, set_stage
from bot.rehearsal.telegram import Telegram
from bot.rules.calendar import WorkCalendar
from bot.rules.sop import Sop

MONDAY = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)


@pytest.fixture
async def stage(jeneponto: Sop, hours: WorkCalendar) -> AsyncIterator[Stage]:
    clock = RehearsalClock(MONDAY)
    async with Telegram(clock.now) as telegram:
        yield set_stage(telegram, clock, jeneponto, hours)
