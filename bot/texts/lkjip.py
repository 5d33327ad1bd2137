"""The words of the chapter on capaian kinerja: its headings, how it counts, what stands where."""

from collections.abc import Sequence
from decimal import Decimal

from bot.rules.achievement import PREDICATES, Means, Predicate
from bot.rules.periods import Period
from bot.rules.recap import Recap
from bot.rules.run import RunState
from bot.texts import formats
from bot.texts import recap as recap_words
from bot.texts import workbooks as words

TABLE = "Tabel"
CHAPTER = "BAB III\nAKUNTABILITAS KINERJA"
ACHIEVEMENT = "A. Capaian Kinerja"
COUNTING = "1. Cara Penghitungan Capaian"
OVERVIEW = "2. Gambaran Umum"
PER_SASARAN = "3. Capaian per Sasaran"
REMARKS = "4. Catatan Analisis"
MONEY = "B. Realisasi Anggaran"
REGISTERS = "C. Hasil Pemeriksaan, Evaluasi, dan Tindak Lanjut"
SOURCES = "Sumber Data"
NO_SASARAN = "Sasaran belum disebutkan"
NOBODY_FILED = (
    "Sampai rancangan ini disusun belum ada buku kerja yang disetujui pada putaran ini. Seluruh "
    "indikator karena itu belum memiliki data; tidak satu pun dihitung sebagai nol."
)
UNFINISHED = {
    RunState.OPEN: "Putaran pengumpulan data belum selesai, sehingga angka masih dapat berubah.",
    RunState.CANCELLED: "Putaran pengumpulan data dibatalkan sebelum selesai.",
    RunState.CLOSED: "",
}
NO_INDICATORS = "Format putaran ini tidak memuat indikator."
COUNTED_BY = (
    "Capaian kinerja dihitung dengan membandingkan realisasi dengan target setiap indikator, "
    "menurut arah indikatornya:"
)
UP = ("Arah naik", "makin tinggi realisasi makin baik; capaian = realisasi ÷ target × 100%.")
DOWN = (
    "Arah turun",
    "makin rendah realisasi makin baik; capaian = (2 × target − realisasi) ÷ target × 100%, "
    "paling rendah 0%.",
)
NOT_CAPPED = (
    "Capaian tidak dibatasi 100%; rata-rata disajikan apa adanya dan dengan masing-masing capaian "
    f"paling tinggi 100%. “{words.NO_DATA_LABEL}” merupakan keterangan tersendiri: tidak dihitung "
    "nol dan tidak masuk rata-rata. Target nol tidak menghasilkan capaian."
)
PREDICATED = "Predikat ditetapkan atas capaian yang dibulatkan dua desimal, sebagai berikut."
PREDICATE_TABLE = "Predikat capaian kinerja"
PREDICATE_HEADINGS = ("Capaian", "Predikat")
SASARAN_TABLE = "Rata-rata capaian per sasaran"
SASARAN_HEADINGS = (
    "No", "Sasaran", "Indikator", "Terhitung", "Rata-rata capaian", "Paling tinggi 100%",
)  # fmt: skip
NUMBER, INDICATOR, UNIT = "No", "Indikator", "Satuan"
ACTUAL, REACHED, PREDICATE, SOURCE = "Realisasi", "Capaian", "Predikat", "Sumber"
BEFORE_HEADINGS = (
    "No", "Indikator", "Periode pembanding", "Realisasi pembanding", "Realisasi", "Selisih",
    "Keterangan", "Sumber pembanding",
)  # fmt: skip
NO_BEFORE = "Belum ada periode sebelumnya yang dapat dibandingkan bagi sasaran ini."
NOTHING_SAID = "Faktor pendorong, faktor penghambat, dan rencana tindak lanjut belum diisi."
ALL = "Jumlah"
ALL_INDICATORS = "Seluruh indikator"


def draft(period: str) -> str:
    """What stands above each page."""
    return f"RANCANGAN — Bahan Laporan Kinerja {period}"


def draft_note(state: RunState) -> str:
    said = (
        "Rancangan ini disusun oleh sistem dari buku kerja yang telah disetujui dan mohon "
        "diperiksa sebelum digunakan. Sumber setiap angka disebut pada bagian "
        f"{SOURCES}."
    )
    return f"{said} {UNFINISHED[state]}".rstrip()


def office(head: Sequence[str]) -> str:
    """The kop's first two lines, which are its names; an address follows."""
    return " — ".join(line for line in head[:2] if line)


def name_of(sasaran: str) -> str:
    return sasaran or NO_SASARAN


def sasaran_heading(place: int, sasaran: str) -> str:
    return f"Sasaran {place}. {name_of(sasaran)}"


def predicates() -> tuple[tuple[str, str], ...]:
    """Each interval with its label, from high to low."""
    above = [band.above for band in PREDICATES]
    return tuple(
        (_interval(band, higher), band.label)
        for band, higher in zip(PREDICATES, [None, *above], strict=False)
    )


def _interval(band: Predicate, higher: Decimal | None) -> str:
    if band.above is None:
        return f"sampai dengan {formats.percent(higher)}" if higher is not None else "semua"
    low = f"di atas {formats.percent(band.above)}"
    return low if higher is None else f"{low} s.d. {formats.percent(higher)}"


def overview(recap: Recap) -> tuple[str, ...]:
    return (*recap_words.analysis(recap), *_uncounted(recap))


def _uncounted(recap: Recap) -> tuple[str, ...]:
    without = len(recap.analysis.missing)
    if not without:
        return ()
    return (
        f"{without} indikator belum dapat dihitung capaiannya; sebabnya disebut pada tabelnya.",
    )


def sasaran_means(period: str, means: Means, every: int) -> str:
    if means.raw is None:
        return f"Sasaran ini diukur dengan {every} indikator yang belum dapat dihitung capaiannya."
    return (
        f"Sasaran ini diukur dengan {every} indikator. Rata-rata capaian {period} sebesar "
        f"{formats.percent(means.raw)}, dihitung dari {counted_of(means.counted, every)}."
    )


def counted_of(some: int, every: int) -> str:
    return "seluruhnya" if some == every else f"{some} di antaranya"


def capaian_table(place: int, period: str) -> str:
    return f"Capaian indikator sasaran {place}, {period}"


def capaian_headings(period: Period) -> tuple[str, ...]:
    target = f"Target {formats.period_short(period)}"
    return (NUMBER, INDICATOR, UNIT, target, ACTUAL, REACHED, PREDICATE, SOURCE)


YEAR_HEADINGS = (
    "No", "Indikator", "Satuan", "Target tahun", "Realisasi sampai periode ini", "Capaian",
    "Predikat", "Dihitung dari",
)  # fmt: skip


def year_table(place: int, year: int) -> str:
    return f"Perbandingan dengan target tahun {year}, sasaran {place}"


def before_table(place: int) -> str:
    return f"Perbandingan dengan periode sebelumnya, sasaran {place}"


def about_table(sasaran: str) -> str:
    """For who cannot see the table."""
    return f"Target, realisasi, capaian, dan predikat setiap indikator pada sasaran: {sasaran}."


def sources(after_registers: bool) -> str:  # noqa: FBT001
    return f"{'D' if after_registers else 'C'}. {SOURCES}"
