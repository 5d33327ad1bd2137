"""The sentences of the chapter for the LKjIP."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.rules.achievement import Achievement, Direction, Method, NoRatio, means
from bot.rules.carrying import Earlier
from bot.rules.forms import Figure, FilledForm, FormMark, Indicator
from bot.rules.gathered import Gathered
from bot.rules.lkjip import ChapterRow
from bot.rules.periods import Period, parse
from bot.rules.quarter_figures import Gap, QuarterFigure, quarters_of
from bot.rules.recap_rows import RecapRow
from bot.rules.run import RunState
from bot.rules.trends import Change
from bot.rules.year_account import YearAccount, YearRow
from bot.texts import lkjip, lkjip_cells, lkjip_indicators, lkjip_year, lkjip_year_sentences

TW3 = parse("2026-TW3")
TEN = Decimal(10)
ASKED = Indicator(1, "S", "Desa", "desa", Direction.UP, Method.SUM, TEN, TEN, None, None, "a")
MAY = Gathered(parse("2026-05"))
SPACE = "\N{NO-BREAK SPACE}"


def year(*values: str | Gap, asked: Indicator = ASKED, before: YearRow | None = None) -> YearRow:
    quarters = [
        QuarterFigure(quarter, value if isinstance(value, Gap) else Decimal(value))
        for quarter, value in zip(quarters_of(2026), values, strict=True)
    ]
    return YearRow(asked, tuple(quarters), before)


def row(actual: str | None, asked: Indicator = ASKED) -> RecapRow:
    return RecapRow(asked, Figure(asked, None if actual is None else Decimal(actual)))


def test_the_intervals_are_told_from_high_to_low_without_a_gap() -> None:
    assert lkjip.predicates() == (
        ("di atas 90,00%", "Sangat Tinggi"),
        ("di atas 75,00% s.d. 90,00%", "Tinggi"),
        ("di atas 65,00% s.d. 75,00%", "Sedang"),
        ("di atas 50,00% s.d. 65,00%", "Rendah"),
        ("sampai dengan 50,00%", "Sangat Rendah"),
    )


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("41.46", "%", "41,46%"),
        ("6.10", " % ", "6,1%"),
        ("1234", "desa", "1.234 desa"),
        ("0.0001", "", "0,0001"),
        (str(TEN / 3), "hari", "3,33 hari"),
    ],
)
def test_a_figure_stands_as_it_was_written_with_its_unit(value: str, unit: str, shown: str) -> None:
    assert lkjip_cells.measured(Decimal(value), unit) == shown


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (
            row("5"),
            "Realisasi Triwulan III 2026 sebesar 5 desa dari target 10 desa, sehingga capaiannya "
            "50,00% (Sangat Rendah).",
        ),
        (row(None), "Belum ada data realisasi Triwulan III 2026 menurut Irban I."),
        (RecapRow(ASKED, None), "Data Triwulan III 2026 dari Irban I belum diterima."),
        (
            row("5", replace(ASKED, target_period=Decimal(0))),
            "Realisasi Triwulan III 2026 sebesar 5 desa dari target 0 desa; capaian tidak dihitung "
            "karena targetnya bukan bilangan positif.",
        ),
    ],
)
def test_a_period_is_told_in_a_sentence(one: RecapRow, said: str) -> None:
    nothing = year(*(Gap.NO_RUN,) * 4)
    assert lkjip_indicators.sentences(ChapterRow(one, nothing), TW3, "Irban I") == said


def test_a_capaian_below_zero_is_shown_as_zero_with_what_was_counted() -> None:
    below = Achievement(Decimal("-12.5"), Decimal(0))
    assert lkjip_indicators.so(below) == (
        ", sehingga capaiannya 0,00% (Sangat Rendah, dari hitungan -12,50%)"
    )


@pytest.mark.parametrize(
    ("direction", "unit", "before", "said"),
    [
        (Direction.UP, "%", "4", "(4%), realisasi bertambah 1 poin sehingga kinerja membaik."),
        (
            Direction.DOWN,
            "hari",
            "4",
            "(4 hari), realisasi bertambah 1 hari sehingga kinerja menurun.",
        ),
        (Direction.UP, "desa", "5", "(5 desa), realisasi tetap."),
        (Direction.UP, "Persen", "4", "(4%), realisasi bertambah 1 poin sehingga kinerja membaik."),
    ],
)
def test_what_changed_is_told_by_what_is_better_for_it(
    direction: Direction, unit: str, before: str, said: str
) -> None:
    asked = replace(ASKED, direction=direction, unit=unit)
    then = Earlier(parse("2026-TW2"), Decimal(before), None, None)
    told = lkjip_indicators.compared(Change(row("5", asked), then))
    assert told == f"Dibandingkan Triwulan II 2026 {said}"


def test_a_year_tells_what_it_lacks_by_the_reason() -> None:
    told = lkjip_year_sentences.sentences(year("4", Gap.NO_RUN, Gap.NO_DATA, Gap.LATER), TW3)
    assert told == (
        "Realisasi tahun 2026 sampai dengan Triwulan III (jumlah dari 1 triwulan) sebesar 4 desa "
        "dari target tahun 10 desa, sehingga capaiannya 40,00% (Sangat Rendah). Tidak termasuk "
        f"TW{SPACE}II (belum dihimpun) dan TW{SPACE}III (belum ada data)."
    )


def test_a_year_without_any_figure_says_so_and_compares_nothing() -> None:
    before = year("1", "2", "3", "4")
    told = lkjip_year_sentences.sentences(
        year(*(Gap.NO_DATA,) * 4, before=before), parse("2026-TW4")
    )
    assert told == "Belum ada data realisasi tahun 2026."


def test_a_year_is_compared_with_the_one_before() -> None:
    before = year("1", "2", "3", Gap.NO_RUN)
    told = lkjip_year_sentences.sentences(
        year("1", "1", "2", Gap.NO_RUN, before=before), parse("2026-TW4")
    )
    assert told.endswith(
        "Realisasi tahun 2025 sebesar 6 desa (3 dari 4 triwulan), sehingga tahun ini berkurang "
        "2 desa."
    )


@pytest.mark.parametrize(
    ("method", "ending"),
    [
        (Method.SUM, "; selisihnya belum dihitung karena triwulan yang dihimpun berbeda."),
        (Method.MEAN, ", sehingga tahun ini berkurang 0,5 desa."),
        (Method.LAST, ", sehingga tahun ini berkurang 2 desa."),
    ],
)
def test_a_sum_of_some_triwulan_is_not_set_against_one_of_others(
    method: Method, ending: str
) -> None:
    asked = replace(ASKED, method=method)
    before = year("1", "1", "1", "3", asked=asked)
    this = year("1", Gap.LATER, Gap.LATER, Gap.LATER, asked=asked, before=before)
    told = lkjip_year_sentences.sentences(this, parse("2026-TW1"))
    assert told.endswith(f"(4 dari 4 triwulan){ending}")


def test_a_target_that_changed_within_the_year_is_told_with_since_when() -> None:
    def quarter(number: int, target: str) -> QuarterFigure:
        period = Period("triwulan", 2026, number)
        asked = replace(ASKED, target_year=Decimal(target))
        return QuarterFigure(period, TEN, words=((period, Figure(asked, TEN)),))

    told = YearRow(ASKED, (quarter(1, "8"), quarter(2, "10"), quarter(3, "10"), quarter(4, "10")))
    assert lkjip_year_sentences.moved(told) == [
        "Target tahun berubah dalam tahun berjalan: 8 desa sejak Triwulan I 2026 dan 10 desa sejak "
        "Triwulan II 2026."
    ]


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("2026-TW4", "Tahun 2026"),
        ("2026-12", "Tahun 2026"),
        ("2026-TW3", "Tahun 2026 sampai dengan Triwulan III"),
        ("2026-02", "Tahun 2026 sampai dengan Februari"),
    ],
)
def test_a_year_is_named_as_far_as_it_goes(key: str, name: str) -> None:
    assert lkjip_year.year_name(parse(key)) == name


def test_a_triwulan_without_workbooks_is_told_apart_from_one_never_gathered() -> None:
    form = FilledForm(FormMark(1, 1, "a", 1), ())
    april = Gathered(parse("2026-04"), {"a": form}, asked=4)
    account = YearAccount(TW3, (), (), (Gathered(parse("2026-TW1")), april, MAY))
    told = [lkjip_year.completeness(quarter, account)[1] for quarter in account.quarters]
    assert told == [
        "Dihimpun pada putaran triwulan: belum ada buku kerja yang disetujui.",
        "Dihimpun dari 2 di antara 3 bulan: April 2026 (1 dari 4 buku kerja disetujui) dan Mei "
        "2026 (belum ada buku kerja yang disetujui).",
        "Belum dihimpun: tidak ada putaran triwulan atau bulanan yang selesai.",
        "Sesudah laporan ini.",
    ]


def test_a_mean_of_nothing_is_told_as_none() -> None:
    told = lkjip.sasaran_means("Triwulan III 2026", means([NoRatio.NO_DATA]), 1)
    assert told == "Sasaran ini diukur dengan 1 indikator yang belum dapat dihitung capaiannya."


@pytest.mark.parametrize(
    ("state", "ending"),
    [
        (RunState.OPEN, "masih dapat berubah."),
        (RunState.CANCELLED, "dibatalkan sebelum selesai."),
        (RunState.CLOSED, "disebut pada bagian Sumber Data."),
    ],
)
def test_a_draft_says_how_far_its_run_has_come(state: RunState, ending: str) -> None:
    assert lkjip.draft_note(state).endswith(ending)
