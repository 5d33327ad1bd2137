"""The recap's words: its sheets, the drafted analysis, and the summary for the group."""

from collections import Counter
from decimal import Decimal

from bot.rules.achievement import PREDICATES, Achievement, NoRatio
from bot.rules.completeness import Completeness
from bot.rules.handed_in import HandedIn
from bot.rules.recap import Recap
from bot.rules.recap_rows import RecapRow
from bot.rules.run import DocumentState
from bot.texts import formats
from bot.texts import workbooks as words

RINGKASAN = "Ringkasan"
CAPAIAN = "Capaian"
ANALISIS = "Analisis"
BERKAS = "Berkas"

TITLE = "REKAP CAPAIAN KINERJA"
NOT_HANDED_IN = "belum diterima"
UNIT = "Unit"
NIHIL = "Nihil"
SUMMARY_HEADINGS = ("Uraian", "Nilai")
MEAN = "Rata-rata capaian"
CAPPED_MEAN = "Rata-rata capaian (masing-masing paling tinggi 100)"
COUNTED = "Jumlah indikator terhitung"
TOTAL = "Jumlah anggaran"
MONEY_TITLE = "Serapan anggaran"
MONEY_HEADINGS = ("Program/kegiatan", "Pagu Rp", "Realisasi Rp", "Serapan %", "Penanggung jawab")
COMPLETENESS_TITLE = "Kelengkapan berkas"
STATUS_HEADINGS = ("Status", "Jumlah", "Sisa Rp", "Nilai rekomendasi Rp")
BERKAS_HEADINGS = ("Unit", "Jenis", "Nama berkas", "Versi", "Diterima", "Status", "Keterangan")
ANALISIS_HEADINGS = (
    "Indikator", "Capaian", "Predikat", "Faktor penghambat", "Rencana tindak lanjut", UNIT,
)  # fmt: skip
BELOW_TITLE = "Indikator di bawah target"
MISSING_TITLE = "Indikator tanpa capaian"
MISSING_HEADINGS = ("Indikator", "Keterangan", UNIT)
REMARKS_TITLE = "Catatan"
DRAFT_NOTE = "Bahan analisis disusun oleh sistem dari data yang diterima, untuk diperiksa kembali."


def head(recap: Recap) -> tuple[str, ...]:
    return (*recap.head, f"{TITLE} {formats.period(recap.period).upper()}")


def compiled(recap: Recap) -> str:
    return f"Disusun {formats.moment(recap.compiled_at, recap.zone)}"


def sheet_line(recap: Recap) -> str:
    """Of the kop without its address."""
    return words.subtitle(" — ".join(recap.head[:2]), formats.period(recap.period))


def summary_lines(recap: Recap) -> tuple[tuple[str, str], ...]:
    """Name and value of what stands first on the summary sheet."""
    return (
        (MEAN, percent_or_dash(recap.means.raw)),
        (CAPPED_MEAN, percent_or_dash(recap.means.capped)),
        (COUNTED, f"{recap.means.counted} dari {len(recap.rows)}"),
        ("Serapan anggaran", ratio(recap.money.absorption)),
        *((f"{name} pada register", str(rows)) for name, rows in registers(recap)),
        ("Jenis berkas belum diterima", str(sum(cell.missing for cell in recap.completeness))),
        ("Berkas menunggu pemeriksaan", str(sum(cell.waiting for cell in recap.completeness))),
    )


def registers(recap: Recap) -> tuple[tuple[str, int], ...]:
    """Name and rows of each register that has some; another SOP may have none of them."""
    every = (("LHP", recap.lhp), ("LHE", recap.lhe), ("TLHP", recap.tlhp))
    return tuple((name, len(rows)) for name, rows in every if rows)


def percent_or_dash(value: Decimal | None) -> str:
    return "–" if value is None else formats.percent(value)


def ratio(value: Achievement | NoRatio) -> str:
    return formats.percent(value.shown) if isinstance(value, Achievement) else "–"


