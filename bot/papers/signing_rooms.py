"""Room for wet paraf and signatures on a paper of a run; what was recorded is told under it."""

import math
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from bot.rules.dossier import Dossier
from bot.rules.run import Fact
from bot.rules.sop import Seat
from bot.texts import printed

SIDE_BY_SIDE = 4  # on paper


@dataclass(frozen=True, slots=True)
class Room:
    """For one post. `name` and `nip` are empty where nobody acted yet: then they are written by
    hand; `recorded` tells of the act once there is one. Who signs alone has no box for a paraf."""

    by: str
    post: str
    name: str = ""
    nip: str = ""
    recorded: str = ""
    boxed: bool = True


def acted(of: Dossier, by: str, seat: Seat, fact: Fact, act: str) -> Room:
    """Of who acted for the seat, a substitute as such."""
    hand = of.hand(fact)
    post = f"{hand.acting} {seat.title}".strip()
    told = told_of(act, fact.at, of.zone, hand.on_behalf)
    return Room(by, post, hand.name, of.nip(fact.person), told)


def told_of(act: str, at: datetime | None, zone: str, on_behalf: str = "") -> str:
    """Of an act that was recorded `at` (UTC); who stood in with the holder's name."""
    if at is None:
        return ""
    stead = f" {printed.on_behalf(on_behalf)}" if on_behalf else ""
    return printed.recorded(act, at, zone) + stead


def rooms_data(rooms: Iterable[Room], most: int = SIDE_BY_SIDE) -> dict[str, Any]:
    """For templates/ruang.typ: in even rows, each of so many at `most`."""
    each = [asdict(room) for room in rooms]
    rows = math.ceil(len(each) / most)
    in_a_row = math.ceil(len(each) / max(rows, 1)) or 1
    return {
        "name": printed.NAME,
        "nip": printed.NIP,
        "initials": printed.INITIALS,
        "rows": [each[n : n + in_a_row] for n in range(0, len(each), in_a_row)],
    }
