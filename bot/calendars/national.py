"""The national list of holidays, out of the package `holidays`."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from importlib import metadata

from bot.rules.calendar import WorkCalendar
from bot.rules.special_days import Closure, NationalDays


def national_days() -> NationalDays:
    return NationalDays(f"holidays {metadata.version('holidays')} ID", indonesian_closures)


@lru_cache(maxsize=64)
def indonesian_closures(year: int) -> tuple[Closure, ...]:
    """Public holidays and cuti bersama by the SKB; estimated Islamic dates are named as such."""
    listed = _listed(year, "public", "government")
    return tuple(Closure(day, reason) for day, reason in sorted(listed.items()))


def undecreed_years(calendar: WorkCalendar, years: Iterable[int]) -> tuple[int, ...]:
    """The years whose cuti bersama the national list does not know yet; () without that list."""
    if calendar.national is None:
        return ()
    return tuple(year for year in years if not _listed(year, "government"))


def _listed(year: int, *categories: str) -> dict[date, str]:
    import holidays  # takes longer than all else at start, and many commands never need it

    return dict(
        holidays.country_holidays(
            "ID", years=year, categories=categories, language="id", islamic_show_estimated=False
        )
    )
