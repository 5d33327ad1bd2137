"""Documents handed in, versions, nihil, review, returns, and conveying what was collected."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.rules import moves, owing, reviewing
from bot.rules.errors import (
    AlreadyReceived,
    DocumentDecided,
    KindNotOwed,
    KindSettled,
    NothingToAccept,
    NotNow,
    NotYetOrdered,
    NotYours,
    RecapApproved,
    RunNotOpen,
    StillMissing,
)
from bot.rules.filing import DocumentFiled
from bot.rules.moves import DutyOpened
from bot.rules.reviewing import DocumentDecidedOn
from bot.rules.run import DocumentState, DutyState, Task

KASUBBAG, PENYUSUN = "kasubbag-perencanaan", "penyusun"
EVLAP, UMUM = "kasubbag-evlap", "kasubbag-umum"
RECEIVED, REPLACED = DocumentState.RECEIVED, DocumentState.REPLACED
RETURNED, ACCEPTED = DocumentState.RETURNED, DocumentState.ACCEPTED


def wita(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Makassar"))


@pytest.fixture
def asked(course):
    """Step 4 since Monday 07.50: handing in is due 14.50, collecting on Tuesday 08.20."""
    return course.at("2026-11-23 07:50").to_step(4)


def owed(course, seat: str) -> list[str]:
    return [kind.code for kind in owing.owed(course.run, course.run.sop.seat(seat))]


def chased(course, seat: str) -> list[str]:
    return [kind.code for kind in owing.chased(course.run, course.run.sop.seat(seat))]


def standing(course, seat: str, kind: str) -> list[tuple[str, int, str]]:
    return [(d.name, d.version, d.state) for d in course.run.filed(seat, kind)]


# ---- handing in


def test_a_file_settles_its_kind_and_the_last_one_the_duty(asked) -> None:
    assert owed(asked, "irban-1") == ["LHP", "LHE", "TLHP", "DATA"]
    for kind, left in (("LHE", 3), ("DATA", 2), ("LHP", 1)):
        asked.file("irban-1", kind)
        assert len(owed(asked, "irban-1")) == left
        assert asked.hand_in_duty("irban-1").is_open
    asked.file("irban-1", "TLHP")
    done = asked.hand_in_duty("irban-1")
    assert (done.state, done.done_at, done.look_again_at) == (DutyState.DONE, asked.now, None)
    assert asked.hand_in_duty("irban-2").is_open


def test_three_documents_of_a_kind_stand_side_by_side(asked) -> None:
    for number in (1, 2, 3):
        asked.file("irban-1", "LHP", f"lhp {number}.pdf")
    names = [(f"lhp {number}.pdf", 1, RECEIVED) for number in (1, 2, 3)]
    assert standing(asked, "irban-1", "LHP") == names


def test_a_new_workbook_is_a_version_of_the_one_before(asked) -> None:
    first = asked.file("irban-1", "DATA", "data.xlsx")
    second = asked.file("irban-1", "DATA", "data baru.xlsx")
    assert (second.version, second.replaces) == (2, first.id)
    assert standing(asked, "irban-1", "DATA") == [("data baru.xlsx", 2, RECEIVED)]
    assert asked.run.document(first.id).state == REPLACED


def test_a_version_replaces_only_what_it_answers(asked) -> None:
    asked.file("irban-1", "LHP", "a.pdf")
    b = asked.file("irban-1", "LHP", "b.pdf")
    new = asked.file("irban-1", "LHP", "c.pdf", answers=b.id)
    assert (new.version, new.replaces) == (2, b.id)
    assert standing(asked, "irban-1", "LHP") == [("a.pdf", 1, RECEIVED), ("c.pdf", 2, RECEIVED)]


@pytest.mark.parametrize("seat, kind", [("irban-2", "LHP"), ("irban-1", "LHE")])
def test_an_answer_to_another_seat_s_or_kind_s_document_replaces_nothing(
    asked, seat: str, kind: str
) -> None:
    other = asked.file(seat, kind)
    new = asked.file("irban-1", "LHP", answers=other.id)
    assert (new.version, new.replaces) == (1, None)
    assert asked.run.document(other.id).state == RECEIVED


def test_two_files_in_answer_to_one_are_a_version_and_a_second_document(asked) -> None:
    returned = asked.give_back(asked.file("irban-1", "LHP", "a.pdf"))
    asked.file("irban-1", "LHP", "b.pdf", answers=returned.id)
    asked.file("irban-1", "LHP", "c.pdf", answers=returned.id)
    assert standing(asked, "irban-1", "LHP") == [("b.pdf", 2, RECEIVED), ("c.pdf", 1, RECEIVED)]


@pytest.mark.parametrize(
    ("name", "replaced"), [("b.pdf", "b.pdf"), ("lain.pdf", "a.pdf")], ids=["same name", "first"]
)
def test_without_an_answer_a_returned_document_is_replaced(asked, name: str, replaced: str) -> None:
    for document in [asked.file("irban-1", "LHP", n) for n in ("a.pdf", "b.pdf")]:
        asked.give_back(document)
    new = asked.file("irban-1", "LHP", name, content="perbaikan")
    assert asked.run.document(new.replaces).name == replaced
    assert len([d for d in asked.run.documents if d.state == RETURNED]) == 1


def test_the_same_bytes_are_not_received_twice(asked) -> None:
    asked.file("irban-1", "LHP", "a.pdf", content="isi")
    with pytest.raises(AlreadyReceived):
        asked.file("irban-1", "LHP", "b.pdf", content="isi")
    asked.file("irban-2", "LHP", "a.pdf", content="isi")
    asked.file("irban-1", "LHE", "a.pdf", content="isi")


def test_bytes_that_came_back_may_be_sent_again(asked) -> None:
    returned = asked.give_back(asked.file("irban-1", "LHP", "a.pdf", content="isi"))
    again = asked.file("irban-1", "LHP", "a.pdf", content="isi")
    assert (again.version, again.replaces) == (2, returned.id)


def test_nihil_settles_a_kind_without_review(asked) -> None:
    nihil = asked.nihil("irban-1", "LHP")
    assert (nihil.nihil, nihil.state, nihil.decided_at) == (True, ACCEPTED, asked.now)
    assert "LHP" not in owed(asked, "irban-1")
    assert owing.to_review(asked.run, asked.run.sop.seat(EVLAP)) == ()


def test_the_last_kind_declared_nihil_ends_the_duty(asked) -> None:
    for kind in ("LHP", "LHE", "DATA"):
        asked.file("irban-1", kind)
    asked.nihil("irban-1", "TLHP")
    assert asked.hand_in_duty("irban-1").state == DutyState.DONE


def test_a_file_takes_the_place_of_nihil(asked) -> None:
    nihil = asked.nihil("irban-1", "LHP")
    new = asked.file("irban-1", "LHP", "a.pdf")
    assert (new.version, new.replaces) == (1, None)
    assert asked.run.document(nihil.id).state == REPLACED
    assert standing(asked, "irban-1", "LHP") == [("a.pdf", 1, RECEIVED)]


def test_nihil_is_refused_where_a_document_stands(asked) -> None:
    asked.file("irban-1", "LHP")
    with pytest.raises(KindSettled) as refused:
        asked.nihil("irban-1", "LHP")
    assert refused.value.kind == "LHP"


def test_nihil_takes_the_place_of_what_was_returned(asked) -> None:
    returned = asked.give_back(asked.file("irban-1", "LHP"))
    asked.nihil("irban-1", "LHP")
    assert asked.run.document(returned.id).state == REPLACED
    assert "LHP" not in owed(asked, "irban-1")


def test_nothing_is_taken_in_before_the_order(course) -> None:
    for attempt in (course.file, course.nihil):
        with pytest.raises(NotYetOrdered):
            attempt("irban-1", "LHP")


def test_nothing_is_taken_in_after_the_recap_is_approved(course) -> None:
    course.to_step(6)
    for attempt in (course.file, course.nihil):
        with pytest.raises(RecapApproved):
            attempt("irban-1", "LHP")


def test_nothing_is_taken_in_by_a_run_that_ended(asked) -> None:
    asked.do(moves.cancel(asked.run, 7, KASUBBAG, "Salah periode", asked.now))
    for attempt in (asked.file, asked.nihil):
        with pytest.raises(RunNotOpen) as refused:
            attempt("irban-1", "LHP")
        assert refused.value.closed_at == asked.now


@pytest.mark.parametrize(
    ("seat", "kind", "codes"),
    [("irban-1", "LPJ", ("LHP", "LHE", "TLHP", "DATA")), (PENYUSUN, "LHP", ())],
)
def test_a_kind_that_is_not_owed_is_refused_with_those_that_are(
    asked, seat: str, kind: str, codes: tuple[str, ...]
) -> None:
    with pytest.raises(KindNotOwed) as refused:
        asked.file(seat, kind)
    title = asked.run.sop.seat(seat).title
    assert (refused.value.kind, refused.value.seat, refused.value.owed) == (kind, title, codes)


def test_what_came_before_its_step_needs_no_handing_in(course) -> None:
    course.to_step(3).hand_in("irban-1")
    assert course.hand_in_duty("irban-1").state == DutyState.DONE
    course.to_step(4)
    assert course.hand_in_duty("irban-1").state == DutyState.DONE
    assert course.hand_in_duty("irban-2").is_open


# ---- review


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


# ---- owed again


def test_a_returned_document_is_owed_again_and_the_others_are_not(asked) -> None:
    asked.hand_in("irban-1")
    returned = asked.give_back(asked.run.filed("irban-1", "LHE")[0], "Belum ditandatangani")
    assert owed(asked, "irban-1") == ["LHE"]
    assert (returned.reason, returned.decided_by) == ("Belum ditandatangani", 7)


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
    assert duty.due_at == duty.look_again_at == wita(due)
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


# ---- conveying


def test_a_collector_conveys_what_is_complete_without_a_reason(asked) -> None:
    asked.hand_in_all()
    asked.accept_all(UMUM)
    asked.convey_collected(UMUM)
    assert asked.duty(Task.COLLECT, UMUM).state == DutyState.DONE
    assert asked.run.step == 4
    asked.accept_all(EVLAP)
    asked.convey_collected(EVLAP)
    assert asked.run.step == 5


def test_what_is_missing_or_not_reviewed_is_named(asked) -> None:
    for seat in ("irban-1", "irban-3", "irban-4"):
        asked.hand_in(seat)
    asked.file("irban-2", "LHE")
    asked.accept_all(EVLAP)
    asked.file("irban-1", "LHP", "satu lagi.pdf")
    with pytest.raises(StillMissing) as refused:
        asked.convey_collected(EVLAP)
    assert refused.value.missing == ("Irban II: LHP", "Irban II: TLHP", "Irban I: LHP")


def test_with_a_reason_a_collector_conveys_without(asked) -> None:
    asked.convey_collected(EVLAP, "Irban dinas luar")
    duty = asked.duty(Task.COLLECT, EVLAP)
    assert (duty.state, duty.remark) == (DutyState.DONE, "Irban dinas luar")
    assert asked.facts[-1].detail == {"langkah": 4, "catatan": "Irban dinas luar"}


def test_nobody_is_chased_for_what_was_conveyed_without(asked) -> None:
    asked.convey_collected(EVLAP, "Irban dinas luar")
    assert chased(asked, "irban-1") == ["DATA"]
    assert owed(asked, "irban-1") == ["LHP", "LHE", "TLHP", "DATA"]
    assert asked.hand_in_duty("irban-1").is_open
    asked.convey_collected(UMUM, "Irban dinas luar")
    waived = [asked.hand_in_duty(seat.key) for seat in asked.run.sop.suppliers]
    assert {(d.state, d.look_again_at) for d in waived} == {(DutyState.WAIVED, None)}


def test_the_last_thing_that_is_still_awaited_ends_the_chase(asked) -> None:
    asked.convey_collected(EVLAP, "Irban dinas luar")
    asked.file("irban-1", "DATA")
    assert asked.hand_in_duty("irban-1").state == DutyState.WAIVED
    assert asked.hand_in_duty("irban-2").is_open


def test_what_comes_after_it_was_conveyed_without_is_still_taken(asked) -> None:
    asked.convey_collected(EVLAP, "Irban dinas luar")
    asked.convey_collected(UMUM, "Irban dinas luar")
    asked.hand_in("irban-1")
    assert asked.hand_in_duty("irban-1").state == DutyState.DONE
    asked.accept_all(EVLAP)


@pytest.mark.parametrize("complete", [True, False], ids=["done", "waived"])
def test_what_is_returned_after_it_was_conveyed_is_awaited_again(asked, complete: bool) -> None:
    asked.hand_in("irban-1") if complete else asked.file("irban-1", "LHP")
    for seat in (EVLAP, UMUM):
        asked.convey_collected(seat, "Irban dinas luar")
    asked.at("2026-11-23 14:30").give_back(asked.run.filed("irban-1", "LHP")[0])
    assert chased(asked, "irban-1") == ["LHP"]
    duty = asked.hand_in_duty("irban-1")
    assert (duty.is_open, duty.done_at) == (True, None)
    assert duty.due_at > asked.now


def test_what_was_returned_before_is_conveyed_without(asked) -> None:
    asked.give_back(asked.file("irban-1", "LHP"))
    asked.at("2026-11-23 09:00").convey_collected(EVLAP, "Perbaikan menyusul")
    assert chased(asked, "irban-1") == ["DATA"]


def test_the_approved_recap_ends_every_chase(asked) -> None:
    asked.to_step(5).give_back(asked.run.filed("irban-1", "LHP")[0])
    assert asked.hand_in_duty("irban-1").is_open
    asked.approve()
    duty = asked.hand_in_duty("irban-1")
    assert (duty.state, duty.look_again_at) == (DutyState.WAIVED, None)


def test_only_who_collects_conveys_and_only_once(asked) -> None:
    with pytest.raises(NotYours):
        asked.convey_collected(PENYUSUN, "Cepat")
    asked.convey_collected(UMUM, "Cepat")
    with pytest.raises(NotNow):
        asked.convey_collected(UMUM, "Cepat")


# ---- the record


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


def test_a_filed_document_tells_what_it_replaced(asked) -> None:
    first = asked.file("irban-1", "DATA", "data.xlsx")
    second = asked.file("irban-1", "DATA", "data baru.xlsx")
    filed = [n for n in asked.notices if isinstance(n, DocumentFiled)]
    assert filed[0].replaced is None
    assert (filed[1].document.name, filed[1].replaced) == (second.name, first)
