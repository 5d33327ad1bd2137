"""What is said about an office's calendar and the faults of its file."""

from collections.abc import Sequence

from bot.rules.calendar_faults import CalendarFault, CalendarFaults, Fault
from bot.texts.formats import join_names

_TYPES = {
    "str": "teks dalam tanda kutip",
    "int": "bilangan bulat",
    "bool": "true atau false",
    "date": "tanggal seperti 2026-12-24",
    "list": "daftar dalam kurung siku",
    "dict": "bagian dengan kunci-kunci",
}
_SENTENCES = {
    CalendarFault.UNREADABLE: "berkas kalender tidak dapat dibaca.",
    CalendarFault.NOT_TOML: "penulisan tidak sesuai format TOML.",
    CalendarFault.UNKNOWN_KEY: "kunci ini tidak dikenal. Kunci yang dikenal: {detail}.",
    CalendarFault.MISSING: "kunci ini wajib diisi.",
    CalendarFault.WRONG_TYPE: "isian harus berupa {type}.",
    CalendarFault.EMPTY: "isian tidak boleh kosong.",
    CalendarFault.UNKNOWN_ZONE: "zona waktu “{detail}” tidak dikenal. Contoh: Asia/Makassar.",
    CalendarFault.UNKNOWN_WEEKDAY: "hari “{detail}” tidak dikenal. Contoh: senin.",
    CalendarFault.NOT_HOURS: "jam “{detail}” tidak terbaca. Contoh: 07.30-12.00.",
    CalendarFault.HOURS_OVERLAP: "jam “{detail}” bertumpang tindih dengan jam sebelumnya.",
    CalendarFault.NO_HOURS: "belum ada jam kerja pada hari apa pun.",
    CalendarFault.NOT_WORKED: "hari {detail} tidak memiliki jam kerja pada [jam].",
    CalendarFault.NOT_YEARS: "isian harus berupa daftar tahun. Contoh: [2028].",
    CalendarFault.OUT_OF_RANGE: "nilai {detail} di luar batas 0 s.d. 240 menit.",
    CalendarFault.ENDS_BEFORE_START: "tanggal selesai mendahului tanggal mulai.",
    CalendarFault.SEASONS_OVERLAP: "tanggalnya bertumpang tindih dengan musim “{detail}”.",
    CalendarFault.DATE_TWICE: "tanggal {detail} sudah tercantum pada entri lain.",
}


def calendar_fault(fault: Fault) -> str:
    """Baris 12, musim[1].jam.senin: jam “7-12” tidak terbaca. Contoh: 07.30-12.00."""
    sentence = _SENTENCES[fault.code].format(
        detail=fault.detail, type=_TYPES.get(fault.detail, fault.detail)
    )
    places = [f"baris {fault.line}" if fault.line else "", fault.place]
    place = ", ".join(part for part in places if part)
    return f"{place[:1].upper()}{place[1:]}: {sentence}" if fault.line else f"{place}: {sentence}"


def calendar_faults(faults: CalendarFaults) -> str:
    """All of them, one a line, under what to do."""
    lines = [f"• {calendar_fault(fault)}" for fault in faults.faults]
    return "\n".join(["Kalender belum dapat dipakai. Mohon diperbaiki:", *lines])


def undecreed(years: Sequence[int]) -> str:
    """That cuti bersama of these years must be entered by the office once decreed."""
    named = join_names([str(year) for year in years])
    return (
        f"Cuti bersama tahun {named} belum tersedia dalam daftar nasional. "
        "Mohon dicatat pada kalender kantor setelah keputusannya terbit."
    )
