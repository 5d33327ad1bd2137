"""Files from outside are read in a throw-away child process, so that none can stop the bot."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, overload
from weakref import WeakKeyDictionary

import bot
from bot.papers.answers import Answer, question, unpacked
from bot.papers.gate import MAX_BYTES
from bot.rules.form_faults import FormFault, FormFaults
from bot.rules.forms import FilledForm, ReadFormat
from bot.rules.kinds import Damaged, EmptyFile, TimedOut, TooLarge, UnreadableFile
from bot.rules.printed import FoundCodes

# Seconds. What a file may cost is counted in the child, by the processor (reading_child); this ends
# one that hangs, and does not refuse a sound file where the machine is busy.
WALL = 60.0
AT_ONCE = 2  # children; an album of ten must not take the machine
ROOT = Path(bot.__file__).parents[1]

Reading = Literal["filled", "format", "first_page", "marked", "codes", "logo"]
_places: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()


@overload
async def read_outside(
    kind: Literal["filled"], data: bytes, *, wall: float = WALL
) -> FilledForm | FormFaults | UnreadableFile: ...
@overload
async def read_outside(
    kind: Literal["format"], data: bytes, *, wall: float = WALL
) -> ReadFormat | FormFaults | UnreadableFile: ...
@overload
async def read_outside(
    kind: Literal["first_page"], data: bytes, *, wall: float = WALL
) -> str | UnreadableFile: ...
@overload
async def read_outside(
    kind: Literal["codes"], data: bytes, *, wall: float = WALL
) -> FoundCodes | UnreadableFile: ...
@overload
async def read_outside(
    kind: Literal["logo"], data: bytes, *, wall: float = WALL
) -> bytes | UnreadableFile: ...
@overload
async def read_outside(
    kind: Literal["marked"], data: bytes, *, faults: Sequence[FormFault], wall: float = WALL
) -> bytes | UnreadableFile: ...
async def read_outside(
    kind: Reading, data: bytes, *, faults: Sequence[FormFault] = (), wall: float = WALL
) -> Answer:
    """What the file says, or why it cannot be read; within `wall` seconds of its turn.

    "marked" gives the workbook again, with these `faults` marked in it.
    """
    if not data:
        return EmptyFile()
    if len(data) > MAX_BYTES:
        return TooLarge()
    loop = asyncio.get_running_loop()
    async with _places.setdefault(loop, asyncio.Semaphore(AT_ONCE)):
        return await _asked(kind, question(data, faults), wall)


async def _asked(kind: Reading, data: bytes, wall: float) -> Answer:
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.papers.reading_child",
        kind,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,  # a traceback could quote the file
        cwd=ROOT,
        env={},  # our environment holds the token
    )
    try:
        async with asyncio.timeout(wall):
            said, _ = await child.communicate(data)
    except TimeoutError:
        return TimedOut()
    finally:
        await _ended(child)
    return _answer(child.returncode, said)


async def _ended(child: asyncio.subprocess.Process) -> None:
    if child.returncode is None:
        child.kill()
        await child.communicate()


def _answer(code: int | None, said: bytes) -> Answer:
    if code is not None and code < 0:  # a signal: its processor seconds were used up
        return TimedOut()
    try:
        return unpacked(said)
    except (ValueError, KeyError, TypeError):
        return Damaged()
