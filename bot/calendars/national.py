"""The national list of holidays, out of the package `holidays`."""

from datetime import date
from functools import lru_cache
from importlib import metadata

from bot.rules.special_days import Closure, NationalDays


def national_days() -> NationalDays:
    source = f"holidays {metadata.version('holidays')} ID"
    return NationalDays(source, indonesian_closures, decreed)


@lru_cache(maxsize=64)
def indonesian_closures(year: int) -> tuple[Closure, ...]:
    """Public holidays and cuti bersama by the SKB; estimated Islamic dates are named as such."""
    listed = _listed(year, "public", "government")
    return tuple(Closure(day, reason) for day, reason in sorted(listed.items()))


def decreed(year: int) -> bool:
    """Whether the list knows the year's cuti bersama."""
    return bool(_listed(year, "government"))


def _listed(year: int, *categories: str) -> dict[date, str]:
    import holidays  # takes longer than all else at start, and many commands never need it

    return dict(
        holidays.country_holidays(
            "ID", years=year, categories=categories, language="id", islamic_show_estimated=False
        )
    )
