"""How Telegram can be made to fail from the page."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.rehearsal.telegram.faults import Fault, Faults, Kind

WITHOUT_END = 1_000_000_000
SLOW = 4.0  # real seconds that every call is held
RETRY_AFTER = 3  # real seconds, as a 429 of Telegram tells


@dataclass(frozen=True, slots=True)
class Trouble:
    """`times` calls where nobody says how many; `polls`: getUpdates suffers too."""

    kind: Kind
    times: int
    polls: bool = False


TROUBLES = {
    "slow": Trouble("slow", 20),
    "429": Trouble("429", 3),
    "502": Trouble("502", 3, polls=True),
    "lost": Trouble("lost", 1),
    "down": Trouble("refuse", WITHOUT_END, polls=True),
}


@dataclass(frozen=True, slots=True)
class Troubles:
    faults: Faults

    def begin(self, name: str, times: int | None) -> None:
        """One of a kind at a time: the newer takes the place of the older."""
        trouble = TROUBLES[name]
        self.faults.planned = [f for f in self.faults.planned if f.kind != trouble.kind]
        self.faults.add(
            "*",
            trouble.kind,
            times=times or trouble.times,
            seconds=SLOW,
            retry_after=RETRY_AFTER,
            polls=trouble.polls,
        )

    def clear(self) -> None:
        self.faults.clear()

    def in_force(self) -> Iterator[tuple[str, int | None]]:
        """Each with the calls it will still strike; None where it lasts until it is cleared."""
        for name, trouble in TROUBLES.items():
            left = sum(f.times for f in self._of(trouble.kind))
            if left > 0:
                yield name, None if left > WITHOUT_END // 2 else left

    def _of(self, kind: Kind) -> list[Fault]:
        return [fault for fault in self.faults.planned if fault.kind == kind]
