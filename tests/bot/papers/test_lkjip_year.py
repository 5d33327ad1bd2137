from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from bot.papers.lkjip_year import lkjip_year
from bot.rules.background import Background
from bot.rules.lkjip import Chapter, chapter
from bot.rules.recap import Recap
from bot.rules.run import RunState
from bot.rules.stationery import Stationery
from bot.texts import formats
from tests.bot.papers.chapters import Forms, of_example, opened, said, tables_under

OFFICE = Stationery(("DINAS PMD",))


@pytest.fixture(scope="module")
def example(recap: Recap, forms: Forms, background: Background) -> Chapter:
    """TW I month by month but for one, TW II never, TW III as worked; of the year before TW IV."""
    past = ("2026-01=0.5", "2026-03=0.25", "2025-TW4=2")
    return of_example(recap, forms, background, *past)


@pytest.fixture(scope="module")
def document(example: Chapter) -> Any:
    return opened(lkjip_year(example, OFFICE))


def quarters(document: Any, place: int) -> list[list[str]]:
    rows = list(tables_under(document, "Periode", "Target", "Realisasi"))[place]
    return [row[:1] + row[2:3] for row in rows[1:]]


def test_a_sum_adds_its_months_and_triwulan_and_names_what_is_missing(document: Any) -> None:
    assert quarters(document, 6) == [
        ["Tahun 2025", "724\n(1 dari 4 triwulan)"],
        ["Triwulan I 2026", "271,5\n(2 dari 3 bulan)"],
        ["Triwulan II 2026", "Belum dihimpun"],
        ["Triwulan III 2026", "362"],
        ["Triwulan IV 2026", "Sesudah laporan ini"],
        ["Tahun 2026\n(jumlah)", "633,5"],
    ]
    told = said(document)
    assert "Tidak termasuk TW\N{NO-BREAK SPACE}II (belum dihimpun)." in told
    assert "sebesar 633,5 orang dari target tahun 400 orang" in told


def test_the_year_before_stands_against_the_target_of_its_own_year(
    recap: Recap, forms: Forms, background: Background
) -> None:
    example = of_example(recap, forms, background, "2025-TW4=2")
    asked = recap.rows[0].indicator
    past = {
        seat: replace(
            form,
            figures=tuple(
                replace(f, indicator=replace(f.indicator, target_year=Decimal(100)))
                for f in form.figures
            ),
        )
        for seat, form in forms.items()
    }
    runs = [replace(r, forms=past) if r.period.year == 2025 else r for r in example.runs]
    document = opened(lkjip_year(chapter(example.recap, runs, RunState.CLOSED), OFFICE))
    rows = next(iter(tables_under(document, "Periode", "Target", "Realisasi")))
    assert rows[1][:5] == [
        "Tahun 2025",
        "100",
        "41,46\n(1 dari 4 triwulan)",
        "41,46%",
        "Sangat Rendah",
    ]
    assert rows[-1][1] == formats.exact(asked.target_year)


def test_every_month_that_made_a_figure_is_cited(document: Any) -> None:
    rows = next(iter(tables_under(document, "Periode", "Target", "Realisasi")))
    cited = rows[2][-1].split("; ")
    numbers = {row[0]: row[1] for row in next(iter(tables_under(document, "Sidik")))[1:]}
    assert [numbers[one.split("\N{NO-BREAK SPACE}")[0]] for one in cited] == [
        "Jan 2026",
        "Mar 2026",
    ]


def test_the_page_tells_how_complete_the_year_is(document: Any) -> None:
    (rows,) = tables_under(document, "Triwulan", "Keadaan")
    assert [row[1] for row in rows[1:]] == [
        "Dihimpun dari 2 di antara 3 bulan: Januari 2026 (4 buku kerja disetujui) dan "
        "Maret 2026 (4 buku kerja disetujui).",
        "Belum dihimpun: tidak ada putaran triwulan atau bulanan yang selesai.",
        "Dihimpun pada putaran triwulan: 4 buku kerja disetujui.",
        "Sesudah laporan ini.",
    ]


def test_words_said_alike_in_several_periods_stand_once(document: Any) -> None:
    points = [p.text for p in document.paragraphs if p.style.name == "List Bullet"]
    alike = [
        point for point in points if point.endswith(": Akses jalan pada lima desa belum tuntas")
    ]
    assert alike == [
        "Faktor penghambat (Jan, Mar dan TW III): Akses jalan pada lima desa belum tuntas"
    ]


def test_an_indicator_whose_unit_changed_is_told_apart(
    recap: Recap, forms: Forms, background: Background
) -> None:
    asked = recap.rows[0].indicator
    before = {
        seat: replace(
            form,
            figures=tuple(
                replace(f, indicator=replace(f.indicator, unit="desa"))
                if f.indicator.known_as == asked.known_as
                else f
                for f in form.figures
            ),
        )
        for seat, form in forms.items()
    }
    example = of_example(recap, forms, background, "2026-TW1=1")
    runs = [replace(r, forms=before) if r.period.key == "2026-TW1" else r for r in example.runs]
    document = opened(lkjip_year(chapter(example.recap, runs, RunState.CLOSED), OFFICE))
    told = list(tables_under(document, "Periode", "Target", "Realisasi"))
    assert told[0][1][2] == "Bukan indikator periode ini"
    assert [row[2] for row in told[-1][1:3]] == ["41,46", "Belum dihimpun"]
    assert "5. Indikator yang Tidak Lagi Dihimpun" in said(document)


def test_the_money_is_that_of_the_last_known_state(document: Any) -> None:
    (rows,) = tables_under(document, "Program/kegiatan", "Keadaan")
    assert [row[5] for row in rows[1:-1]] == ["TW III 2026"] * 3
    assert rows[-1][4] == "69,00%"
