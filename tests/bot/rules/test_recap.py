from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.rules.achievement import Direction, Method, NoRatio
from bot.rules.forms import Figure, FilledForm, FormMark, Indicator, OfficeFormat
from bot.rules.handed_in import HandedIn
from bot.rules.letters import LetterState
from bot.rules.periods import Period
from bot.rules.recap import Heading, Recap, compile_recap
from bot.rules.registers import LhpRow
from bot.rules.run import DocumentState
from bot.rules.sop import DocumentKind, Seat
from bot.texts import recap as words

AT = datetime(2026, 11, 24, 1, tzinfo=UTC)
HEADING = Heading(("DINAS",), Period("triwulan", 2026, 3), "Asia/Makassar", AT)
SEATS = (Seat("a", "bidang", "Bidang I"), Seat("b", "bidang", "Bidang <II>"))
KINDS = (
    DocumentKind("LHP", "LHP", "bidang", "e"),
    DocumentKind("DATA", "Data", "bidang", "u", workbook=True),
    DocumentKind("LAIN", "Lain", "camat", "u"),
)


def asked(number: int, seat: str, programme: str | None, budget: int | None) -> Indicator:
    money = None if budget is None else Decimal(budget)
    target = Decimal(10)
    return Indicator(
        number, "S", f"Indikator {number}", "desa", Direction.UP, Method.SUM, target, target,
        programme, money, seat,
    )  # fmt: skip


FORMAT = OfficeFormat(
    (asked(1, "a", "Satu", 200), asked(2, "a", "Dua", 100), asked(3, "a", None, None),
     asked(4, "b", "Tiga", 50))
)  # fmt: skip


def recap_of(*actuals: int | None, documents: tuple[HandedIn, ...] = ()) -> Recap:
    figures = tuple(
        Figure(row, None if actual is None else Decimal(actual), None if n else Decimal(150))
        for n, (row, actual) in enumerate(zip(FORMAT.of("a"), actuals, strict=False))
    )
    form = FilledForm(FormMark(1, 1, "a", 1), figures, lhp=(LhpRow("700/1"),))
    return compile_recap(HEADING, FORMAT, SEATS, KINDS, {"a": form}, documents)


def document(kind: str, state: DocumentState, **more: object) -> HandedIn:
    return HandedIn("a", kind, "x.pdf", 1, AT, state, **more)  # type: ignore[arg-type]


def test_missing_data_is_in_no_mean() -> None:
    recap = recap_of(12, 5, None)
    assert (recap.means.raw, recap.means.capped, recap.means.counted) == (85, 75, 2)


def test_a_form_not_handed_in_leaves_its_rows_without_a_figure() -> None:
    recap = recap_of(12, 5, None)
    assert [row.figure is None for row in recap.rows] == [False, False, False, True]
    assert [row.achievement for row in recap.rows[2:]] == [NoRatio.NO_DATA] * 2
    assert [words.why_missing(row) for row in recap.analysis.missing] == [
        "Belum ada data",
        "Data belum diterima",
    ]


def test_spending_not_known_leaves_its_budget_out_of_the_ratio() -> None:
    money = recap_of(12, 5, None).money
    assert (money.budget, money.spent, money.counted, money.programmes) == (350, 150, 1, 3)
    assert words.ratio(money.absorption) == "75,00%"


def test_the_analysis_ranks_what_is_below_target_from_the_lowest() -> None:
    found = recap_of(9, 5, 12).analysis
    assert found.best is not None
    assert found.worst is not None
    assert (found.best.indicator.number, found.worst.indicator.number) == (3, 2)
    assert [row.indicator.number for row in found.below] == [2, 1]


