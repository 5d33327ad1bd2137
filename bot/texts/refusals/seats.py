"""Who holds a seat and may act for it."""

from collections.abc import Callable
from typing import Any

from bot.rules.errors import seats as e
from bot.rules.errors.refusal import Refusal
from bot.texts.fitting import LINES, short, some_names
from bot.texts.formats import escape
from bot.texts.refusals.plain import plain
from bot.texts.words import PERSON


def not_yours(r: e.NotYours, _zone: str) -> str:
    whose = some_names([short(seat) for seat in r.seats])
    who = f" ({some_names([short(name, PERSON) for name in r.holders])})" if r.holders else ""
    return f"Tindakan ini milik {whose}{who}."


def unknown_seat(r: e.UnknownSeat, _zone: str) -> str:
    known = some_names([f"<code>{escape(key)}</code>" for key in r.known], LINES)
    return f"Kursi “{short(r.seat)}” tidak ada. Kursi yang ada: {known}."


def seat_taken(r: e.SeatTaken, _zone: str) -> str:
    holder = short(r.holder, PERSON)
    return f"Kursi {short(r.title)} telah dipegang {holder}. Tidak ada yang perlu diubah."


SENTENCES: dict[type[Refusal], Callable[[Any, str], str]] = {
    e.NoSeat: plain(
        "Belum ada kursi yang tercatat atas nama Bapak/Ibu di kantor ini. Mohon mengetik /peran "
        "di grup lalu memilih kursi."
    ),
    e.NotYours: not_yours,
    e.AdministratorsOnly: plain("Hanya administrator grup yang menetapkan kursi."),
    e.NotOneself: plain(
        "Kursi sendiri ditetapkan oleh administrator grup yang lain. Mohon meminta persetujuannya."
    ),
    e.UnknownSeat: unknown_seat,
    e.SeatTaken: seat_taken,
    e.ClaimSettled: plain("Pengajuan ini telah diputuskan sebelumnya."),
}
