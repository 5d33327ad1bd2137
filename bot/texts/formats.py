"""How figures, dates and names are written for the office: Indonesian, by Babel's locale `id`."""

import html
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal

from bot.rules.achievement import rounded
from bot.rules.periods import Period

LOCALE = "id"
TRIWULAN = ("I", "II", "III", "IV")  # Babel says "Kuartal"


def number(value: Decimal | int) -> str:
    """1.234,56: two decimals at most, rounded half up, none that are only zeros."""
    return _decimal(Decimal(value), "#,##0.##")


def exact(value: Decimal | int) -> str:
    """1.234,5678: every decimal that there is, none that are only zeros."""
    whole = format_decimal(Decimal(value) + 0, "#,##0.#", locale=LOCALE, decimal_quantization=False)
    return str(whole)


def rupiah(value: Decimal | int) -> str:
    """Rp1.500.000; sen only where there are some."""
    exact = rounded(Decimal(value))
    pattern = "#,##0" if exact == exact.to_integral_value() else "#,##0.00"
    return ("-" if exact < 0 else "") + "Rp" + _decimal(abs(exact), pattern)


def percent(value: Decimal | int) -> str:
    """87,34%: of a value in percent, always two decimals, rounded half up."""
    return f"{_decimal(Decimal(value), '#,##0.00')}%"


def moment(at: datetime, zone: str) -> str:
    """Senin, 23 November 2026 pukul 07.50 WITA."""
    return f"{day(_local(at, zone).date())} pukul {clock_time(at, zone)}"


def day(value: date) -> str:
    """Senin, 23 November 2026."""
    return format_date(value, "EEEE, d MMMM y", locale=LOCALE)


def plain_day(value: date) -> str:
    """23 November 2026: on papers, whose dates name no weekday."""
    return format_date(value, "d MMMM y", locale=LOCALE)


def days(first: date, last: date) -> str:
    """Senin, 23 November 2026 s.d. Jumat, 27 November 2026; one day by itself."""
    return day(first) if first == last else f"{day(first)} s.d. {day(last)}"


def day_and_time(at: datetime, zone: str) -> str:
    """Senin, 23 November pukul 07.50 WITA: where the year stands nearby."""
    date_part = format_date(_local(at, zone).date(), "EEEE, d MMMM", locale=LOCALE)
    return f"{date_part} pukul {clock_time(at, zone)}"


def short_moment(at: datetime, zone: str) -> str:
    """23/11/2026 07.50 WITA: in a table's cell."""
    return f"{_local(at, zone):%d/%m/%Y} {clock_time(at, zone)}"


def day_short(at: datetime, zone: str) -> str:
    """23 Nov 07.50, in the zone's own time."""
    local = _local(at, zone)
    return f"{format_date(local.date(), 'dd MMM', locale=LOCALE)} {local:%H.%M}"


def same_day(one: datetime, other: datetime, zone: str) -> bool:
    """Whether both stand on one date of the office's clock."""
    return _local(one, zone).date() == _local(other, zone).date()


def clock_time(at: datetime, zone: str) -> str:
    """07.50 WITA."""
    local = _local(at, zone)
    return f"{local:%H.%M} {_zone_mark(local)}"


def period(value: Period) -> str:
    """Triwulan III 2026, or Oktober 2026."""
    if value.kind == "triwulan":
        return f"Triwulan {TRIWULAN[value.number - 1]} {value.year}"
    return format_date(value.start, "MMMM y", locale=LOCALE)


def period_short(value: Period) -> str:
    """TW III 2026, or Okt 2026."""
    if value.kind == "triwulan":
        return f"TW {TRIWULAN[value.number - 1]} {value.year}"
    return format_date(value.start, "MMM y", locale=LOCALE)


def minutes(count: int) -> str:
    """480 menit kerja."""
    return f"{number(count)} menit kerja"


def working_span(count: int, day: int) -> str:
    """1 jam, setengah hari, 2 hari kerja, or 50 menit kerja, in days of so many working minutes."""
    if count % day == 0:
        return f"{number(count // day)} hari kerja"
    if count * 2 == day:
        return "setengah hari"
    return f"{number(count // 60)} jam" if count % 60 == 0 else minutes(count)


def file_size(octets: int) -> str:
    """812 B, 340 KB or 1,5 MB, in units of 1,024 as Telegram counts."""
    if octets < 1024:
        return f"{octets} B"
    if round(octets / 1024) < 1024:
        return f"{round(octets / 1024)} KB"
    return f"{_decimal(rounded(Decimal(octets) / 1024**2, 1), '#,##0.#')} MB"


def join_names(names: Sequence[str]) -> str:
    """A, B dan C."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} dan {names[-1]}"


def escape(text: str) -> str:
    """Safe inside Telegram's HTML, between tags and within a quoted attribute."""
    return html.escape(text, quote=False).replace('"', "&quot;")


def _decimal(value: Decimal, pattern: str) -> str:
    # rounded first: Babel rounds half to even; and no "-0"
    return format_decimal(rounded(value) + 0, pattern, locale=LOCALE)


def _local(at: datetime, zone: str) -> datetime:
    if at.tzinfo is None:
        raise ValueError("an instant needs its zone")
    return at.astimezone(ZoneInfo(zone))


def _zone_mark(local: datetime) -> str:
    """WIB, WITA, WIT or the zone's own letters; zones without letters as UTC+04."""
    name = local.tzname() or "UTC"
    return f"UTC{name}" if name[0] in "+-" else name