@pytest.mark.parametrize(
    ("documents", "said"),
    [
        ((), "belum diterima"),
        ((document("LHP", DocumentState.RETURNED),), "belum diterima"),
        ((document("LHP", DocumentState.EXCLUDED),), "belum diterima"),
        (
            (document("LHP", DocumentState.ACCEPTED), document("LHP", DocumentState.RECEIVED)),
            "1 disetujui, 1 menunggu pemeriksaan\n24/11/2026 09.00 WITA",
        ),
        (
            (document("LHP", DocumentState.ACCEPTED, nihil=True, minutes_late=30),),
            "nihil\n24/11/2026 09.00 WITA\nmelewati batas 30 menit kerja",
        ),
    ],
)
def test_completeness_says_what_came_and_when(documents: tuple[HandedIn, ...], said: str) -> None:
    cells = recap_of(documents=documents).completeness
    # a kind that another role owes is not asked of these seats
    assert [(cell.seat, cell.kind) for cell in cells] == [
        ("a", "LHP"), ("a", "DATA"), ("b", "LHP"), ("b", "DATA"),
    ]  # fmt: skip
    assert words.completeness(cells[0], "Asia/Makassar") == said


def test_the_last_of_several_documents_gives_the_time() -> None:
    later = HandedIn("a", "LHP", "y", 1, AT + timedelta(hours=1), DocumentState.ACCEPTED)
    recap = recap_of(documents=(later, document("LHP", DocumentState.ACCEPTED)))
    assert recap.completeness[0].received_at == later.received_at


@pytest.mark.parametrize(
    ("letters", "counted"),
    [
        ([{"number": "700/1"}, {"number": "700/1"}], (1, 0)),
        ([{"number": "700/1"}, {"number": "700/2"}], (2, 0)),
        ([{"digest": "a"}, {"digest": "a"}], (1, 0)),
        ([{}, {}], (2, 0)),
        ([{"number": "700/1"}, {"number": "700/1", "letter": LetterState.DENIED}], (2, 0)),
        ([{"number": "700/1"}, {"number": "700/1", "state": DocumentState.RECEIVED}], (1, 0)),
        ([{"number": "700/1"}, {"number": "700/2", "state": DocumentState.RECEIVED}], (1, 1)),
    ],
)
def test_a_letter_that_a_seat_handed_in_twice_counts_once(
    letters: list[dict[str, Any]], counted: tuple[int, int]
) -> None:
    documents = tuple(document("LHP", **{"state": DocumentState.ACCEPTED, **it}) for it in letters)
    (cell, *_) = recap_of(documents=documents).completeness
    assert (cell.accepted, cell.waiting) == counted


def test_registers_keep_the_seat_that_they_came_from() -> None:
    assert [(entry.seat, entry.row.number) for entry in recap_of().lhp] == [("a", "700/1")]


def test_the_drafted_analysis_speaks_in_whole_sentences() -> None:
    lines = words.analysis(recap_of(9, 5, 12))
    assert lines[1:3] == (
        "Capaian tertinggi: Indikator 3, 120,00% (Sangat Tinggi).",
        "Capaian terendah: Indikator 2, 50,00% (Sangat Rendah).",
    )
    assert words.analysis(recap_of()) == (
        "Belum ada indikator Triwulan III 2026 yang dapat dihitung capaiannya.",
    )


def test_documents_stand_by_unit_kind_version_and_time() -> None:
    later, sooner = AT + timedelta(hours=1), AT
    state = DocumentState.ACCEPTED
    mixed = (
        HandedIn("b", "LHP", "e", 1, sooner, state),
        HandedIn("a", "DATA", "d", 1, sooner, state),
        HandedIn("a", "LHP", "c", 2, sooner, state),
        HandedIn("a", "LHP", "b", 1, later, state),
        HandedIn("a", "LHP", "a", 1, sooner, state),
    )
    assert [line.name for line in recap_of(documents=mixed).documents] == list("abcde")


def test_a_register_is_there_where_the_sop_asks_for_it_or_somebody_filled_it_in() -> None:
    recap = recap_of()
    assert list(recap.registers()) == ["LHP"]
    assert list(replace(recap, lhp=()).registers()) == ["LHP"]
    assert list(replace(recap, lhp=(), kinds=("DATA",)).registers()) == []
