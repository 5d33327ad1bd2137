from dataclasses import replace
from pathlib import Path

import pytest

from bot.rules.sop import Sop
from bot.rules.sop_chart import Shape, chart_of, official
from bot.rules.sop_file import parse_sop

BANTEN = Path("bot/sops/dpmd_banten.toml")


def test_the_first_step_starts_the_last_ends_and_what_is_collected_is_decided(
    jeneponto: Sop,
) -> None:
    shapes = [{mark.shape for mark in row.doing} for row in chart_of(jeneponto).rows]
    assert shapes == [
        {Shape.START},
        {Shape.ACTIVITY},
        {Shape.ACTIVITY},
        {Shape.DECISION},
        {Shape.ACTIVITY},
        {Shape.END},
    ]


@pytest.mark.parametrize(
    ("step", "enter", "leave"),
    [
        (1, (0,), (0,)),
        (3, (2, 3), (2, 3)),
        (4, (4,), (2, 3)),  # over who hands in to who collects
        (5, (1,), (1,)),
    ],
)
def test_the_flow_enters_and_leaves_each_step_by_its_lanes(
    jeneponto: Sop, step: int, enter: tuple[int, ...], leave: tuple[int, ...]
) -> None:
    row = chart_of(jeneponto).rows[step - 1]
    assert (row.enter, row.leave) == (enter, leave)


def test_who_hands_in_is_drawn_as_an_activity_of_the_step_that_collects(jeneponto: Sop) -> None:
    giving = [[(m.lane, m.shape) for m in row.giving] for row in chart_of(jeneponto).rows]
    assert giving == [[], [], [], [(4, Shape.ACTIVITY)], [], []]


def test_nothing_is_decided_where_who_collects_shares_the_column_of_who_hands_in(
    jeneponto: Sop,
) -> None:
    roles = tuple(
        replace(role, column="Unit")
        if role.key in ("irban", "kasubbag-evlap", "kasubbag-umum")
        else role
        for role in jeneponto.roles
    )
    chart = chart_of(replace(jeneponto, roles=roles))
    assert [mark.shape for mark in chart.rows[3].doing] == [Shape.ACTIVITY]
    assert [official(jeneponto, lane) for lane in chart.lanes[:2]] == [
        "Kasubbag Perencanaan dan Keuangan",
        "Penyusun Bahan Evaluasi, Rencana, Program dan Laporan",
    ]


def test_a_shared_column_is_called_by_its_own_name(jeneponto: Sop) -> None:
    text = jeneponto.source.replace('sebutan = "Umum"', 'sebutan = "Umum"\nkolom = "Penghimpun"')
    sop = parse_sop(text)
    assert official(sop, chart_of(sop).lanes[3]) == "Penghimpun"
