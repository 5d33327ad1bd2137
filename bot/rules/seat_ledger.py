"""The lateness ledger by seats: people think in seats, not in duties."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.rules.calendar import WorkCalendar
from bot.rules.ledger import NOBODY_AWAY, Absences, Account, Share, ledger
from bot.rules.run import Run
from bot.rules.sop import Seat


@dataclass(frozen=True, slots=True)
class SeatAccount:
    """One seat's working minutes with the account of each of its duties, in the SOP's order."""

    seat: Seat
    duties: tuple[Account, ...]

    @property
    def minutes(self) -> Mapping[Share, int]:
        """Summed over its duties: together the run's minutes so far as often as it has duties."""
        return {share: sum(own.minutes[share] for own in self.duties) for share in Share}

    @property
    def late(self) -> int:
        return sum(own.late for own in self.duties)


def seat_ledger(
    run: Run, calendar: WorkCalendar, now: datetime, absences: Absences = NOBODY_AWAY
) -> tuple[SeatAccount, ...]:
    """Of every seat that any duty was begun for before `now`."""
    found: dict[str, list[Account]] = {}
    for own in ledger(run, calendar, now, absences):
        found.setdefault(own.duty.seat, []).append(own)
    return tuple(
        SeatAccount(seat, tuple(found[seat.key]))
        for seat in run.sop.seats
        if any(begun(own, now) for own in found.get(seat.key, ()))
    )


def begun(own: Account, now: datetime) -> bool:
    opened = own.duty.opened_at
    return opened is not None and opened < now
