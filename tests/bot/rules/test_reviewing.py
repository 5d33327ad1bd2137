"""Accepting, returning, what is owed again, conveying what was collected, and its record."""

import pytest

from bot.rules import reviewing
from bot.rules.errors.files import DocumentDecided, NothingToAccept
from bot.rules.errors.runs import NotNow, RecapApproved
from bot.rules.errors.seats import NotYours
from bot.rules.moves import DutyOpened
from bot.rules.reviewing import DocumentDecidedOn
from bot.rules.run import DocumentState, DutyState, Task
from tests.bot.rules.asking import (
    ACCEPTED,
    EVLAP,
    KASUBBAG,
    PENYUSUN,
    RECEIVED,
    REPLACED,
    RETURNED,
    UMUM,
    wita,
)


def test_an_accepted_document_says_by_whom_and_when(asked) -> None:
    document = asked.file("irban-1", "LHP")
    outcome = asked.at("2026-11-23 09:00").accept(document)
    accepted = asked.run.document(document.id)
    assert (accepted.state, accepted.decided_by, accepted.decided_at) == (ACCEPTED, 7, asked.now)
    assert outcome.notices == (DocumentDecidedOn(accepted),)


def test_all_that_waits_is_accepted_at_once_and_only_one_s_own(asked) -> None:
    asked.hand_in("irban-1")
    asked.give_back(asked.run.filed("irban-1", "LHE")[0])
    asked.accept_all(EVLAP)
    states = {d.kind: d.state for d in asked.run.documents}
    assert states == {"LHP": ACCEPTED, "LHE": RETURNED, "TLHP": ACCEPTED, "DATA": RECEIVED}


def test_what_the_collector_was_not_shown_waits_on(asked) -> None:
    shown = asked.file("irban-1", "LHP")
    asked.file("irban-2", "LHP")
    asked.accept_all(EVLAP, [shown.id])
    assert [d.state for d in asked.run.documents] == [ACCEPTED, RECEIVED]
    with pytest.raises(NothingToAccept):
        asked.accept_all(EVLAP, [shown.id])


def test_nothing_to_accept_is_said(asked) -> None:
    asked.nihil("irban-1", "LHP")
    with pytest.raises(NothingToAccept):
        asked.accept_all(EVLAP)


@pytest.mark.parametrize("seat", [UMUM, PENYUSUN, KASUBBAG, "irban-1", "kepala"])
def test_only_the_collector_of_a_kind_decides_on_it(asked, seat: str) -> None:
    document = asked.file("irban-1", "LHP")
    for decide in (
        lambda: asked.accept(document, seat),
        lambda: asked.give_back(document, seat=seat),
    ):
        with pytest.raises(NotYours) as refused:
            decide()
        assert refused.value.seats == ("Ka.Subbag Evaluasi dan Pelaporan",)


@pytest.mark.parametrize("state", [ACCEPTED, RETURNED, REPLACED])
def test_a_decided_document_is_not_accepted_again(asked, state: DocumentState) -> None:
    document = asked.file("irban-1", "LHP")
    if state == ACCEPTED:
        asked.accept(document)
    else:
        asked.give_back(document)
    if state == REPLACED:
        asked.file("irban-1", "LHP", "b.pdf", answers=document.id)
    with pytest.raises(DocumentDecided) as refused:
        asked.accept(asked.run.document(document.id))
    assert refused.value.state == state


def test_an_accepted_document_may_still_be_returned(asked) -> None:
    document = asked.file("irban-1", "LHP")
    asked.accept(document)
    assert asked.give_back(asked.run.document(document.id)).state == RETURNED


def test_nihil_and_what_was_returned_are_not_returned(asked) -> None:
    returned = asked.give_back(asked.file("irban-1", "LHP"))
    for document, state in ((asked.nihil("irban-1", "LHE"), "nihil"), (returned, RETURNED)):
        with pytest.raises(DocumentDecided) as refused:
            asked.give_back(document)
        assert refused.value.state == state


def test_no_document_is_decided_after_the_recap_is_approved(course) -> None:
    course.to_step(6)
    with pytest.raises(RecapApproved):
        course.give_back(course.run.filed("irban-1", "LHP")[0])


@pytest.mark.parametrize(
    ("handed_in", "returned", "due"),
    [
        ("2026-11-23 09:50", "2026-11-23 11:00", "2026-11-23 16:00"),  # 240 of 360 minutes left
        ("2026-11-23 14:40", "2026-11-23 15:00", "2026-11-23 16:00"),  # 10 left, 60 at least
        ("2026-11-23 15:30", "2026-11-23 15:40", "2026-11-24 08:10"),  # none left, 60 at least
        ("2026-11-23 14:40", "2026-11-23 18:00", "2026-11-24 08:45"),  # told the next morning
    ],
)
def test_what_is_returned_has_the_time_that_was_left_and_an_hour_at_least(
    asked, handed_in: str, returned: str, due: str
) -> None:
    asked.at(handed_in).hand_in("irban-1")
    asked.at(returned).give_back(asked.run.filed("irban-1", "LHP")[0])
    duty = asked.hand_in_duty("irban-1")
    assert (duty.state, duty.done_at) == (DutyState.OPEN, None)
    assert duty.due_at == wita(due)
    assert asked.now < duty.look_again_at < duty.due_at
    assert [(ended.ended_at, ended.due_at) for ended in duty.rounds] == [
        (asked.now, wita("2026-11-23 14:50"))
    ]
    assert duty.minutes == 360


