"""What is found before a run is ordered: its format, what is lacking, when it would end."""

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.rules.calendar import WorkCalendar
from bot.rules.periods import Period
from bot.rules.sop import Seat
from bot.texts.fitting import short, some_names
from bot.texts.formats import moment, period


def format_used(indicators: int, since: Period | None) -> str:
    carried = f" Target dibawa dari {period(since)}, mohon diperiksa." if since else ""
    return f"Format yang dipakai: {indicators} indikator.{carried}"


def checked(lacks: Sequence[str], end: datetime, calendar: WorkCalendar) -> list[str]:
    """What the pre-flight found, a line each, and when the run would end."""
    found = [f"• {line}" for line in lacks]
    return [
        *(found or ["Semua kursi terisi dan semua pegawai dapat dihubungi."]),
        "Perkiraan selesai bila setiap langkah memakai seluruh waktunya: "
        f"{moment(end, calendar.zone)}.",
    ]


def lacking_seats(
    empty: Sequence[Seat], unreachable: Sequence[Seat], helped: Collection[Seat] = ()
) -> list[str]:
    """Of the seats that are `helped` somebody of the staff can be reached."""
    lines = []
    if empty:
        lines.append(f"Kursi kosong: {seats_lacking(empty, helped)}.")
    if unreachable:
        names = seats_lacking(unreachable, helped)
        lines.append(f"Belum membuka chat pribadi dengan sistem: {names}.")
    return lines


def seats_lacking(seats: Sequence[Seat], helped: Collection[Seat]) -> str:
    staff = " (stafnya dapat dihubungi)"
    return some_names([short(s.title) + (staff if s in helped else "") for s in seats])
