"""`python reading_apart.py KIND FILE`: reads a file as the bot does, and says what that cost.

In a process of its own, since the memory of the children of a process is known as one figure only.
Seconds are the processor's: how long that takes on the wall is a matter of what else runs here.
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
    busy, stood = [0.0], [0.0]
    async with asyncio.TaskGroup() as group:
        reading = group.create_task(read_outside(kind, data))
        while not reading.done():
            at, worked = time.monotonic(), time.process_time()
            await asyncio.sleep(TICK)
            busy.append(time.process_time() - worked)
            stood.append(time.monotonic() - at - TICK)
    child = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "answer": type(reading.result()).__name__,
        "seconds": child.ru_utime + child.ru_stime,
        "busy": max(busy),
        "stood": max(stood),
        "memory": child.ru_maxrss * 1024,
    }


kind, path = sys.argv[1:]
sys.stdout.write(json.dumps(asyncio.run(timed(kind, Path(path).read_bytes()))))
