"""`python reading_apart.py KIND FILE`: reads a file as the bot does, and says what that cost.

In a process of its own, since the memory of the children of a process is known as one figure only.
"""

import asyncio
import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

from bot.papers.child import read_outside

TICK = 0.01  # seconds


async def timed(kind: Any, data: bytes) -> dict[str, Any]:
    lags, begun = [0.0], time.monotonic()
    async with asyncio.TaskGroup() as group:
        reading = group.create_task(read_outside(kind, data))
        while not reading.done():
            at = time.monotonic()
            await asyncio.sleep(TICK)
            lags.append(time.monotonic() - at - TICK)
    return {
        "answer": type(reading.result()).__name__,
        "seconds": time.monotonic() - begun,
        "lag": max(lags),
        "memory": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024,
    }


kind, path = sys.argv[1:]
sys.stdout.write(json.dumps(asyncio.run(timed(kind, Path(path).read_bytes()))))
