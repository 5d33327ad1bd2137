"""What the group reads of a recap; the figures are tests/bot/rules/test_recap.py's."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bot.rules.achievement import Direction, Method
from bot.rules.forms import Figure, FilledForm, FormMark, Indicator, OfficeFormat
from bot.rules.handed_in import HandedIn
from bot.rules.messages import Message
from bot.rules.periods import Period
from bot.rules.recap import Heading, Recap, compile_recap
from bot.rules.registers import LhpRow, TlhpRow
from bot.rules.run import DocumentState, Task
from bot.texts import duties, runs
from bot.texts.summary import group_summary

AT = datetime(2026, 11, 24, 1, tzinfo=UTC)
HEADING = Heading(("DINAS",), Period("triwulan", 2026, 3), "Asia/Makassar", AT)
MARK = FormMark(1, 1, "irban-1", 1)


def indicator(number: int, budget: int | None = None) -> Indicator:
    programme = None if budget is None else f"Program {number}"
    money = None if budget is None else Decimal(budget)
    ten = Decimal(10)
    return Indicator(
        number, "S", f"Indikator {number}", "desa", Direction.UP, Method.SUM, ten, ten, programme,
        money, "irban-1",
    )  # fmt: skip


ASKED = OfficeFormat((indicator(1, 200), indicator(2), indicator(3), indicator(4, 100)))
FILLED = FilledForm(
    MARK,
    (
        Figure(ASKED.indicators[0], Decimal(12), Decimal(150)),
        Figure(ASKED.indicators[1], Decimal(5)),
        Figure(ASKED.indicators[2], None),
        Figure(ASKED.indicators[3], None),
    ),
    lhp=(LhpRow("700/1"),),
    tlhp=(TlhpRow("700/1", finding="Kelebihan bayar"),),
)


def handed_in(seat: str, kind: str, state: DocumentState = DocumentState.ACCEPTED) -> HandedIn:
    return HandedIn(seat, kind, "x.pdf", 1, AT, state)


@pytest.fixture
def recap_of(course):
    def make(*documents: HandedIn, asked=ASKED, forms=None) -> Recap:
        sop = course.run.sop
        return compile_recap(HEADING, asked, sop.suppliers, sop.kinds, forms or {}, documents)

    return make


@pytest.fixture
def complete(course):
    return [
        handed_in(seat.key, kind.code)
        for seat in course.run.sop.suppliers
        for kind in course.run.sop.kinds
    ]


def test_the_summary_says_five_lines_of_figures_and_nothing_of_findings(recap_of, complete) -> None:
    assert group_summary(recap_of(*complete, forms={"irban-1": FILLED})).split("\n") == [
        "<b>Rekap capaian kinerja Triwulan III 2026</b>",
        "Rata-rata capaian 85,00% (75,00% bila masing-masing paling tinggi 100%), "
        "dari 2 di antara 4 indikator.",
        "Predikat: Sangat Tinggi 1 dan Sangat Rendah 1. "
        "Di bawah target 1 indikator, tanpa capaian 2.",
        "Serapan anggaran 75,00%, realisasi Rp150 pada 1 di antara 2 program/kegiatan.",
        "Berkas lengkap. Register: LHP 1, TLHP 1.",
    ]


def test_a_summary_without_figures_says_so_in_five_lines(recap_of) -> None:
    said = group_summary(recap_of()).split("\n")
    assert said[1:4] == [
        "Rata-rata capaian belum dapat dihitung dari 4 indikator.",
        "Di bawah target 0 indikator, tanpa capaian 4.",
        "Serapan anggaran belum dapat dihitung.",
    ]
    assert len(said) == 5


def test_what_is_missing_and_what_waits_are_told_by_unit(recap_of, complete) -> None:
    *others, data = complete
    waiting = replace(data, state=DocumentState.RECEIVED)
    last = [
        group_summary(recap_of(*some)).split("\n")[4] for some in (complete, [*others, waiting])
    ]
    assert last == ["Berkas lengkap.", "Menunggu pemeriksaan: Irban IV (DATA)."]
    assert group_summary(recap_of(*others[1:], waiting)).endswith(
        "Belum diterima: Irban I (LHP). Menunggu pemeriksaan: Irban IV (DATA)."
    )


def test_a_large_office_s_summary_fits_under_a_picture_and_on_a_card(large, paper, read) -> None:
    sop = large.run.sop
    half = [handed_in(s.key, "LHP", DocumentState.RECEIVED) for s in sop.suppliers]
    made = compile_recap(HEADING, OfficeFormat(()), sop.suppliers, sop.kinds, {}, half)
    summary = group_summary(made)
    assert summary.count("lainnya") == 2
    picture = replace(paper, name="rekap.png", media="photo")
    read(replace(runs.closed(summary), attachment=picture))
    read(Message(summary))
    duty = large.duty(Task.COMPILE, "penyusun")
    read(duties.compile_duty(large.run, duty, paper, summary, large.calendar))
