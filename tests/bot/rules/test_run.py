from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.rules.run import Document, DocumentState, DutyState, Fact, Outcome, Task

AT = datetime(2026, 11, 23, tzinfo=UTC)


def document(number: int, state: DocumentState, seat: str = "irban-1", kind: str = "LHP"):
    return Document(number, seat, kind, state, AT, 7)


@pytest.mark.parametrize(
    ("state", "counts", "stands"),
    [
        (DocumentState.RECEIVED, True, True),
        (DocumentState.ACCEPTED, True, True),
        (DocumentState.RETURNED, False, True),
        (DocumentState.REPLACED, False, False),
        (DocumentState.EXCLUDED, False, False),
    ],
)
def test_which_documents_count_and_which_stand(
    course, state: DocumentState, counts: bool, stands: bool
) -> None:
    one = document(1, state)
    run = replace(course.run, documents=(one,))
    assert one.counts == counts
    assert run.filed("irban-1", "LHP") == ((one,) if stands else ())


def test_what_is_filed_is_told_by_seat_and_by_kind(course) -> None:
    received = DocumentState.RECEIVED
    one, two = document(1, received), document(2, received, kind="LHE")
    run = replace(course.run, documents=(one, two, document(3, received, "irban-2")))
    assert run.filed("irban-1") == (one, two)
    assert run.filed("irban-1", "LHE") == (two,)
    assert run.filed("irban-3") == ()


def test_a_changed_part_takes_the_place_of_the_one_before(course) -> None:
    run = replace(course.run, documents=(document(1, DocumentState.RECEIVED),))
    accepted = replace(run.documents[0], state=DocumentState.ACCEPTED)
    assert run.with_document(accepted).document(1) == accepted
    duty = replace(run.duty(Task.COLLECT, "kasubbag-umum"), state=DutyState.DONE)
    changed = run.with_duty(duty)
    assert changed.duty(Task.COLLECT, "kasubbag-umum") == duty
    assert [d for d in changed.duties if d != duty] == [d for d in run.duties if d.key != duty.key]


@pytest.mark.parametrize(
    ("task", "seat", "step", "found"),
    [
        (Task.CONVEY, "kasubbag-umum", None, 3),
        (Task.CONVEY, "kasubbag-umum", 3, 3),
        (Task.CONVEY, "kasubbag-umum", 2, None),
        (Task.ORDER, "kasubbag-umum", None, None),
    ],
)
def test_a_duty_is_found_by_task_seat_and_step(course, task, seat, step, found) -> None:
    duty = course.run.duty(task, seat, step)
    assert (duty.step if duty else None) == found


def test_an_unknown_document_is_none(course) -> None:
    assert course.run.document(404) is None


def test_a_collector_collects_every_kind_of_his_from_every_supplier(course) -> None:
    collected = course.run.collected_by(course.run.sop.seat("kasubbag-evlap"))
    pairs = [(seat.title, kind.code) for seat, kind in collected]
    units = ("Irban I", "Irban II", "Irban III", "Irban IV")
    assert pairs == [(unit, code) for code in ("LHP", "LHE", "TLHP") for unit in units]


def test_one_move_after_another_keeps_the_facts_and_notices_of_both(course) -> None:
    first, second = Fact("satu", AT), Fact("dua", AT)
    then = replace(course.run, step=2)
    outcome = Outcome(course.run, (first,), ("a",)).then(
        lambda run: Outcome(replace(run, step=run.step + 1), (second,), ("b",))
    )
    assert outcome == Outcome(then, (first, second), ("a", "b"))
