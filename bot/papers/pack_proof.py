"""An evidence pack proved by its own checker, before what it holds is destroyed elsewhere."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from bot.papers import periksa


class PackUnproved(Exception):
    """`faults` are the checker's sentences."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__(faults)
        self.faults = faults


@dataclass(frozen=True, slots=True)
class PackProof:
    """`seal` is the manifest's SHA-256, `digests` are those of every file in it."""

    seal: str
    digests: frozenset[str]


def prove_pack(path: Path) -> PackProof:
    """Reads every byte of it. Raises PackUnproved."""
    _, faults = periksa.checked([str(path)])
    if faults:
        raise PackUnproved(tuple(faults))
    pack = periksa.opened(path)
    told = periksa.read_manifest(pack)
    seal = hashlib.sha256(periksa.whole(pack, periksa.MANIFEST)).hexdigest()
    return PackProof(seal, frozenset(file["sha256"] for file in told["files"]))