def completeness(cell: Completeness, zone: str) -> str:
    """One cell of the matrix: how many, since when, how late."""
    if cell.missing:
        return NOT_HANDED_IN
    counts = [f"{cell.accepted} disetujui"] if cell.accepted else []
    counts += [f"{cell.waiting} menunggu pemeriksaan"] if cell.waiting else []
    counts += ["nihil"] if cell.nihil else []
    lines = [", ".join(counts)]
    if cell.received_at is not None:
        lines.append(formats.short_moment(cell.received_at, zone))
    lines += [f"oleh {hand}" for hand in cell.hands]
    if cell.minutes_late:
        lines.append(f"melewati batas {formats.minutes(cell.minutes_late)}")
    return "\n".join(lines)


def document(line: HandedIn, recap: Recap) -> tuple[str, str, str, int, str, str, str]:
    late = f"melewati batas {formats.minutes(line.minutes_late)}" if line.minutes_late else ""
    return (
        recap.title(line.seat),
        line.kind,
        NIHIL if line.nihil else line.name,
        line.version,
        formats.moment(line.received_at, recap.zone),
        line.state.value,
        "; ".join(part for part in (late, why(line)) if part),
    )


def why(line: HandedIn) -> str:
    """The reason; of a version that was replaced since, that it was returned with it."""
    replaced = line.reason and line.state == DocumentState.REPLACED
    return f"dikembalikan: {line.reason}" if replaced else line.reason


def analysis(recap: Recap) -> tuple[str, ...]:
    """The drafted analysis in sentences, without the tables that follow it."""
    found = recap.analysis
    lines = [_opening(recap)]
    if found.best and found.worst:
        lines.append(f"Capaian tertinggi: {_named(found.best)}.")
        lines.append(f"Capaian terendah: {_named(found.worst)}.")
    if recap.money.counted:
        lines.append(_money(recap))
    lines.append(predicates(recap))
    return tuple(line for line in lines if line)


def _opening(recap: Recap) -> str:
    period = formats.period(recap.period)
    if recap.means.raw is None or recap.means.capped is None:
        return f"Belum ada indikator {period} yang dapat dihitung capaiannya."
    return (
        f"Rata-rata capaian {period} sebesar {formats.percent(recap.means.raw)} "
        f"({formats.percent(recap.means.capped)} bila masing-masing paling tinggi 100%), "
        f"dihitung dari {recap.means.counted} di antara {len(recap.rows)} indikator."
    )


def _money(recap: Recap) -> str:
    return (
        f"Serapan anggaran {ratio(recap.money.absorption)} dengan realisasi "
        f"{formats.rupiah(recap.money.spent)}, dihitung dari {recap.money.counted} di antara "
        f"{recap.money.programmes} program/kegiatan."
    )


def predicates(recap: Recap) -> str:
    counted = Counter(row.predicate.label for row in recap.rows if row.predicate)
    ranked = [band.label for band in PREDICATES if counted[band.label]]
    listed = [f"{label} {counted[label]}" for label in ranked]
    return f"Predikat: {formats.join_names(listed)}." if listed else ""


def _named(row: RecapRow) -> str:
    label = row.predicate.label if row.predicate else "–"
    return f"{row.indicator.name}, {percent_or_dash(row.shown)} ({label})"


def why_missing(row: RecapRow) -> str:
    if row.figure is None:
        return "Data belum diterima"
    if row.figure.actual is None:
        return words.NO_DATA_LABEL
    return "Target nol atau kurang; mohon diberi catatan"


def why_missing_spent(row: RecapRow) -> str:
    return words.NO_DATA if row.figure else NOT_HANDED_IN


def below(row: RecapRow, recap: Recap) -> tuple[str, ...]:
    """One row of the table of indicators below their target."""
    label = row.predicate.label if row.predicate else ""
    figure = row.figure
    said = (figure.obstacles, figure.follow_up) if figure else ("", "")
    unit = recap.title(row.indicator.seat)
    return (row.indicator.name, percent_or_dash(row.shown), label, *said, unit)


def missing(row: RecapRow, recap: Recap) -> tuple[str, str, str]:
    return (row.indicator.name, why_missing(row), recap.title(row.indicator.seat))
