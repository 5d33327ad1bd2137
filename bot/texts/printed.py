"""The words of the printed recap and of its picture, beside those of the workbook."""

from collections.abc import Sequence
from datetime import datetime

from bot.rules.completeness import Completeness
from bot.rules.recap_rows import RecapRow
from bot.rules.sop import ApprovalAct
from bot.texts import formats, workbooks

PAGE = "Halaman"
OF = "dari"
SUMMARY = "Ringkasan"
COMPLETENESS = "Kelengkapan berkas"
ANALYSIS = "Analisis"
REMARKS = "Catatan"
ANNEX = "Lampiran"
ACHIEVEMENT = "Capaian indikator"
NOTES = "Keterangan indikator"
MONEY = "Serapan anggaran"
BELOW = "Indikator di bawah target"
MISSING = "Indikator tanpa capaian"
LHP = "Register Laporan Hasil Pemeriksaan (LHP)"
LHE = "Register Laporan Hasil Evaluasi (LHE)"
TLHP = "Register Tindak Lanjut Hasil Pemeriksaan (TLHP)"
STATUSES = "TLHP menurut status"
DOCUMENTS = "Daftar berkas"
NOTHING = "Nihil"

COMPILED_BY = "Disusun oleh"
ANALYSED_BY = "Dianalisis oleh"
KNOWN_BY = "Mengetahui"
INITIALS = "Paraf"
NAME = "Nama"
NIP = "NIP"
COMPILED_RECORDED = "Persetujuan rekap tercatat"
ANALYSED_RECORDED = "Selesainya analisis tercatat"
APPROVED_BY = {ApprovalAct.INITIAL: "Paraf", ApprovalAct.APPROVE: "Menyetujui"}
APPROVAL_RECORDED = {
    ApprovalAct.INITIAL: "Paraf tercatat",
    ApprovalAct.APPROVE: "Persetujuan tercatat",
}

MEAN = "Rata-rata capaian"
CAPPED = "Masing-masing paling tinggi 100"
ABSORBED = "Serapan anggaran"
COUNTED = "Indikator terhitung"
EVERY = "Semua indikator menurut nomor"
TARGET = "Target 100%"
STATES = (
    ("accepted", "disetujui"),
    ("waiting", "menunggu pemeriksaan"),
    ("missing", "belum diterima"),
    ("nihil", "nihil"),
)


def and_approved(by: str) -> str:
    """ "Dianalisis dan disetujui oleh"."""
    return by.replace(" oleh", " dan disetujui oleh")


def on_behalf(name: str) -> str:
    return f"a.n. {name}"


def recorded(act: str, at: datetime, zone: str) -> str:
    """What stands under a post once its act is recorded; a tap is no signature."""
    return f"{act} {formats.moment(at, zone)}"


def lowest(count: int) -> str:
    return f"{count} indikator dengan capaian terendah"


def uncounted(numbers: Sequence[str]) -> str:
    """In the picture of many indicators, which have no capaian."""
    return f"Tanpa capaian ({len(numbers)}): nomor {', '.join(numbers)}" if numbers else ""


def why_missing(row: RecapRow) -> str:
    """Beside an empty bar, in few letters."""
    if row.figure is None:
        return "Belum diterima"
    return workbooks.NO_DATA_LABEL if row.figure.actual is None else "Tanpa target"


def counted(some: int, every: int) -> str:
    return f"{some} dari {every}"


def others_complete(count: int) -> str:
    return f"{count} unit lainnya lengkap"


def others(count: int) -> str:
    return f"{count} unit lainnya pada buku kerja rekap"


def cell(found: Completeness) -> str:
    """One cell of the picture's matrix, in few letters."""
    if found.missing:
        return "belum"
    counts = [str(found.accepted)] if found.accepted else []
    counts += [f"{found.waiting} menunggu"] if found.waiting else []
    return ", ".join(counts) or "nihil"


def narrow_cell(found: Completeness) -> str:
    """The same where there is room for a number alone; its colour says the rest."""
    if found.missing:
        return "–"
    return str(found.accepted + found.waiting)
