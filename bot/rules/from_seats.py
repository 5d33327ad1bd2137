"""The seats' registers in one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic

from bot.rules.shared_rows import Row, Told, as_counted, letters_told, teller_of


@dataclass(frozen=True, slots=True)
class FromSeat(Generic[Row]):
    """A register's row as it counts, of the first seat that tells it; `told` is what each seat
    says of it, by the seat."""

    seat: str
    row: Row
    told: Told[Row]

    @property
    def seats(self) -> tuple[str, ...]:
        return tuple(seat for seat, _ in self.told)

    def teller(self, key: str) -> tuple[str, Row]:
        """Whose word on this counts, and the row that he told."""
        return teller_of(self.told, key)


def joined(registers: Iterable[tuple[str, Sequence[Row]]]) -> tuple[FromSeat[Row], ...]:
    """The seats' registers in one, each letter once."""
    return tuple(FromSeat(t[0][0], as_counted(t), t) for t in letters_told(registers))
