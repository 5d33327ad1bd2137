"""Ways of doing one thing, timed in turns, so that whatever slows the machine slows them all."""

import gc
import resource
from collections.abc import Callable, Mapping
from types import MappingProxyType

Times = dict[str, list[float]]


def processor_seconds() -> float:
    """Of this process and of its children that have ended, so that neighbours count for nothing."""
    spent = (
        resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return sum(one.ru_utime + one.ru_stime for one in spent)


def nothing() -> None:
    pass


def timed(
    ways: Mapping[str, Callable[[], object]],
    rounds: int,
    before: Mapping[str, Callable[[], object]] = MappingProxyType({}),
) -> Times:
    """Processor seconds of each way in each round, after one that is not counted; what comes
    `before` a way is not counted either."""
    times: Times = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, way in ways.items():
            before.get(name, nothing)()
            gc.collect()
            begun = processor_seconds()
            way()
            if number:
                times[name].append(processor_seconds() - begun)
    return times


def peak() -> float:
    """The most memory that this process has held, in MB (Linux counts in KB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
