"""What offices work by: a SOP and a calendar, shared by all that have none of their own."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.rules.calendar import WorkCalendar
from bot.rules.office_settings import OfficeSettings
from bot.rules.people import Office
from bot.rules.sop import Sop
from bot.rules.stationery import Stationery


@dataclass(frozen=True, slots=True)
class Procedure:
    """`sop` is what new runs begin with."""

    sop: Sop
    calendar: WorkCalendar
    settings: OfficeSettings = field(default_factory=OfficeSettings)

    @property
    def stationery(self) -> Stationery:
        """What the office's papers bear: the SOP's kop where its settings have none."""
        own = self.settings.stationery
        return own if own.head else replace(own, head=self.sop.head)


@dataclass(frozen=True, slots=True)
class Procedures:
    """The shared procedure, and by office id that of an office that has its own. `logos` are
    those set by /kop that were read already, by digest."""

    shared: Procedure
    own: Mapping[int, Procedure] = field(default_factory=dict)
    logos: dict[str, bytes] = field(default_factory=dict, repr=False, compare=False)

    def of(self, office: Office | None) -> Procedure:
        """With the days in its calendar that the office closed by /libur, under its own /kop."""
        if office is None:
            return self.shared
        found = self.own.get(office.id, self.shared)
        bears = found.settings.stationery.under(office.letterhead, self.logos.get(office.logo, b""))
        return replace(
            found,
            calendar=found.calendar.closing(office.closures),
            settings=replace(found.settings, stationery=bears),
        )


@dataclass(frozen=True, slots=True)
class OwnFileFault:
    """An office's own file that cannot be used; `fault` tells why. `title` is its group's, empty
    where nothing is kept under this number."""

    office: int
    path: Path
    fault: Exception
    title: str = ""


class OwnFilesFaulty(Exception):
    """Every own file of an office that cannot be used, all at once."""

    def __init__(self, faults: tuple[OwnFileFault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults
