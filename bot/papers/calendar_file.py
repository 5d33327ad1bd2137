"""A calendar written out as the file that gives it again, each closed day by itself."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from bot.rules.calendar import WorkCalendar
from bot.rules.hours import Span, Week
from bot.rules.special_days import Closure
from bot.texts.evidence import calendar_head

WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")


def calendar_file(calendar: WorkCalendar, years: Iterable[int]) -> bytes:
    """TOML that bot/calendars/file.py reads; the national days of these years are in it, so that
    it needs no list."""
    counted = sorted(set(years))
    source = calendar.national.source if calendar.national else ""
    lines = [calendar_head(counted, source), *settings(calendar)]
    lines += ["", "[jam]", *week_lines(calendar.week)]
    for season in calendar.seasons:
        lines += ["", "[[musim]]", f"nama = {quoted(season.name)}"]
        lines += [f"mulai = {season.first}", f"selesai = {season.last}"]
        lines += ["", "[musim.jam]", *week_lines(season.week)]
    for closure in closures(calendar, counted):
        lines += ["", "[[libur]]", f"tanggal = {closure.day}"]
        lines += told(closure.reason, closure.decree)
    for replaced in calendar.replaced_days:
        lines += ["", "[[hari_pengganti]]", f"tanggal = {replaced.day}"]
        lines += [f"seperti = {quoted(WEEKDAYS[replaced.weekday])}"]
        lines += told(replaced.reason, replaced.decree)
    return ("\n".join(lines) + "\n").encode()


def settings(calendar: WorkCalendar) -> Iterator[str]:
    yield f"zona = {quoted(calendar.zone)}"
    yield f"jeda_awal = {calendar.first_word_delay}"
    if calendar.digest_hours:
        yield f"jam_rangkuman = {quoted(hours(calendar.digest_hours))}"
    yield "libur_nasional = false"
    yield f"cuti_bersama_tercatat = {list(calendar.settled_years)}"


def closures(calendar: WorkCalendar, years: list[int]) -> list[Closure]:
    """The office's own of any year, and the national ones of these; each day once."""
    worked = {replaced.day for replaced in calendar.replaced_days}
    found = {closure.day: closure for closure in calendar.closures if closure.day not in worked}
    for day in days_of(years):
        closure = calendar.closure_on(day)
        if closure is not None:
            found[day] = closure
    return [found[day] for day in sorted(found)]


def days_of(years: Iterable[int]) -> Iterator[date]:
    for year in years:
        day = date(year, 1, 1)
        while day.year == year:
            yield day
            day += timedelta(days=1)


def week_lines(week: Week) -> Iterator[str]:
    for name, spans in zip(WEEKDAYS, week, strict=True):
        yield f"{name} = [{', '.join(quoted(hours(span)) for span in spans)}]"


def hours(span: Span) -> str:
    """07.30-12.00."""
    first, last = divmod(span.opens, 60), divmod(span.closes, 60)
    return f"{first[0]:02}.{first[1]:02}-{last[0]:02}.{last[1]:02}"


def told(reason: str, decree: str | None) -> Iterator[str]:
    if reason:
        yield f"alasan = {quoted(reason)}"
    if decree:
        yield f"keputusan = {quoted(decree)}"


def quoted(text: str) -> str:
    """A TOML string; JSON leaves the one control sign as it is that TOML refuses."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
