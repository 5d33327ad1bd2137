"""The SOPs that come with the product say what their sources say."""

from dataclasses import replace
from importlib import resources

import pytest

from bot.rules.sop import RungTo, RungWhere, Sop, StepKind
from bot.rules.sop_file import parse_sop
from bot.rules.worktime import WorkUnit

MINUTES = [5, 5, 10, 480, 480, 480]
COLLECTORS = ("kasubbag-evlap", "kasubbag-umum")


def shipped(name: str) -> Sop:
    text = (resources.files("bot") / "sops" / f"{name}.toml").read_text(encoding="utf-8")
    return parse_sop(text)


@pytest.fixture
def jeneponto() -> Sop:
    return shipped("dpmd_jeneponto")


@pytest.fixture
def banten() -> Sop:
    return shipped("dpmd_banten")


@pytest.mark.parametrize("name", ["dpmd_jeneponto", "dpmd_banten"])
def test_both_sops_take_the_same_minutes_through_six_steps(name: str) -> None:
    sop = shipped(name)
    assert [step.number for step in sop.steps] == [1, 2, 3, 4, 5, 6]
    assert [step.limit.amount for step in sop.steps] == MINUTES
    assert {step.limit.unit for step in sop.steps} == {WorkUnit.MINUTE}


def test_the_steps_of_jeneponto_are_done_by_whom_the_sop_says(jeneponto: Sop) -> None:
    assert [(step.kind, step.actors, step.recipients) for step in jeneponto.steps] == [
        (StepKind.ORDER, ("kasubbag-perencanaan",), ("penyusun",)),
        (StepKind.CONVEY, ("penyusun",), COLLECTORS),
        (StepKind.CONVEY, COLLECTORS, ("irban",)),
        (StepKind.COLLECT, COLLECTORS, ("kasubbag-perencanaan",)),
        (StepKind.COMPILE, ("penyusun",), ("kasubbag-perencanaan",)),
        (StepKind.ANALYSE, ("kasubbag-perencanaan",), ("kasubbag-perencanaan",)),
    ]


def test_the_outputs_of_jeneponto_stand_as_in_the_sop(jeneponto: Sop) -> None:
    assert [step.output for step in jeneponto.steps] == [
        "dokumen format data",
        "dokumen format data",
        "dokumen format data",
        "dokumen LHP, LHE, TL HP",
        "rekap dokumen LHP, LHE, TL HP",
        "rekap hasil capaian pengumpulan data kinerja bulan/triwulan",
    ]


def test_evlap_collects_the_reports_and_umum_the_workbook(jeneponto: Sop) -> None:
    assert [(kind.code, kind.handed_in_by, kind.collector) for kind in jeneponto.kinds] == [
        ("LHP", "irban", "kasubbag-evlap"),
        ("LHE", "irban", "kasubbag-evlap"),
        ("TLHP", "irban", "kasubbag-evlap"),
        ("DATA", "irban", "kasubbag-umum"),
    ]
    assert [kind.code for kind in jeneponto.kinds if kind.workbook] == ["DATA"]


def test_four_irban_hand_in_at_three_quarters_of_the_time(jeneponto: Sop) -> None:
    assert [seat.key for seat in jeneponto.suppliers] == [f"irban-{n}" for n in range(1, 5)]
    assert jeneponto.hand_in_share == 0.75


def test_the_superior_of_the_kasubbag_is_the_sekretaris(jeneponto: Sop) -> None:
    above = [role.key for role in jeneponto.superiors("kasubbag-perencanaan")]
    assert above == ["sekretaris", "kepala"]
    assert [role.key for role in jeneponto.overseers] == ["sekretaris", "kepala"]


@pytest.mark.parametrize("step", [1, 2, 3])
def test_short_steps_have_one_private_word_then_the_group_then_upwards(
    jeneponto: Sop, banten: Sop, step: int
) -> None:
    for sop in (jeneponto, banten):
        assert [(rung.after, rung.to, rung.where) for rung in sop.ladder_of(step)] == [
            (0, RungTo.HOLDER, RungWhere.PRIVATE),
            (30, RungTo.HOLDER, RungWhere.GROUP),
            (120, RungTo.SUPERIOR, RungWhere.PRIVATE),
            (240, RungTo.OVERSEERS, RungWhere.PRIVATE),
        ]


@pytest.mark.parametrize("step", [4, 5, 6])
def test_long_steps_are_reminded_before_the_limit_and_each_half_day_after_it(
    jeneponto: Sop, banten: Sop, step: int
) -> None:
    for sop in (jeneponto, banten):
        found = [(r.offset(480), r.to, r.where, r.again) for r in sop.ladder_of(step)]
        assert found == [
            (-240, RungTo.HOLDER, RungWhere.PRIVATE, 0),
            (-60, RungTo.HOLDER, RungWhere.PRIVATE, 0),
            (0, RungTo.HOLDER, RungWhere.PRIVATE, 0),
            (30, RungTo.HOLDER, RungWhere.GROUP, 0),
            (225, RungTo.HOLDER, RungWhere.PRIVATE, 225),
            (225, RungTo.SUPERIOR, RungWhere.PRIVATE, 0),
            (450, RungTo.OVERSEERS, RungWhere.PRIVATE, 0),
        ]


def test_banten_runs_the_same_chain_one_level_higher(banten: Sop) -> None:
    assert [(step.kind, step.actors, step.recipients) for step in banten.steps] == [
        (StepKind.ORDER, ("kadis",), ("sekretaris",)),
        (StepKind.CONVEY, ("sekretaris",), ("kasubag-renkeu",)),
        (StepKind.CONVEY, ("kasubag-renkeu",), ("kabid",)),
        (StepKind.COLLECT, ("kasubag-renkeu",), ("sekretaris",)),
        (StepKind.COMPILE, ("sekretaris",), ("kadis",)),
        (StepKind.ANALYSE, ("kadis",), ("kadis",)),
    ]
    assert [(kind.code, kind.handed_in_by) for kind in banten.kinds] == [("DATA", "kabid")]


def test_the_slips_of_the_source_are_kept_out(jeneponto: Sop) -> None:
    assert "Renja" not in jeneponto.source
    assert {role.title for role in jeneponto.roles if role.short == "Umum"} == {
        "Ka.Subbag Umum dan Kepegawaian"
    }


def test_the_recap_is_headed_by_the_kop_else_by_the_agency(jeneponto: Sop) -> None:
    assert jeneponto.head == (
        "PEMERINTAH KABUPATEN JENEPONTO",
        "DINAS PEMBERDAYAAN MASYARAKAT DAN DESA",
    )
    assert replace(jeneponto, letterhead=()).head == (jeneponto.agency,)
