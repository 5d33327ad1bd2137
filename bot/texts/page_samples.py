"""What the example files of the rehearsal's page are called, and why one cannot be had."""

from bot.rules.sop import DocumentKind, Seat

FILLED = "Buku kerja terisi"
DAMAGED = "Buku kerja rusak"
LETTERS = "Buku kerja dengan huruf pada kolom angka"
EMPTY = "Berkas kosong (0 byte)"
NO_PDF = "PDF yang bukan PDF"
WORDS_FOR_A_NUMBER = "empat puluh satu"
NOT_A_PDF = "Tulisan ini bukan PDF, hanya bernama demikian."
NO_SUCH_SAMPLE = "Berkas contoh itu tidak tersedia untuk kursi pegawai ini."


def letter(kind: DocumentKind, form: str) -> str:
    return f"{kind.code} ({form.upper()})"


def of_another(seat: Seat) -> str:
    return f"Buku kerja milik {seat.title}"


def for_seat(label: str, seat: Seat) -> str:
    """Where one person holds several seats, whose file it is."""
    return f"{seat.title}: {label}"


def no_workbook_yet(seat: Seat) -> str:
    return (
        f"Buku kerja {seat.title} belum dikirim sistem. Buku kerja tiba di chat pribadi setelah "
        "format disampaikan."
    )
