"""How much one person may send before it is fetched: disk and hands are everybody's."""

from dataclasses import dataclass
from datetime import timedelta

A_DAY = timedelta(days=1)
FILES_A_DAY = 300  # several times what one seat hands in for a run of four kinds
BYTES_A_DAY = 1 << 30


@dataclass(frozen=True, slots=True)
class Sent:
    """By one person within a day; `told` that it is too much."""

    files: int
    size: int
    told: bool

    def leaves_room_for(self, size: int) -> bool:
        return self.files < FILES_A_DAY and self.size + size <= BYTES_A_DAY
