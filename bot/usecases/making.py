"""Papers are made while nobody waits: the one writer (SQLite) is not held for them."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from typing import Any

from bot.papers.own_templates import in_use
from bot.papers.typeset import TypesetFault
from bot.ports import Cabinet

Make = Callable[[], bytes]
NOT_MADE = ""  # the digest in a unit of work that is not kept
MOST_KNOWN = 1024


class PapersLacking(Exception):
    """Nothing of the unit of work is kept: its papers are to be made first."""


@dataclass(slots=True)
class Making:
    """The papers of one piece of work, each by the print of what it is made of.

    `known` are the digests of those made lately, by anybody, and `faults` why one could not be set.
    Those that a unit of work lacks are only noted while it is open.
    """

    cabinet: Cabinet
    known: dict[str, str]
    faults: dict[str, TypesetFault] = field(default_factory=dict)
    lacking: dict[str, Make] = field(default_factory=dict)
    noting: bool = False

    async def digest(self, make: Callable[..., bytes], given: tuple[Any, ...], of: Any) -> str:
        """Raises TypesetFault."""
        known_by = await asyncio.to_thread(print_of, make, of)
        if known_by in self.faults:
            raise self.faults[known_by]
        if known_by in self.known:
            return self.known[known_by]
        if self.noting:
            self.lacking[known_by] = partial(make, *given)
            return NOT_MADE
        return await self.keep(known_by, partial(make, *given))

    async def make_lacking(self) -> None:
        for known_by, make in self.lacking.items():
            try:
                await self.keep(known_by, make)
            except TypesetFault as fault:
                self.faults[known_by] = fault
        self.lacking.clear()

    async def keep(self, known_by: str, make: Make) -> str:
        digest = await self.cabinet.keep(await asyncio.to_thread(make))
        self.known[known_by] = digest
        while len(self.known) > MOST_KNOWN:
            del self.known[next(iter(self.known))]
        return digest


def print_of(make: Callable[..., bytes], of: Any) -> str:
    """Values alone go in, whose repr tells all of them; and by which templates it is set."""
    return sha256(repr((make, of, in_use().fingerprint)).encode()).hexdigest()
