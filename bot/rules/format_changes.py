"""What a format would change against the one in use, indicator by indicator."""

from dataclasses import dataclass, fields

from bot.rules.forms import Indicator, OfficeFormat

TARGETS = ("target_year", "target_period")
PLACE = ("number", "name", "unit")  # where it stands, and what it is known by


@dataclass(frozen=True, slots=True)
class Changed:
    """An indicator before and after; `parts` are the fields of Indicator that differ."""

    old: Indicator
    new: Indicator
    parts: tuple[str, ...]

    @property
    def targets(self) -> tuple[str, ...]:
        return tuple(part for part in self.parts if part in TARGETS)

    @property
    def others(self) -> tuple[str, ...]:
        return tuple(part for part in self.parts if part not in TARGETS)


@dataclass(frozen=True, slots=True)
class FormatChanges:
    added: tuple[Indicator, ...]
    removed: tuple[Indicator, ...]
    changed: tuple[Changed, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)

    @property
    def retargeted(self) -> tuple[Changed, ...]:
        return tuple(change for change in self.changed if change.targets)


def format_changes(old: OfficeFormat, new: OfficeFormat) -> FormatChanges:
    """An indicator is the same one while its name and unit are; its number may move."""
    before = {row.known_as: row for row in old.indicators}
    after = {row.known_as: row for row in new.indicators}
    compared = [_compared(before[key], row) for key, row in after.items() if key in before]
    return FormatChanges(
        added=tuple(row for key, row in after.items() if key not in before),
        removed=tuple(row for key, row in before.items() if key not in after),
        changed=tuple(change for change in compared if change.parts),
    )


def _compared(old: Indicator, new: Indicator) -> Changed:
    named = (part.name for part in fields(Indicator) if part.name not in PLACE)
    return Changed(old, new, tuple(n for n in named if getattr(old, n) != getattr(new, n)))
