"""Rings whenever something changed, so that nobody needs to poll."""

import asyncio
from time import monotonic


class Bell:
    def __init__(self) -> None:
        self._listeners: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        listeners, self._listeners = self._listeners, set()
        for listener in listeners:
            if not listener.done():
                listener.set_result(None)

    async def rung(self, seconds: float) -> bool:
        """True when it rang within `seconds`, False when they passed in silence."""
        if seconds <= 0:
            return False
        listener = asyncio.get_running_loop().create_future()
        self._listeners.add(listener)
        try:
            # Not wait_for: until Python 3.12 it swallows a cancellation that meets a ring.
            await asyncio.wait({listener}, timeout=seconds)
        finally:
            self._listeners.discard(listener)
        return listener.done()


class Countdown:
    """Real seconds left, however often one asks."""

    def __init__(self, seconds: float) -> None:
        self._end = monotonic() + seconds

    @property
    def left(self) -> float:
        return max(0.0, self._end - monotonic())
