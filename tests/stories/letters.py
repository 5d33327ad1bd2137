"""Letters as an Irban would hand them in."""

from datetime import date

from bot.papers.samples import letter_docx, letter_pdf
from bot.rehearsal.telegram import Upload

TITLES = {
    "LHP": "Laporan Hasil Pemeriksaan",
    "LHE": "Laporan Hasil Evaluasi",
    "TLHP": "Tindak Lanjut Hasil Pemeriksaan",
}


def letter(kind: str, number: int = 1, name: str = "", *, word: bool = False) -> Upload:
    """A letter whose first page names its kind; `name` is that of the file."""
    make = letter_docx if word else letter_pdf
    content = make(
        TITLES.get(kind, kind), f"{number:03d}/{kind}/2026", date(2026, 11, 23), "Irban", "Contoh."
    )
    return Upload(name or f"{kind} {number}.{'docx' if word else 'pdf'}", content)


def plain_letter(name: str, number: int = 1) -> Upload:
    """A letter that no sign tells the kind of."""
    return letter("Surat", number, name)
