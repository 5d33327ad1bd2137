"""The chapter's words on money: absorption, and what the registers come to."""

from collections.abc import Sequence
from decimal import Decimal

from bot.rules.periods import Period
from bot.rules.recap_money import Money
from bot.rules.register_sums import LheSum, LhpSum, TlhpSum
from bot.texts import formats
from bot.texts import recap as recap_words
from bot.texts import recap_sheets as more

PROGRAMME_TABLE = "Serapan anggaran per program/kegiatan"
PROGRAMME_HEADINGS = (
    "No", "Program/kegiatan", "Pagu", "Realisasi", "Serapan", "Penanggung jawab", "Sumber",
)  # fmt: skip
SASARAN_TABLE = "Serapan anggaran per sasaran"
SASARAN_HEADINGS = ("No", "Sasaran", "Pagu", "Realisasi", "Serapan", "Program terhitung")
NO_PROGRAMME = "Format putaran ini tidak memuat program/kegiatan."
NOT_COUNTED = (
    "Serapan dihitung dari program/kegiatan yang realisasinya telah diketahui; pagu yang "
    "realisasinya belum diketahui tidak masuk hitungan serapan."
)
LHP_TABLE = "Register Laporan Hasil Pemeriksaan (LHP)"
LHP_HEADINGS = ("Banyaknya LHP", "Jumlah temuan", "Nilai temuan", "Sumber")
LHE_TABLE = "Register Laporan Hasil Evaluasi (LHE)"
LHE_HEADINGS = ("Banyaknya LHE", "Terhitung", "Rata-rata nilai", "Predikat", "Sumber")
TLHP_TABLE = "Tindak lanjut hasil pemeriksaan (TLHP) menurut status"
TLHP_HEADINGS = (
    "Status", "Banyaknya", "Nilai rekomendasi", "Telah disetor", "Sisa", "Sumber",
)  # fmt: skip


def as_of(period: Period) -> str:
    return f"Keadaan register menurut buku kerja {formats.period(period)} adalah sebagai berikut."


def empty(register: str) -> str:
    return f"{register}: belum ada isian pada periode ini."


def joined(citations: Sequence[str]) -> str:
    return "; ".join(citations) or "–"


def absorbed(money: Money) -> str:
    if not money.counted:
        return "Belum ada realisasi anggaran yang dapat dihitung serapannya."
    return (
        f"Realisasi anggaran sebesar {formats.rupiah(money.spent)} dengan serapan "
        f"{recap_words.ratio(money.absorption)}, dihitung dari {money.counted} di antara "
        f"{money.programmes} program/kegiatan dengan pagu seluruhnya "
        f"{formats.rupiah(money.budget)}."
    )


def money_cells(money: Money) -> tuple[str, str, str, str]:
    spent = formats.rupiah(money.spent) if money.counted else "–"
    counted = f"{money.counted} dari {money.programmes}"
    return formats.rupiah(money.budget), spent, recap_words.ratio(money.absorption), counted


def rupiah(value: Decimal | None) -> str:
    return "–" if value is None else formats.rupiah(value)


def lhp_cells(found: LhpSum) -> tuple[str, str, str]:
    return str(found.count), formats.number(found.findings), formats.rupiah(found.value)


def lhe_cells(found: LheSum) -> tuple[str, str, str, str]:
    mean = "–" if found.mean is None else formats.number(found.mean)
    return str(found.count), str(found.counted), mean, found.grade or "–"


def tlhp_cells(found: TlhpSum) -> tuple[str, str, str, str, str]:
    return (
        found.status.value.capitalize() if found.status else more.NO_STATUS.capitalize(),
        str(found.count),
        formats.rupiah(found.recommended),
        formats.rupiah(found.deposited),
        formats.rupiah(found.remaining),
    )
