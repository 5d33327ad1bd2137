"""What an office's own settings file (kantor.toml) says, beside its SOP and calendar."""

from dataclasses import dataclass, field

from bot.rules.stationery import Stationery


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """`stationery` is what its papers bear; without a kop they bear the SOP's."""

    stationery: Stationery = field(default_factory=Stationery)
