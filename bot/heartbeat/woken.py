"""A task that waits until it is rung."""

import asyncio
from contextlib import suppress

LONGEST_PAUSE = 30.0  # seconds; monotonic, so that a clock set back delays nothing for long


class Woken:
    """Rung twice, it wakes once; stopped, it ends after what is in hand."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()
        self._stopping = False

    def ring(self) -> None:
        """Something changed: look again."""
        self._rung.set()

    def stop(self) -> None:
        self._stopping = True
        self._rung.set()

    async def _heard(self, at_most: float) -> None:
        """Returns when rung, or after so many seconds of monotonic time."""
        with suppress(TimeoutError):
            # not wait_for, which in 3.11 can swallow a cancellation
            async with asyncio.timeout(at_most):
                await self._rung.wait()
        self._rung.clear()
