from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.papers.swimlane import board_picture, plan_data, sop_pdf, sop_picture
from bot.rehearsal.telegram.pictures import picture_size
from bot.rules import moves
from bot.rules.people import Person
from bot.rules.sop import Limit, Role, Sop, Step, StepKind
from bot.rules.worktime import WorkUnit
from tests.bot.conftest import Course

LONG = "Hj. Nurhayati <b> & Daeng Ngalle, S.Sos., M.Si. yang bergelar panjang sekali"
DATED = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.fixture
def holders(course: Course) -> dict[str, Person]:
    seats = [seat.key for seat in course.run.sop.seats if seat.key != "irban-2"]
    return {key: Person(n, f"Nama {n}") for n, key in enumerate(seats)}


@pytest.fixture
def wide(jeneponto: Sop) -> Sop:
    """Eight columns and ten steps, every name long."""
    keys = [f"peran-{n}" for n in range(8)]
    roles = tuple(Role(key, LONG, LONG[:40], 12 if key == "peran-6" else 1) for key in keys)
    kind = replace(jeneponto.kinds[0], handed_in_by="peran-6", collector="peran-2")
    names = [StepKind.ORDER, *[StepKind.CONVEY] * 6]
    names += [StepKind.COLLECT, StepKind.COMPILE, StepKind.ANALYSE]
    actors = ["peran-0", *keys[1:6], "peran-7", "peran-2", "peran-1", "peran-0"]
    limit = Limit(90_000, WorkUnit.MINUTE)
    steps = tuple(
        Step(n, f"{LONG} {LONG}", name, (actor,), ("peran-6",), "d", limit, "o")
        for n, (name, actor) in enumerate(zip(names, actors, strict=True), 1)
    )
    return replace(jeneponto, roles=roles, kinds=(kind,), steps=steps, agency=LONG, name=LONG)


def test_the_same_values_give_the_same_bytes(course: Course, holders) -> None:
    course.to_step(4)
    drawn = [board_picture(course.run, holders, course.calendar, course.now) for _ in range(2)]
    assert drawn[0] == drawn[1]
    sop = course.run.sop
    assert sop_pdf(sop, DATED) == sop_pdf(sop, DATED)


def test_a_board_is_as_wide_as_a_phone_s_picture(course: Course, holders) -> None:
    course.at("2026-11-23 07:50").to_step(4).at("2026-11-24 10:00")
    found = board_picture(course.run, holders, course.calendar, course.now)
    assert picture_size(found) == (1080, 1366)


def test_ten_steps_and_eight_columns_of_long_names_stand_in_their_places(
    wide: Sop, course: Course
) -> None:
    run = moves.open_run(1, wide, course.run.period, course.calendar, course.now).run
    crowd = {seat.key: Person(n, LONG * 3) for n, seat in enumerate(wide.seats)}
    size = picture_size(board_picture(run, crowd, course.calendar, course.now))
    assert size is not None
    assert (size[0], size[1] < 2100) == (1080, True)


def test_the_names_of_many_columns_stand_upright_so_that_they_can_be_read(
    course: Course,
) -> None:
    """Fourteen of them beside each other would have three letters each."""
    sop = course.run.sop
    more = [Role(f"bidang-{n}", f"Kepala Bidang {n}", f"Bidang Usaha {n}") for n in range(9)]
    conveying = replace(sop.step(3), actors=(*sop.step(3).actors, *(r.key for r in more)))
    steps = tuple(conveying if step.number == 3 else step for step in sop.steps)
    few, many = sop_picture(sop), sop_picture(replace(sop, roles=(*sop.roles, *more), steps=steps))
    (width, low), (same, high) = picture_size(few) or (0, 0), picture_size(many) or (0, 0)
    assert (width, same) == (1080, 1080)
    assert high > low + 100


def test_a_plan_is_drawn_without_names_and_limits(jeneponto: Sop) -> None:
    data = plan_data(jeneponto)
    assert (data["seats"], data["legend"], data["note"]) == ([], [], "")
    assert data["rows"][3]["boxes"][2]["detail"] == ["4 kursi"]
    assert data["line"] == "6 langkah, jumlah waktu baku 1.460 menit kerja"
    assert picture_size(sop_picture(jeneponto)) is not None
    assert sop_pdf(jeneponto, DATED).startswith(b"%PDF-")


def test_the_arrows_lead_over_who_hands_in_to_who_collects(jeneponto: Sop) -> None:
    rows = plan_data(jeneponto)["rows"]
    assert [(row["enter"], row["leave"], row["give"]) for row in rows[1:5]] == [
        ([1], [1], []),
        ([2, 3], [2, 3], []),
        ([4], [2, 3], [4]),
        ([1], [1], []),
    ]
