"""What stands in the recap's workbook alone: its headings, notes and footers."""

from datetime import date, datetime

from bot.rules.background import Explanation, Origin
from bot.rules.form_faults import FormFault, Weight
from bot.rules.handed_in import HandedIn
from bot.rules.letters import LetterState
from bot.rules.recap import Recap
from bot.rules.run import DocumentState
from bot.rules.trends import Change
from bot.texts import form_faults, formats, shared_rows, workbooks
from bot.texts import recap as words

KETERANGAN = "Keterangan"
GRAFIK = "Grafik"
ASAL = "Asal"

SUMMARY_TITLE = "Ringkasan"
MEAN = "Rata-rata capaian (%)"
CAPPED_MEAN = "Rata-rata capaian, masing-masing paling tinggi 100 (%)"
COUNTED = "Indikator terhitung"
INDICATORS = "Seluruh indikator"
BUDGET = "Pagu (Rp)"
SPENT = "Realisasi anggaran (Rp)"
ABSORBED = "Serapan anggaran (%)"
MISSING_KINDS = "Jenis berkas belum diterima"
WAITING = "Berkas menunggu pemeriksaan"

NOTES_TITLE = "KETERANGAN INDIKATOR"
PER_UNIT = "Jumlah per unit"
PER_STATUS = "Jumlah per status"
COUNT = "Banyaknya"
MEAN_TOTAL = "Rata-rata total"
NO_STATUS = "tanpa status"
ALL = "Jumlah"

DRAFT_TITLE = "Bahan analisis"
CHANGES_TITLE = "Perubahan terhadap periode sebelumnya"
CHANGES_NONE = "Belum ada periode sebelumnya yang dapat dibandingkan."
MISSING_FILES_TITLE = "Berkas yang belum diterima"
CONFIRM_TITLE = "Yang perlu dikonfirmasi"
BELOW_HEADINGS = (
    "Indikator", "Capaian %", "Predikat", "Faktor pendorong", "Faktor penghambat",
    "Rencana tindak lanjut", words.UNIT,
)  # fmt: skip
CHANGES_HEADINGS = (
    "Indikator", "Satuan", "Pembanding", "Realisasi pembanding", "Realisasi", "Selisih",
    "Keterangan", words.UNIT,
)  # fmt: skip
MISSING_FILES_HEADINGS = (words.UNIT, "Jenis berkas")
CONFIRM_HEADINGS = (words.UNIT, "Tempat", "Hal", "Penjelasan pengirim", "Dikonfirmasi")
NOT_CONFIRMED = "belum dikonfirmasi"
UNSURE = {
    LetterState.READ: "nomor dan tanggal terbaca, belum dibenarkan",
    LetterState.GIVEN: "nomor dan tanggal ditulis pengirim, belum dibenarkan",
}
NOT_EXPLAINED = "dibenarkan tanpa penjelasan"

DOCUMENTS_TITLE = "DAFTAR BERKAS"
DOCUMENTS_HEADINGS = (
    words.UNIT, "Jenis", "Nama berkas", "Versi", "Nomor surat", "Tanggal surat", "Diterima",
    "Pengirim", "Status", "Keterangan",
)  # fmt: skip

ORIGINS_TITLE = "ASAL ANGKA"
ORIGINS_NOTE = (
    "Setiap angka pada rekap ini berasal dari sel buku kerja di bawah ini, sebagaimana diserahkan "
    "oleh unitnya. SHA-256 adalah sidik buku kerja itu."
)
ORIGINS_HEADINGS = (
    "Uraian", "Isian", "Nilai", words.UNIT, "Versi", "Sel", "Cara isi", "Pesan", "Diterima",
    "SHA-256",
)  # fmt: skip
BY_FORMULA = "rumus"
BY_HAND = "isian"

