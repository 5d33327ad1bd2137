"""Whole scenes through real HTTP: the unchanged product on a miniature Telegram."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.rehearsal.setting_up import set_up
from bot.rehearsal.stage import Stage
from bot.rehearsal.theatre import Play, theatre


@pytest.fixture
def play(tmp_path: Path) -> Play:
    """The shipped SOP on SQLite, on a Monday morning; a test may change it by `replace`."""
    return Play(tmp_path / "data")


@pytest.fixture
async def stage(play: Play) -> AsyncIterator[Stage]:
    """The group with its people; the bot runs but nobody has added it yet."""
    async with theatre(play) as stage:
        yield stage


@pytest.fixture
async def office(stage: Stage) -> Stage:
    """Every seat of the SOP is held."""
    await set_up(stage)
    return stage
