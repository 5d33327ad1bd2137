"""Work for several offices or runs: one that fails holds up no other."""

from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


async def one_by_one(each: Iterable[T], work: Callable[[T], Awaitable[None]]) -> None:
    """Raises an ExceptionGroup of what failed, after all were tried."""
    faults = []
    for one in each:
        try:
            await work(one)
        except Exception as fault:
            faults.append(fault)
    if faults:
        raise ExceptionGroup("one by one", faults)
