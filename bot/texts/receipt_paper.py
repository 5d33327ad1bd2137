"""The words of the receipt for what a seat handed in."""

from bot.rules.receipts import Receipt
from bot.rules.run import Document, DocumentState, Run
from bot.texts import evidence
from bot.texts.formats import file_size, period, plain_day, short_moment
from bot.texts.words import sender

NAME = "Tanda terima"
TITLE = "TANDA TERIMA BERKAS"
LABELS = ("Diterima dari", "Diterima oleh", "Periode", "Keadaan")
HEADINGS = ("No", "Jenis", "Berkas", "Surat", "Diterima", "Keputusan")
NIHIL = "Nihil: tidak ada pada periode ini"
DECLARED = "nihil dinyatakan"
WITHDRAWN = "diganti berkas yang diserahkan kemudian"
MENDED = "dikembalikan untuk perbaikan, kemudian diganti"
NO_LETTER = "–"
HANDED_IN_BY = "Yang menyerahkan"
RECEIVED_BY = "Yang menerima"
DIGEST_SHOWN = 12
NOTE = (
    f"Sidik ialah {DIGEST_SHOWN} karakter pertama SHA-256 isi berkas yang disimpan sistem. "
    "Diterima berarti berkas telah disimpan; disetujui berarti penghimpunnya telah memeriksa."
)
STATES = {**evidence.STATES, DocumentState.RECEIVED: "diterima, menunggu pemeriksaan"}


def title(receipt: Receipt, run: Run) -> str:
    """With the collector where a seat hands in to several."""
    taker = "" if receipt.alone else f" kepada {receipt.collector.short or receipt.collector.title}"
    return f"{NAME} {receipt.seat.title}{taker}, {period(run.period)}"


def subtitle(receipt: Receipt, run: Run) -> str:
    return f"{receipt.seat.title} — {period(run.period)}".upper()


def standing(receipt: Receipt) -> str:
    if not receipt.owed:
        return "Berkas lengkap"
    return f"Masih kurang: {', '.join(kind.code for kind in receipt.owed)}"


def file_lines(document: Document) -> str:
    if document.nihil:
        return NIHIL
    told = f"versi {document.version} · {file_size(document.size)}"
    return f"{document.name}\n{told}\nsidik {document.digest[:DIGEST_SHOWN]}"


def letter_lines(document: Document) -> str:
    dated = plain_day(document.dated) if document.dated else ""
    return "\n".join(part for part in (document.number, dated) if part) or NO_LETTER


def received(document: Document, name: str, zone: str) -> str:
    again = f"\ndikirim lagi {document.repeats} kali" if document.repeats else ""
    return f"{short_moment(document.received_at, zone)}\noleh {sender(name, document)}{again}"


def decided(document: Document, name: str, zone: str) -> str:
    """What became of it, when and by whom; the reason of a return stays with the version."""
    if document.nihil:
        return DECLARED if document.counts else WITHDRAWN
    mended = document.state == DocumentState.REPLACED and document.reason
    lines = [MENDED if mended else STATES[document.state]]
    if document.decided_at is not None:
        by = f", {name}" if name else ""
        lines.append(f"{short_moment(document.decided_at, zone)}{by}")
    if document.reason:
        lines.append(f"alasan: {document.reason}")
    return "\n".join(lines)
