from dataclasses import replace

import pytest

from bot.rules import proposals
from bot.rules.calendar import WorkCalendar
from bot.rules.periods import Period
from bot.rules.proposals import Proposal, ProposalState
from bot.rules.sop import Proposing, Sop
from bot.rules.sop_faults import FaultCode, SopFaults
from bot.rules.sop_file import parse_sop
from tests.bot.conftest import wita

TW3, TW4 = Period("triwulan", 2026, 3), Period("triwulan", 2026, 4)
OCTOBER, DECEMBER = Period("bulan", 2026, 10), Period("bulan", 2026, 12)
SEPTEMBER = Period("bulan", 2026, 9)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-10-01 07:44", ()),
        ("2026-10-01 07:45", (TW3, SEPTEMBER)),
        ("2026-10-08 07:44", (TW3, SEPTEMBER)),  # made up for on five working days
        ("2026-10-08 07:45", ()),
        ("2026-11-02 07:45", (OCTOBER,)),  # a Monday: the first of November is none
        ("2026-11-23 07:45", ()),  # three weeks after October
        ("2027-01-01 08:00", ()),  # a holiday
        ("2027-01-04 07:45", (TW4, DECEMBER)),
    ],
)
def test_a_period_is_ripe_from_its_working_day_on(
    jeneponto: Sop, hours: WorkCalendar, now: str, expected: tuple[Period, ...]
) -> None:
    assert proposals.ripe(jeneponto, hours, wita(now)) == expected


def test_the_working_day_and_how_long_it_is_made_up_for_are_the_sop_s(
    jeneponto: Sop, hours: WorkCalendar
) -> None:
    third = replace(jeneponto, proposing=Proposing(workday=3, bound=1))
    assert proposals.ripe(third, hours, wita("2026-10-02 12:00")) == ()
    assert TW3 in proposals.ripe(third, hours, wita("2026-10-05 08:00"))
    assert proposals.ripe(third, hours, wita("2026-10-06 08:00")) == ()


@pytest.mark.parametrize(
    ("kinds", "kind", "last", "expected"),
    [
        (None, "triwulan", None, True),
        (None, "triwulan", OCTOBER, True),
        (None, "bulan", None, False),
        (None, "bulan", TW3, False),  # who runs triwulan only is not nagged monthly
        (None, "bulan", OCTOBER, True),
        ((), "triwulan", TW3, False),
        (("bulan",), "bulan", None, True),
        (("bulan",), "triwulan", TW3, False),
    ],
)
def test_what_is_proposed_follows_the_sop_or_the_office_s_habit(
    jeneponto: Sop, kinds, kind, last: Period | None, expected: bool
) -> None:
    sop = replace(jeneponto, proposing=Proposing(kinds))
    assert proposals.wanted(sop, kind, last) is expected


def test_a_proposal_is_put_off_to_the_next_working_day_as_often_as_allowed(
    jeneponto: Sop, hours: WorkCalendar
) -> None:
    proposal = Proposal(1, 1, TW3, ProposalState.ASKED)
    moments = []
    now = wita("2026-10-01 09:00")
    for _ in range(jeneponto.proposing.put_offs):
        proposal = proposals.put_off(proposal, jeneponto, hours, now)
        assert proposal.again_at is not None
        moments.append(proposal.again_at)
        now = proposal.again_at
    days = ["2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07", "2026-10-08"]
    assert moments == [wita(f"{day} 07:45") for day in days]
    silent = proposals.put_off(proposal, jeneponto, hours, now)
    assert (silent.state, silent.again_at) == (ProposalState.SILENT, None)


@pytest.mark.parametrize(
    ("written", "kinds"),
    [("true", None), ("false", ()), ('["bulan"]', ("bulan",))],
)
def test_a_sop_says_which_periods_are_proposed(jeneponto: Sop, written: str, kinds) -> None:
    text = jeneponto.source.replace("usulkan_putaran = true", f"usulkan_putaran = {written}")
    assert parse_sop(text).proposing.kinds == kinds
    old = jeneponto.source.replace("usulkan_putaran = true\n", "")
    assert parse_sop(old).proposing == Proposing()


@pytest.mark.parametrize(
    ("was", "written", "place", "code"),
    [
        ("usulkan_putaran = true", 'usulkan_putaran = ["minggu"]', "usulkan_putaran", "word"),
        ("usulkan_putaran = true", "usulkan_putaran = 1", "usulkan_putaran", "type"),
        ("hari_kerja_ke = 1", "hari_kerja_ke = 0", "hari_kerja_ke", "range"),
        ("batas_tunda = 5", "batas_tunda = 99", "batas_tunda", "range"),
    ],
)
def test_a_fault_in_it_is_told_by_its_place(
    jeneponto: Sop, was: str, written: str, place: str, code: str
) -> None:
    codes = {
        "word": FaultCode.UNKNOWN_WORD,
        "type": FaultCode.WRONG_TYPE,
        "range": FaultCode.OUT_OF_RANGE,
    }
    with pytest.raises(SopFaults) as refused:
        parse_sop(jeneponto.source.replace(was, written))
    assert (f"sop.{place}", codes[code]) in [(f.place, f.code) for f in refused.value.faults]