def test_the_seat_hears_that_its_duty_is_open_again(asked) -> None:
    asked.hand_in("irban-1")
    document = asked.run.filed("irban-1", "LHP")[0]
    outcome = reviewing.return_document(
        asked.run, document, EVLAP, 7, "Tanpa tanda tangan", asked.calendar, asked.now
    )
    assert outcome.notices[-1] == DutyOpened(outcome.run.duty(Task.HAND_IN, "irban-1"))


def test_a_return_while_others_are_owed_leaves_the_limit(asked) -> None:
    document = asked.file("irban-1", "LHP")
    before = asked.hand_in_duty("irban-1")
    asked.at("2026-11-23 10:00").give_back(document)
    assert asked.hand_in_duty("irban-1") == before


def test_what_is_returned_before_its_step_waits_for_the_step(course) -> None:
    course.to_step(3).hand_in("irban-1")
    course.give_back(course.run.filed("irban-1", "LHP")[0])
    assert course.hand_in_duty("irban-1").state == DutyState.WAITING
    course.to_step(4)
    assert course.hand_in_duty("irban-1").is_open


def test_what_came_before_its_step_and_is_returned_in_it_has_the_whole_time(course) -> None:
    course.at("2026-11-23 07:50").to_step(3).hand_in("irban-1")
    course.to_step(4).at("2026-11-23 09:00")
    course.give_back(course.run.filed("irban-1", "LHP")[0])
    duty = course.hand_in_duty("irban-1")
    assert (duty.state, duty.opened_at) == (DutyState.OPEN, course.now)
    assert duty.due_at == wita("2026-11-23 16:00")


def test_a_mended_document_ends_the_duty_again(asked) -> None:
    asked.hand_in("irban-1")
    returned = asked.give_back(asked.run.filed("irban-1", "LHP")[0])
    asked.at("2026-11-23 10:00").file("irban-1", "LHP", "baru.pdf", answers=returned.id)
    duty = asked.hand_in_duty("irban-1")
    assert (duty.state, duty.done_at) == (DutyState.DONE, asked.now)


def test_a_collector_conveys_what_is_complete_without_a_reason(asked) -> None:
    asked.hand_in_all()
    asked.accept_all(UMUM)
    asked.convey_collected(UMUM)
    assert asked.duty(Task.COLLECT, UMUM).state == DutyState.DONE
    assert asked.run.step == 4
    asked.accept_all(EVLAP)
    asked.convey_collected(EVLAP)
    assert asked.run.step == 5


def test_with_a_reason_a_collector_conveys_without(asked) -> None:
    asked.convey_collected(EVLAP, "Irban dinas luar")
    duty = asked.duty(Task.COLLECT, EVLAP)
    assert (duty.state, duty.remark) == (DutyState.DONE, "Irban dinas luar")
    assert asked.facts[-1].detail == {"langkah": 4, "catatan": "Irban dinas luar"}


def test_only_who_collects_conveys_and_only_once(asked) -> None:
    with pytest.raises(NotYours):
        asked.convey_collected(PENYUSUN, "Cepat")
    asked.convey_collected(UMUM, "Cepat")
    with pytest.raises(NotNow):
        asked.convey_collected(UMUM, "Cepat")


def test_every_step_of_a_document_is_a_fact_from_what_to_what(asked) -> None:
    asked.facts.clear()
    first = asked.file("irban-1", "LHP", "a.pdf", content="a")
    asked.at("2026-11-23 09:00").give_back(first, "Tanpa tanda tangan")
    asked.at("2026-11-23 10:00")
    second = asked.file("irban-1", "LHP", "b.pdf", content="b", answers=first.id)
    asked.at("2026-11-23 11:00").accept(second)
    asked.nihil("irban-1", "LHE")
    told = [(f.verb, f.at, f.person, f.seat) for f in asked.facts]
    assert told == [
        ("berkas diterima", wita("2026-11-23 07:50"), 7, "irban-1"),
        ("berkas dikembalikan", wita("2026-11-23 09:00"), 7, EVLAP),
        ("berkas diterima", wita("2026-11-23 10:00"), 7, "irban-1"),
        ("berkas disetujui", wita("2026-11-23 11:00"), 7, EVLAP),
        ("nihil dinyatakan", wita("2026-11-23 11:00"), 7, "irban-1"),
    ]
    a = {"jenis": "LHP", "versi": 1, "nama": "a.pdf", "sidik": first.digest, "nihil": False}
    b = {"jenis": "LHP", "versi": 2, "nama": "b.pdf", "sidik": second.digest, "nihil": False}
    decided = {"dari": "irban-1", "semula": "diterima"}
    assert [dict(fact.detail) for fact in asked.facts] == [
        a,
        {**a, **decided, "alasan": "Tanpa tanda tangan"},
        b,
        {**b, **decided},
        {"jenis": "LHE"},
    ]
