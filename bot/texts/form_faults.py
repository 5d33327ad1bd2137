"""What is wrong in a form, or stands out in it: one sentence for each fault, with what to do."""

import re
from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from bot.rules.form_faults import FaultCode, FormFault
from bot.rules.periods import parse
from bot.texts import formats
from bot.texts.workbooks import DATA_HEADINGS

OURS = "mohon memakai buku kerja yang dikirim sistem"
SAID: Mapping[FaultCode, str] = {
    FaultCode.REQUIRED_EMPTY: "{kolom} masih kosong, mohon diisi",
    FaultCode.NOT_COMPUTED: "{kolom} berisi rumus tanpa hasil, mohon diisi nilainya",
    FaultCode.CELL_ERROR: "{kolom} berisi galat {isi}, mohon diisi nilainya",
    FaultCode.MERGED: "sel {isi} digabung, mohon dipisahkan lalu diisi satu per satu",
    FaultCode.OVER_RANGE: "{kolom} berisi {isi}, mohon diisi paling besar {paling}",
    FaultCode.ABOVE_BASE: (
        "indikator {nomor}: realisasi {isi} melebihi {paling}, mohon diperiksa kembali"
    ),
    FaultCode.NOT_A_NUMBER: "{kolom} berisi “{isi}”, mohon diisi angka",
    FaultCode.NEGATIVE: "{kolom} berisi {isi}, mohon diisi angka nol atau lebih",
    FaultCode.NOT_A_DATE: "{kolom} berisi “{isi}”, mohon diisi tanggal (05/10/2026)",
    FaultCode.NOT_A_CHOICE: "{kolom} berisi “{isi}”, mohon dipilih dari daftar",
    FaultCode.TOO_LONG: "{kolom} melebihi {paling} huruf, mohon diringkas",
    FaultCode.TOO_MANY_ROWS: "isian melewati baris {paling}, mohon dibagi dalam beberapa berkas",
    FaultCode.SHEET_MISSING: f"lembar ini tidak ditemukan, {OURS}",
    FaultCode.NO_HEADINGS: f"baris judul kolom tidak ditemukan, {OURS}",
    FaultCode.HEADING_MISSING: f"kolom {{kolom}} tidak ditemukan, {OURS}",
    FaultCode.HEADING_TWICE: "kolom {kolom} ada lebih dari satu, mohon kolom tambahan dihapus",
    FaultCode.NO_ROWS: f"belum ada satu pun indikator, {OURS}",
    FaultCode.INDICATOR_TWICE: (
        "indikator nomor {isi} tertulis lebih dari satu kali, mohon dihapus salah satu"
    ),
    FaultCode.PROGRAMME_TWICE: (
        "program “{isi}” tertulis pada lebih dari satu baris, mohon pada satu baris saja"
    ),
    FaultCode.ROW_MISSING: f"indikator {{nomor}} ({{indikator}}) tidak ditemukan, {OURS}",
    FaultCode.ROW_UNKNOWN: (
        "indikator {nomor} ({indikator}) tidak diminta, mohon barisnya dihapus"
    ),
    FaultCode.RENUMBERED: (
        "nomor indikator “{indikator}” berubah, mohon dikembalikan menjadi {nomor}"
    ),
    FaultCode.CHANGED: (
        "indikator {nomor}: {isian} berubah menjadi “{isi}”, mohon dikembalikan menjadi “{semula}”"
    ),
    FaultCode.UNKNOWN_KEY: "kunci ini tidak dikenal",
    FaultCode.NOT_A_PERIOD: "periode berisi “{isi}”, mohon diisi seperti 2026-TW3 atau 2026-10",
    FaultCode.NOT_TOML: "berkas tidak dapat dibaca sebagai TOML: {isi}",
    FaultCode.NOT_A_PART: "indikator {nomor}: realisasi {isi}%, di luar 0 sampai dengan 100%",
    FaultCode.OVER_BUDGET: "indikator {nomor}: realisasi Rp{isi} melebihi pagu Rp{paling}",
    FaultCode.FAR_FROM_LAST: (
        "indikator {nomor}: realisasi {isi}, sedangkan {periode} {semula} ({arah} {beda}%)"
    ),
    FaultCode.SHRANK: (
        "indikator {nomor}: realisasi {isi}, lebih rendah daripada {periode} ({semula})"
    ),
    FaultCode.SPENT_SHRANK: (
        "indikator {nomor}: realisasi Rp{isi}, lebih rendah daripada {periode} (Rp{semula})"
    ),
    FaultCode.NOT_THE_MONTHS: (
        "indikator {nomor}: realisasi {isi}, sedangkan menurut data bulanan {semula}"
    ),
    FaultCode.LHP_GONE: "LHP {lhp} pada {periode} belum selesai{sisa}, tetapi tidak tercantum lagi",
    FaultCode.TLHP_VALUE: (
        "LHP {lhp}: nilai rekomendasi Rp{isi}{jumlah}, sedangkan {periode} Rp{semula}"
    ),
    FaultCode.TLHP_DEPOSIT: (
        "LHP {lhp}: disetor Rp{isi}{jumlah}, lebih rendah daripada {periode} (Rp{semula})"
    ),
    FaultCode.COMPUTED: "{banyak} sel berisi rumus; yang dicatat adalah hasilnya",
    FaultCode.MOVED: "indikator {nomor} berpindah baris; isiannya tetap dibaca",
    FaultCode.STRAY: "kolom tambahan “{isi}” tidak dibaca",
}
DECIMAL = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,20})?")
FIGURES = ("isi", "semula", "paling", "beda")


def fault(found: FormFault) -> str:
    """One line: "Data Kinerja I7: Realisasi masih kosong, mohon diisi"; plain text, to be escaped
    for HTML."""
    place = " ".join(part for part in (found.sheet, found.cell) if part)
    return f"{place}: {what(found)}" if place else what(found)


def what(found: FormFault) -> str:
    """What is wrong and what to do, without its place."""
    given = dict(found.params)
    params = defaultdict(str, {"kolom": "Isian"}, **given)
    params |= {key: figure(given[key]) for key in FIGURES if key in given}
    params["isian"] = DATA_HEADINGS.get(params["isian"], params["isian"])
    params["jumlah"] = f" (jumlah {given['jumlah']})" if "jumlah" in given else ""
    params["sisa"] = f" (sisa Rp{figure(given['sisa'])})" if "sisa" in given else ""
    if params["periode"]:
        params["periode"] = formats.period(parse(params["periode"]))
    return SAID[found.code].format_map(params)


def figure(said: str) -> str:
    """1.234,56 of a decimal as it is kept; any other text as it stands."""
    try:
        return formats.number(Decimal(said)) if DECIMAL.fullmatch(said) else said
    except InvalidOperation:
        return said
