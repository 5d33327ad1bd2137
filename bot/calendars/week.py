"""The hours of a week as a calendar file writes them: senin = ["07.30-12.00", …]."""

from bot.calendars.entry import Entry
from bot.rules.calendar_faults import CalendarFault
from bot.rules.hours import DayHours, NotHours, Span, Week

WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
NO_HOURS: Week = ((),) * 7


def read_office_week(root: Entry) -> Week:
    """The hours under [jam], of which there must be some."""
    week = read_week(root.table("jam"), NO_HOURS)
    if not any(week) and not any(f.place.startswith("jam") for f in root.findings.faults):
        root.fault("jam", CalendarFault.NO_HOURS)
    return week


def read_week(entry: Entry, otherwise: Week) -> Week:
    """The hours of each weekday; those of `otherwise` for a day that is not named."""
    entry.check_keys(WEEKDAYS)
    return tuple(
        _read_hours(entry, name) if name in entry.values else usual
        for name, usual in zip(WEEKDAYS, otherwise, strict=True)
    )


def _read_hours(entry: Entry, weekday: str) -> DayHours:
    spans: list[Span] = []
    for text in entry.take(weekday, list) or ():
        try:
            spans.append(Span.parse(str(text)))
        except NotHours:
            entry.fault(weekday, CalendarFault.NOT_HOURS, str(text))
            continue
        if len(spans) > 1 and spans[-1].opens < spans[-2].closes:
            entry.fault(weekday, CalendarFault.HOURS_OVERLAP, str(text))
    return tuple(spans)
