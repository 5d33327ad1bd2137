"""Whose the working minutes of a run were, in words: by seats, and duty by duty."""

from collections.abc import Iterable, Mapping, Sequence

from bot.rules.ledger import Account, Share
from bot.rules.run import Run
from bot.rules.seat_ledger import SeatAccount
from bot.texts.fitting import short
from bot.texts.formats import number
from bot.texts.words import TASK_NAMES, seat_label

NAMES = {
    Share.OWN: "sendiri",
    Share.UPSTREAM: "menunggu",
    Share.REVIEW: "diperiksa",
    Share.EXCUSED: "diizinkan",
    Share.OUTSIDE: "di luar tugas",
}
BOARD_TITLE = f"<b>Waktu (menit kerja)</b>: {' / '.join(NAMES.values())}"
SEATS_TITLE = "Waktu per kursi (menit kerja)"
STEPS_TITLE = "Waktu per kursi dan langkah (menit kerja)"
HEADINGS = (
    "Kursi", "Waktu sendiri", "Menunggu", "Diperiksa", "Diizinkan", "Di luar tugas"
)  # fmt: skip

Row = tuple[str | int, ...]


def board_lines(run: Run, seats: Iterable[SeatAccount]) -> list[str]:
    """Under BOARD_TITLE, short enough for a line on a phone."""
    return [
        f"   {short(seat_label(run.sop, each.seat))}: "
        + " / ".join(map(number, in_order(each.minutes)))
        for each in seats
    ]


def seat_rows(seats: Iterable[SeatAccount]) -> list[Row]:
    """Under HEADINGS, each seat's minutes over all its duties."""
    return [(each.seat.title, *in_order(each.minutes)) for each in seats]


def step_rows(seats: Iterable[SeatAccount]) -> list[Row]:
    """The same duty by duty: "Irban I, langkah 4: menyerahkan berkas"."""
    return [(step_name(each, own), *in_order(own.minutes)) for each in seats for own in each.duties]


def step_name(seat: SeatAccount, own: Account) -> str:
    return f"{seat.seat.title}, langkah {own.duty.step}: {TASK_NAMES[own.duty.task]}"


def shares(minutes: Mapping[Share, int]) -> str:
    """ "sendiri 130, menunggu 20 menit kerja", without those that are none."""
    told = [f"{NAMES[share]} {number(minutes[share])}" for share in NAMES if minutes[share]]
    return f"{', '.join(told)} menit kerja" if told else ""


def in_order(minutes: Mapping[Share, int]) -> Sequence[int]:
    return [minutes[share] for share in NAMES]
