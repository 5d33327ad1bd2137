"""Facts linked by hash, so that a changed, missing or reordered line shows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC

from bot.rules.fingerprint import fingerprint
from bot.rules.run import Fact

START = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A fact as it is kept: its place in the chain (from 1) and the hash recorded with it."""

    place: int
    fact: Fact
    recorded: str


def digest(previous: str, office: int, run: int | None, fact: Fact) -> str:
    """SHA-256 (hex) over the hash before and every field of the fact, its instant in UTC."""
    return fingerprint(
        {
            "previous": previous,
            "office": office,
            "run": run,
            "verb": fact.verb,
            "at": fact.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "person": fact.person,
            "seat": fact.seat,
            "detail": dict(fact.detail),
        }
    )


def broken_places(
    office: int, run: int | None, links: Iterable[Link], head: tuple[int, str]
) -> Iterator[int]:
    """Places that are altered, missing or cut off; `head` is how long the chain is and its end."""
    length, end = head
    expected, previous = 1, START
    for link in links:
        yield from range(expected, link.place)
        if digest(previous, office, run, link.fact) != link.recorded:
            yield link.place
        expected, previous = link.place + 1, link.recorded
    yield from range(expected, length + 1)
    if expected > length + 1 or (expected == length + 1 and previous != end):
        yield length  # more facts than the head counts, or another end than it remembers
