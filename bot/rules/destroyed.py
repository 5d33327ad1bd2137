"""Files that were destroyed by retention: their facts and hashes stay, and tell when and why."""

from collections.abc import Iterable, Iterator

from bot.rules.run import Fact

DESTROYED = "berkas dimusnahkan"


def destroyed_in(facts: Iterable[Fact]) -> dict[str, Fact]:
    """By the file's SHA-256, of one chain: the fact that it was destroyed, unless it was kept
    again afterwards."""
    last = {digest: fact for fact in facts if (digest := fact.detail.get("sidik"))}
    return {digest: fact for digest, fact in last.items() if fact.verb == DESTROYED}


def standing_in(facts: Iterable[Fact]) -> Iterator[tuple[int, Fact, str]]:
    """Each fact that names a file which must be there: its place, itself, the file's SHA-256."""
    chain = list(facts)
    gone = destroyed_in(chain)
    for place, fact in enumerate(chain, start=1):
        digest = fact.detail.get("sidik")
        if digest and digest not in gone and fact.verb != DESTROYED:
            yield place, fact, digest
