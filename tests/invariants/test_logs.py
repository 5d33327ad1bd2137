"""12 The token, file contents and finding texts never reach a log."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from bot.papers.samples import example_registers
from bot.rehearsal.day import REASON, REMARK, office_day
from bot.rehearsal.papers import BODY
from bot.rehearsal.stage import Stage
from bot.rehearsal.theatre import Play, child_on, telegram_for
from tests.invariants.staging import time_passing

LONG = 12  # letters: shorter words stand in our own lines as well


def finding_texts() -> set[str]:
    """What the registers of the day's workbooks say, in words."""
    cells = [
        str(cell)
        for place in range(4)
        for entries in asdict(example_registers(place)).values()
        for entry in entries
        for cell in entry.values()
    ]
    return {cell for cell in cells if len(cell) >= LONG and " " in cell}


def told(log: Path, secrets: set[str]) -> list[str]:
    lines = log.read_text("utf-8").splitlines()
    return [line[:200] for line in lines for secret in secrets if secret in line]


def scan(stage: Stage, log: Path) -> None:
    token = stage.telegram.bot.token
    secrets = {token, token.split(":")[1], REASON, REMARK, BODY, *finding_texts()}
    assert len(secrets) > 5
    assert told(log, secrets) == []
    for line in log.read_text("utf-8").splitlines():
        assert json.loads(line).keys() >= {"at", "level", "logger", "message"}


@pytest.mark.slow
async def test_invariant_12_a_whole_day_at_debug_tells_no_secret(play: Play) -> None:
    loud = replace(play, log_level="DEBUG")
    async with telegram_for(loud) as stage, child_on(stage, loud) as child:
        stage.patience = 60
        stage.telegram.faults.add("sendMessage", "502", times=2, after=20)
        stage.telegram.faults.add("getFile", "lost", times=2)
        async with time_passing(stage):
            await office_day(stage)
        assert await child.stop() == 0
        scan(stage, child.log)


async def test_invariant_12_faults_at_the_start_tell_no_secret(play: Play) -> None:
    """What goes wrong has the address, and so the token, nearest at hand."""
    loud = replace(play, log_level="DEBUG")
    async with telegram_for(loud) as stage, child_on(stage, loud) as child:
        for kind in ("502", "refuse", "lost"):
            stage.telegram.faults.add("*", kind)
        stage.orderer.start()
        stage.orderer.says(stage.orderer.chat, REASON)
        await stage.telegram.until(lambda: stage.orderer.chat.from_bot, seconds=60)
        assert await child.stop() == 0
        assert "again in" in child.log.read_text("utf-8")
        scan(stage, child.log)