CHARTS_TITLE = "GRAFIK CAPAIAN KINERJA"
CHART_DATA_TITLE = "Data grafik"
BARS_TITLE = "Capaian indikator menurut predikat (%)"
ABSORPTION_TITLE = "Serapan anggaran per program/kegiatan (%)"
STATUSES_TITLE = "TLHP menurut status (banyaknya)"
TREND_TITLE = "Perkembangan rata-rata capaian dan serapan (%)"
NO_TREND = "Perkembangan antarperiode ditampilkan setelah ada rekap periode sebelumnya."
INDICATOR = "Indikator"
PROGRAMME = "Program/kegiatan"
PERIOD = "Periode"


def footer(recap: Recap) -> str:
    return f"{words.TITLE.capitalize()} {formats.period(recap.period)}"


def page_number(page: str, pages: str) -> str:
    return f"Halaman {page} dari {pages}"


def register_count(name: str) -> str:
    return f"{name} pada register"


def bars_part(part: int, parts: int) -> str:
    return BARS_TITLE if parts == 1 else f"{BARS_TITLE}, bagian {part} dari {parts}"


def lowest_bars(count: int) -> str:
    return f"{count} indikator dengan capaian terendah"


def remarks_title(posts: tuple[str, ...], at: datetime | None, zone: str) -> str:
    """ "Catatan Ka.Subbag Perencanaan — Kamis, 26 November 2026 pukul 09.20 WITA"."""
    whose = " ".join([words.REMARKS_TITLE, *posts[:1]])
    return whose if at is None else f"{whose} — {formats.moment(at, zone)}"


def moved(change: Change) -> str:
    """How a value moved, by what is better for it."""
    if change.difference is None:
        return workbooks.NO_DATA_LABEL
    if change.better is None:
        return "tetap"
    return "membaik" if change.better else "menurun"


def place(found: FormFault) -> str:
    return " ".join(part for part in (found.sheet, found.cell) if part)


def matter(found: FormFault) -> str:
    said = form_faults.what(found)
    return said[:1].upper() + said[1:]


def said(explanation: Explanation) -> str:
    if explanation.text or explanation.at is None:
        return explanation.text
    return NOT_EXPLAINED


def confirmed(explanation: Explanation, zone: str) -> str:
    return NOT_CONFIRMED if explanation.at is None else short_moment(explanation.at, zone)


def warnings(explanation: Explanation) -> tuple[FormFault, ...]:
    return tuple(found for found in explanation.findings if found.weight is Weight.WARNING)


def to_confirm(recap: Recap) -> list[tuple[str, ...]]:
    """Under CONFIRM_HEADINGS: whose workbook, where, what stands out, what was said, when."""
    warned = [
        (
            recap.title(explained.seat),
            place(found),
            matter(found),
            said(explained),
            confirmed(explained, recap.zone),
        )
        for explained in recap.background.explanations
        for found in warnings(explained)
    ]
    return [*warned, *((*found, "", NOT_CONFIRMED) for found in shared_rows.to_confirm(recap))]


def message(origin: Origin) -> str:
    """The message's id, and in which chat it stands; a person's chat is not numbered."""
    return f"{origin.message_id} ({'grup' if origin.in_group else 'chat pribadi'})"


def short_moment(at: datetime, zone: str) -> str:
    return formats.short_moment(at, zone)


def letter_day(line: HandedIn) -> date | None:
    return None if line.letter == LetterState.DENIED else line.dated


def letter_number(line: HandedIn) -> str:
    return "" if line.letter == LetterState.DENIED else line.number


def document_notes(line: HandedIn) -> str:
    """Everything that a reader of the list must know of a document, in one cell."""
    late = f"melewati batas {formats.minutes(line.minutes_late)}" if line.minutes_late else ""
    replaced = line.state == DocumentState.REPLACED
    unsure = "" if replaced else UNSURE.get(line.letter, "")
    twins = f"surat yang sama dengan {formats.join_names(line.twins)}" if line.twins else ""
    again = f"dikirim ulang {line.repeats} kali" if line.repeats else ""
    notes = (late, words.why(line), unsure, twins, again)
    return "; ".join(note for note in notes if note)
