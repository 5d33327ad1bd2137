"""The words of the year's chapter: how triwulan become a year, and what of it is missing."""

from decimal import Decimal

from bot.rules.achievement import Method, RolledUp
from bot.rules.gathered import Gathered
from bot.rules.periods import Period
from bot.rules.quarter_figures import Gap, QuarterFigure
from bot.rules.year_account import YearAccount, YearRow
from bot.texts import formats, lkjip, lkjip_cells
from bot.texts import workbooks as words

ACCUMULATED = "Angka tahun dihimpun dari angka triwulan menurut cara hitung indikatornya:"
METHODS = (
    ("Jumlah", "angka triwulan dijumlahkan."),
    ("Rata-rata", "angka triwulan yang ada dirata-ratakan."),
    ("Posisi akhir", "angka triwulan terakhir yang ada menjadi angka tahun."),
)
FROM_MONTHS = (
    "Triwulan yang tidak dihimpun tersendiri diisi dari bulan-bulannya dengan cara yang sama. "
    "Triwulan tanpa angka disebut sebabnya dan tidak dihitung nol. Realisasi anggaran dicatat "
    "sejak awal tahun, sehingga yang dipakai ialah keadaan terakhir."
)
COMPLETENESS = "2. Kelengkapan Data"
OVERVIEW = "3. Gambaran Umum"
PER_SASARAN = "4. Capaian per Sasaran"
GONE = "5. Indikator yang Tidak Lagi Dihimpun"
GONE_NOTE = (
    "Indikator berikut ada pada putaran sebelumnya tetapi tidak ada pada format yang terakhir, "
    "termasuk yang satuannya berubah. Angkanya disajikan tersendiri dan tidak digabungkan."
)
NOT_SUMMED = "Register periode sebelumnya dalam tahun ini tidak dijumlahkan."
NOBODY_FILED = (
    "Sampai rancangan ini disusun belum ada buku kerja yang disetujui pada tahun ini. Seluruh "
    "indikator karena itu belum memiliki data; tidak satu pun dihitung sebagai nol."
)
COMPLETENESS_TABLE = "Kelengkapan data menurut triwulan"
COMPLETENESS_HEADINGS = ("Triwulan", "Keadaan")
SUMMARY_HEADINGS = (
    "No", "Indikator", "Satuan", "Cara hitung", "Target tahun", "Realisasi", "Capaian", "Predikat",
)  # fmt: skip
QUARTER_HEADINGS = ("Periode", "Target", "Realisasi", "Capaian", "Predikat", "Sumber")
MONEY_HEADINGS = (
    "No", "Program/kegiatan", "Pagu", "Realisasi", "Serapan", "Keadaan", "Sumber",
)  # fmt: skip
GAPS = {
    Gap.NO_DATA: words.NO_DATA_LABEL,
    Gap.NOT_HANDED_IN: "Data belum diterima",
    Gap.NOT_ASKED: "Bukan indikator periode ini",
    Gap.NO_RUN: "Belum dihimpun",
    Gap.LATER: "Sesudah laporan ini",
}
METHOD_NAMES = {
    Method.SUM: "jumlah",
    Method.MEAN: "rata-rata",
    Method.LAST: "posisi akhir",
}


def year_name(until: Period) -> str:
    """Tahun 2026, or Tahun 2026 sampai dengan Triwulan III before its last one."""
    whole = f"Tahun {until.year}"
    if until.end.month == 12:
        return whole
    return f"{whole} sampai dengan {formats.period(until).removesuffix(f' {until.year}')}"


def in_year(until: Period) -> str:
    """The same within a sentence."""
    name = year_name(until)
    return name[:1].lower() + name[1:]


def completeness(quarter: Period, account: YearAccount) -> tuple[str, str]:
    """What of a triwulan was gathered: by itself, else month by month."""
    name = formats.period(quarter)
    if quarter.start > account.until.end:
        return name, f"{GAPS[Gap.LATER]}."
    own = next((run for run in account.runs if run.period == quarter), None)
    if own is not None:
        return name, f"Dihimpun pada putaran triwulan: {workbooks_of(own)}."
    months = [run for run in account.runs if quarter.start <= run.period.start <= quarter.end]
    if not months:
        return name, f"{GAPS[Gap.NO_RUN]}: tidak ada putaran triwulan atau bulanan yang selesai."
    told = [f"{formats.period(run.period)} ({workbooks_of(run)})" for run in months]
    return name, f"Dihimpun dari {len(months)} di antara 3 bulan: {formats.join_names(told)}."


def workbooks_of(run: Gathered) -> str:
    if not run.forms:
        return "belum ada buku kerja yang disetujui"
    of = f" dari {run.asked}" if run.asked else ""
    return f"{len(run.forms)}{of} buku kerja disetujui"


def overview(account: YearAccount, counted: int, mean: Decimal | None) -> str:
    name = in_year(account.until)
    if mean is None:
        return f"Belum ada indikator {name} yang dapat dihitung capaiannya."
    return (
        f"Rata-rata capaian {name} terhadap target tahun sebesar {formats.percent(mean)}, "
        f"dihitung dari {counted} di antara {len(account.rows)} indikator."
    )


def sasaran_means(until: Period, counted: int, mean: Decimal | None, every: int) -> str:
    if mean is None:
        return f"Sasaran ini diukur dengan {every} indikator yang belum dapat dihitung capaiannya."
    return (
        f"Sasaran ini diukur dengan {every} indikator. Rata-rata capaian {in_year(until)} "
        f"terhadap target tahun sebesar {formats.percent(mean)}, dihitung dari "
        f"{lkjip.counted_of(counted, every)}."
    )


def summary_table(place: int, year: int) -> str:
    return f"Capaian indikator sasaran {place}, tahun {year}"


def quarter_table(name: str) -> str:
    return " ".join(name.split())


def value(quarter: QuarterFigure) -> str:
    """The figure, or why there is none; of months, from how many."""
    if isinstance(quarter.value, Gap):
        return GAPS[quarter.value]
    made = quarter.months
    of_months = f"\n({made.counted} dari {made.parts} bulan)" if made else ""
    return f"{lkjip_cells.amount(quarter.value)}{of_months}"


def year_line(row: YearRow, year: int) -> str:
    return f"Tahun {year}\n({METHOD_NAMES[row.indicator.method]})"


def money_table(year: int) -> str:
    return f"Serapan anggaran per program/kegiatan, tahun {year}"


def of_parts(made: RolledUp) -> str:
    return f"{made.counted} dari {made.parts} triwulan"


def before_line(year: int) -> str:
    return f"Tahun {year - 1}"


def before_value(before: RolledUp) -> str:
    if before.value is None:
        return words.NO_DATA_LABEL
    return f"{lkjip_cells.amount(before.value)}\n({of_parts(before)})"


def as_of(quarter: QuarterFigure | None) -> str:
    return formats.period_short(quarter.period) if quarter else words.NO_DATA_LABEL
