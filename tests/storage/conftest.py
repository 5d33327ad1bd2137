"""An office with a run, and errands to it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import bot
from bot.rules.errands import Address, Errand, Service
from bot.rules.messages import Message
from bot.rules.people import Office
from bot.rules.periods import Period
from bot.rules.run import Document, DocumentState, Duty, DutyState, Run, Task
from bot.rules.sop_file import parse_sop
from storage.unit_of_work import SqlStore

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
SOP = parse_sop((Path(bot.__file__).parent / "sops/dpmd_jeneponto.toml").read_text("utf-8"))


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
async def office(store: SqlStore) -> Office:
    async with store.work() as unit:
        return await unit.offices.add(-100, "DPMD", "token", "kalender")


@pytest.fixture
def new_run(office: Office) -> Run:
    """Step 4 as two Irban owe it; nothing of it is kept yet."""
    owed = tuple(
        Duty(4, Task.HAND_IN, seat, 360, DutyState.OPEN, NOW, NOW, 360, NOW, NOW)
        for seat in ("irban-1", "irban-2")
    )
    filed = (
        Document(0, "irban-1", "LHP", DocumentState.RECEIVED, NOW, 7, form={"baris": [1, 2.5]}),
        Document(0, "irban-2", "LHE", DocumentState.RECEIVED, NOW, 8, nihil=True),
    )
    period = Period("triwulan", 2026, 3)
    return Run(0, office.id, period, SOP, NOW, step=4, duties=owed, documents=filed)


@pytest.fixture
async def run(store: SqlStore, new_run: Run) -> Run:
    async with store.work() as unit:
        return await unit.runs.add(new_run)


@pytest.fixture
def say() -> Callable[..., Errand]:
    """A new message to a chat: say("key", chat_id=-100)."""

    def make(key: str, chat_id: int | None = -100, **given: Any) -> Errand:
        to = given.pop("to", Address(chat_id))
        return Errand(0, key, Service.SAY, to, given.pop("not_before", NOW), **given)

    return make


@pytest.fixture
def board() -> Callable[..., Errand]:
    """The board card with this text: board("Papan")."""

    def make(text: str, **given: Any) -> Errand:
        to, when = given.pop("to", Address(-100)), given.pop("not_before", NOW)
        return Errand(0, "", Service.SHOW, to, when, message=Message(text), card="papan", **given)

    return make
