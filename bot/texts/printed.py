"""The words of the printed recap and of its picture, beside those of the workbook."""

from datetime import datetime

from bot.rules.recap import Completeness
from bot.texts import formats

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

MEAN = "Rata-rata capaian"
CAPPED = "Masing-masing paling tinggi 100"
ABSORBED = "Serapan anggaran"
COUNTED = "Indikator terhitung"
EVERY = "Semua indikator menurut nomor"
TARGET = "Target 100%"


def recorded(act: str, at: datetime, zone: str) -> str:
    """What stands under a post once its act is recorded; a tap is no signature."""
    return f"{act} {formats.moment(at, zone)}"


def lowest(count: int) -> str:
    return f"{count} indikator dengan capaian terendah atau belum terhitung"


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
