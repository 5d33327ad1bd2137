"""Refusals about who acts for a seat: substitutes, staff, hand-over and leave."""

from collections.abc import Callable
from typing import Any

from bot.rules.errors import acting as e
from bot.rules.errors.refusal import Refusal
from bot.texts.fitting import short, some_names
from bot.texts.formats import day, days, escape
from bot.texts.refusals.plain import plain
from bot.texts.words import PERSON

EXAMPLES = {
    "staf": "/staf irban-2",
    "plh": "/plh irban-2 23-11-2026 s.d. 27-11-2026",
    "plt": "/plt irban-2 23-11-2026 s.d. 27-11-2026",
    "serah": "/serah irban-2",
    "cuti": "/cuti 24-12-2026 s.d. 31-12-2026",
}


def example(command: str) -> str:
    return f"<code>{escape(EXAMPLES[command])}</code>"


def substitute_acts(r: e.SubstituteActs, _zone: str) -> str:
    return (
        f"Kursi {short(r.title)} sedang dijabat {short(r.acting)} {short(r.name, PERSON)} sampai "
        f"{day(r.last)}. Untuk mengakhirinya, mohon mengetik "
        f"<code>/plh {escape(r.seat)} selesai</code> di grup kantor."
    )


def staff_may_not(r: e.StaffMayNot, _zone: str) -> str:
    whose = some_names([short(seat) for seat in r.seats])
    who = f" ({some_names([short(name, PERSON) for name in r.holders])})" if r.holders else ""
    return (
        f"Tindakan ini milik {whose}{who}. Staf menyerahkan berkas, sedangkan keputusan ada pada "
        "pemegang kursi."
    )


def seater_only(r: e.SeaterOnly, _zone: str) -> str:
    holder = f" ({short(r.holder, PERSON)})" if r.holder else ""
    return (
        f"Hanya pemegang kursi {short(r.title)}{holder} atau administrator grup yang menetapkannya."
    )


def overlap(r: e.SubstitutesOverlap, _zone: str) -> str:
    return (
        f"Kursi {short(r.title)} telah memiliki {short(r.acting)} {short(r.name, PERSON)} pada "
        f"{days(r.first, r.last)}. Mohon memilih tanggal lain, atau mengakhirinya lebih dahulu."
    )


SENTENCES: dict[type[Refusal], Callable[[Any, str], str]] = {
    e.SubstituteActs: substitute_acts,
    e.StaffMayNot: staff_may_not,
    e.SeaterOnly: seater_only,
    e.SubstitutesOverlap: overlap,
    e.NotAReply: lambda r, _z: (
        f"Mohon membalas pesan pegawai yang dimaksud di grup kantor dengan {example(r.command)}."
    ),
    e.NoDates: lambda r, _z: (
        (f"Tanggal “{short(r.text)}” belum terbaca. " if short(r.text) else "")
        + f"Mohon menuliskan tanggal pertama dan terakhir, contoh: {example(r.command)}."
    ),
    e.DatesReversed: lambda r, _z: (
        f"Tanggal terakhir ({day(r.last)}) mendahului tanggal pertama ({day(r.first)}). Mohon "
        "diperiksa kembali."
    ),
    e.DatesOver: lambda r, _z: (
        f"Tanggal tersebut telah lewat (terakhir {day(r.last)}). Mohon diperiksa kembali."
    ),
    e.DatesTooLong: lambda r, _z: (
        f"Jangka waktu melebihi {r.most} hari. Mohon diperiksa kembali tahunnya."
    ),
    e.NoSubstitute: lambda r, _z: (
        f"Kursi {short(r.title)} tidak memiliki Plh. atau Plt. yang dapat diakhiri."
    ),
    e.HandsInNothing: lambda r, _z: (
        f"Kursi {short(r.title)} tidak menyerahkan berkas, sehingga tidak memerlukan staf."
    ),
    e.NotStaff: lambda r, _z: (
        f"Pegawai {short(r.name, PERSON)} tidak tercatat sebagai staf {short(r.title)}."
    ),
    e.LeavesOverlap: lambda r, _z: (
        f"Cuti pada {days(r.first, r.last)} telah tercatat. Untuk menggantinya, mohon mengetik "
        "/cuti batal lebih dahulu."
    ),
    e.NoLeave: plain("Tidak ada cuti tercatat yang dapat dibatalkan."),
}
