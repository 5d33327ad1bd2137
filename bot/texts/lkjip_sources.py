"""How the chapter names the source of each figure."""

from collections.abc import Sequence

from bot.rules.background import Origin
from bot.rules.periods import Period
from bot.texts import formats

NOTE = (
    "Pada kolom Sumber, angka dalam kurung siku menunjuk nomor buku kerja pada tabel berikut; "
    "huruf dan angka sesudahnya menunjuk sel pada lembar Data Kinerja, atau nama lembar register. "
    "Target dan pagu berasal dari format permintaan data yang berlaku pada putarannya. Sidik "
    "adalah 12 karakter pertama SHA-256 berkas sebagaimana diterima."
)
TABLE = "Buku kerja yang menjadi sumber angka"
HEADINGS = ("Nomor", "Periode", "Unit", "Nama berkas", "Versi", "Diterima", "Sidik")
NONE = "Belum ada buku kerja yang menjadi sumber angka."
DIGEST_HEAD = 12  # hex digits: enough to find the file by


def cited(number: int, cell: str) -> str:
    """[3] I7, which no line parts."""
    return f"[{number}]\N{NO-BREAK SPACE}{cell}".rstrip()


def uncited(period: Period) -> str:
    """Where the workbook's origin is not at hand."""
    return formats.period_short(period)


def joined(citations: Sequence[str]) -> str:
    return "; ".join(citations) or "–"


def origin_cells(
    number: int, period: Period, unit: str, origin: Origin, zone: str
) -> tuple[str, ...]:
    return (
        f"[{number}]",
        formats.period_short(period),
        unit,
        origin.name or "–",
        str(origin.version),
        formats.short_moment(origin.received_at, zone),
        origin.digest[:DIGEST_HEAD],
    )
