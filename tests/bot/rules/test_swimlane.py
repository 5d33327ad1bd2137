from dataclasses import replace

import pytest

from bot.rules import approving, moves
from bot.rules.approving import Decider
from bot.rules.sop_file import parse_sop
from bot.rules.swimlane import Box, BoxState, followed, lanes_of, planned
from bot.texts.swimlane import link_detail, link_name
from tests.bot.conftest import EVLAP, KASUBBAG, PERSON, UMUM, Course, wita

PERENCANAAN, PENYUSUN, LANE_EVLAP, LANE_UMUM, IRBAN = range(5)


def boxes(course: Course, step: int) -> dict[int, Box]:
    flow = followed(course.run, course.calendar, course.now)
    (row,) = [row for row in flow.rows if row.step.number == step]
    return {box.lane: box for box in row.boxes}


def test_a_column_stands_for_each_role_that_acts_or_hands_in(jeneponto) -> None:
    titles = [lane.title for lane in lanes_of(jeneponto)]
    assert titles == ["Perencanaan", "Penyusun", "Evlap", "Umum", "Irban"]


def test_roles_of_one_kolom_stand_in_one_column(jeneponto) -> None:
    roles = tuple(
        replace(role, column="Penghimpun") if role.key in (EVLAP, UMUM) else role
        for role in jeneponto.roles
    )
    lanes = lanes_of(replace(jeneponto, roles=roles))
    assert [lane.title for lane in lanes] == ["Perencanaan", "Penyusun", "Penghimpun", "Irban"]
    assert [seat.key for seat in lanes[2].seats] == [EVLAP, UMUM]


def test_a_sop_file_says_which_roles_share_a_column(jeneponto) -> None:
    shared = 'sebutan = "Umum"\nkolom = "Penghimpun"'
    text = jeneponto.source.replace('sebutan = "Umum"', shared)
    titles = [lane.title for lane in lanes_of(parse_sop(text))]
    assert titles == ["Perencanaan", "Penyusun", "Evlap", "Penghimpun", "Irban"]


def test_a_plan_draws_who_does_a_step_and_who_hands_in_for_it(jeneponto) -> None:
    flow = planned(jeneponto)
    drawn = [[(box.lane, box.seats, box.hands_in) for box in row.boxes] for row in flow.rows]
    assert drawn[0] == [(PERENCANAAN, 1, False)]
    assert drawn[2] == [(LANE_EVLAP, 1, False), (LANE_UMUM, 1, False)]
    assert drawn[3] == [(LANE_EVLAP, 1, False), (LANE_UMUM, 1, False), (IRBAN, 4, True)]
    assert {box.state for row in flow.rows for box in row.boxes} == {BoxState.PLANNED}


def test_what_is_done_tells_when_and_what_runs_its_limit(course: Course) -> None:
    course.at("2026-11-23 07:34").to_step(2)
    done, running = boxes(course, 1)[PERENCANAAN], boxes(course, 2)[PENYUSUN]
    assert (done.state, done.at) == (BoxState.DONE, wita("2026-11-23 07:34"))
    assert (running.state, running.at) == (BoxState.OPEN, wita("2026-11-23 07:39"))
    assert boxes(course, 3)[LANE_UMUM].state == BoxState.WAITING


def test_of_several_who_hand_in_it_is_counted_how_many_did(course: Course) -> None:
    course.at("2026-11-23 07:50").to_step(4).hand_in("irban-1")
    course.hand_in("irban-3")
    box = boxes(course, 4)[IRBAN]
    assert (box.state, box.done, box.seats, box.hands_in) == (BoxState.OPEN, 2, 4, True)
    late = boxes(course.at("2026-11-23 15:00"), 4)[IRBAN]
    assert (late.state, late.done, late.late) == (BoxState.LATE, 2, 10)


def test_a_collector_who_only_waits_is_not_late(course: Course) -> None:
    course.at("2026-11-23 07:50").to_step(4).at("2026-11-25 15:00")
    assert boxes(course, 4)[LANE_EVLAP].state == BoxState.OPEN
    assert boxes(course, 4)[IRBAN].state == BoxState.LATE


@pytest.mark.parametrize(("step", "state"), [(1, BoxState.DONE), (3, BoxState.CANCELLED)])
def test_a_cancelled_run_keeps_what_was_done(course: Course, step: int, state: BoxState) -> None:
    course.to_step(3)
    course.do(moves.cancel(course.run, 7, KASUBBAG, "Salah periode", course.now))
    assert {box.state for box in boxes(course, step).values()} == {state}


def test_a_closed_run_shows_who_has_approved_its_recap_and_who_is_asked(course: Course) -> None:
    assert followed(course.run, course.calendar, course.now).chain == ()
    course.at("2026-11-23 09:00").to_step(6).finish()
    course.do(approving.open_chain(course.run, "a1" * 32, course.calendar, course.now))
    first = approving.awaited(course.run)
    assert first is not None
    by = Decider(PERSON, "Contoh")
    course.at("2026-11-23 10:00")
    course.do(approving.give(course.run, first, by, course.calendar, course.now))
    flow = followed(course.run, course.calendar, course.now)
    sop = course.run.sop
    told = [(link_name(sop, n, x), link_detail(x, "UTC")) for n, x in enumerate(flow.chain, 1)]
    assert [link.state for link in flow.chain] == [BoxState.DONE, BoxState.OPEN, BoxState.WAITING]
    assert told == [
        ("1. Perencanaan", "paraf tercatat 23 Nov 02.00"),
        ("2. Sekretaris", "paraf diminta 23 Nov 02.00"),
        ("3. Kepala", "persetujuan menyusul"),
    ]
    second = approving.awaited(course.run)
    assert second is not None
    course.do(approving.return_recap(course.run, second, by, "Keliru", course.calendar, course.now))
    assert followed(course.run, course.calendar, course.now).chain == ()
