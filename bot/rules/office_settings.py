"""What an office's own settings file (kantor.toml) says, beside its SOP and calendar."""

from dataclasses import dataclass, field, replace

from bot.rules.retention import RetentionNote
from bot.rules.stationery import Stationery


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """`stationery` is what its papers bear; without a kop they bear the SOP's. `logo_file` is the
    name of the logo's picture, beside the file. `retention` is how long records are kept."""

    stationery: Stationery = field(default_factory=Stationery)
    logo_file: str = ""
    retention: tuple[RetentionNote, ...] = ()

    def of_another_office(self) -> "OfficeSettings":
        """What holds for whoever's office it is: not the kop, the logo and the abbreviation."""
        bare = replace(self.stationery, head=(), logo=b"", abbreviation="")
        return replace(self, stationery=bare, logo_file="")
