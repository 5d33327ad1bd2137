"""/libur: the days that an office closed or opened again, and those that lie ahead."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from bot.rules.acts import Act, button_data
from bot.rules.calendar import WorkCalendar
from bot.rules.messages import Button, Message, Style
from bot.rules.special_days import Closure, ReplacedDay, Season
from bot.texts.calendars import undecreed
from bot.texts.fitting import brief, short, some_lines, some_names
from bot.texts.formats import day, days, number
from bot.texts.refusals.calendars import EXAMPLE

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
HOW = (
    f"Untuk mencatat libur kantor: {EXAMPLE}. Beberapa hari sekaligus: 14-12-2026 s.d. 16-12-2026. "
    "Untuk membatalkannya: <code>/libur batal 14-12-2026</code>."
)


def why(closures: Sequence[Closure]) -> str:
    """Not yet escaped: "kantor libur Kamis, 24 Desember 2026 (Banjir, keputusan 800/12/2026)"."""
    first = closures[0]
    decree = f", keputusan {first.decree}" if first.decree else ""
    named = "; ".join(days(part[0].day, part[-1].day) for part in in_a_row(closures))
    return f"kantor libur {named} ({first.reason}{decree})"


def why_again(closures: Sequence[Closure]) -> str:
    named = "; ".join(days(part[0].day, part[-1].day) for part in in_a_row(closures))
    return f"libur kantor {named} dibatalkan"


def closed(
    office_id: int,
    closures: Sequence[Closure],
    idle: Sequence[date],
    moved: tuple[int, int],
) -> Message:
    """The confirmation, with a button that takes it back; `moved` are limits and people."""
    lines = ["Libur kantor dicatat:", *some_lines([f"• {entry(c)}" for c in grouped(closures)])]
    if idle:
        lines.append(f"Sudah bukan hari kerja: {some_names([day(one) for one in idle])}.")
    lines.append(recounted(*moved))
    data = button_data(Act.OPEN_DAY, office_id, closures[0].day, closures[-1].day)
    return Message("\n".join(lines), ((Button("Batalkan libur", data, style=Style.DANGER),),))


def opened(closures: Sequence[Closure], moved: tuple[int, int]) -> Message:
    lines = [
        "Libur kantor dibatalkan:",
        *some_lines([f"• {entry(c)}" for c in grouped(closures)]),
        recounted(*moved),
    ]
    return Message("\n".join(lines))


def recounted(limits: int, people: int) -> str:
    if not limits:
        return "Tidak ada batas tugas yang berubah."
    counted = f"Batas {number(limits)} tugas dihitung kembali"
    if not people:
        return f"{counted}; tidak ada pegawai yang perlu diberi tahu."
    told = f"{number(people)} pegawai yang bersangkutan diberi tahu pada jam kerja."
    return f"{counted}; {told}"


Stretch = tuple[date, date, Closure]


def entry(stretch: Stretch) -> str:
    """Kamis, 24 Desember 2026: Banjir (keputusan 800/12/2026)."""
    first, last, closure = stretch
    decree = f" (keputusan {short(closure.decree)})" if closure.decree else ""
    return f"{days(first, last)}: {short(closure.reason, 200)}{decree}"


def grouped(closures: Sequence[Closure]) -> list[Stretch]:
    return [(part[0].day, part[-1].day, part[0]) for part in in_a_row(closures)]


def in_a_row(closures: Sequence[Closure]) -> list[list[Closure]]:
    """Days one after the other with the same reason together."""
    numbered = [(n, closure) for n, closure in enumerate(closures)]
    parts = groupby(
        numbered, lambda one: (one[1].day.toordinal() - one[0], one[1].reason, one[1].decree)
    )
    return [[closure for _, closure in part] for _, part in parts]


def ahead(
    calendar: WorkCalendar, first: date, last: date, own: Sequence[Closure], unknown: Sequence[int]
) -> Message:
    """What is not worked as usual from `first` to `last`; then how a closure is entered."""
    listed = [
        *closures_ahead(calendar.closures_between(first, last), set(own)),
        *((s.first, season(s)) for s in calendar.seasons if s.first <= last and s.last >= first),
        *((r.day, replaced(r)) for r in calendar.replaced_days if first <= r.day <= last),
    ]
    lines = [f"• {text}" for _, text in sorted(listed)]
    none = [] if lines else ["Tidak ada hari libur di luar akhir pekan."]
    warned = [undecreed(unknown)] if unknown else []
    head = f"<b>Hari libur s.d. {day(last)}</b>"
    return Message("\n".join([head, *none, *some_lines(lines, 2600), *warned, "", HOW]))


def closures_ahead(closures: Sequence[Closure], own: set[Closure]) -> list[tuple[date, str]]:
    stretches = grouped(closures)
    marks = {s[0]: " — libur kantor" if s[2] in own else "" for s in stretches}
    return [(s[0], f"{entry(s)}{marks[s[0]]}") for s in stretches]


def season(value: Season) -> str:
    return f"{days(value.first, value.last)}: jam kerja {short(value.name)}"


def replaced(value: ReplacedDay) -> str:
    """Sabtu, 19 Desember 2026: hari kerja pengganti, jam hari Jumat (alasan, keputusan …)."""
    told = [value.reason, f"keputusan {value.decree}" if value.decree else ""]
    named = ", ".join(brief(part) for part in told if part)
    because = f" ({short(named, 200)})" if named else ""
    return f"{day(value.day)}: hari kerja pengganti, jam hari {WEEKDAYS[value.weekday]}{because}"
