"""Hours by the wall clock, before a day and a zone make instants of them."""

import re
from dataclasses import dataclass

FULL_DAY = 24 * 60
_SPAN = re.compile(r"(\d{1,2})[.:](\d{2})\s*[-–]\s*(\d{1,2})[.:](\d{2})", re.ASCII)


class NotHours(ValueError):
    """The text is no span of hours within one day, like 07.30-12.00."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Hours of one day by the wall clock: minutes after midnight, end excluded."""

    opens: int
    closes: int

    @classmethod
    def parse(cls, text: str) -> "Span":
        """Out of 07.30-12.00 or 07:30-12:00; 24.00 ends the day. Anything else is NotHours."""
        found = _SPAN.fullmatch(text.strip())
        if found is None:
            raise NotHours(text)
        hour, minute, end_hour, end_minute = map(int, found.groups())
        span = cls(hour * 60 + minute, end_hour * 60 + end_minute)
        if max(minute, end_minute) > 59 or not span.opens < span.closes <= FULL_DAY:
            raise NotHours(text)
        return span


DayHours = tuple[Span, ...]
Week = tuple[DayHours, ...]  # seven, Monday first, as date.weekday() counts
