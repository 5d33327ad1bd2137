"""Documents handed in, their versions, and nihil."""

import pytest

from bot.rules import moves, owing
from bot.rules.errors.files import AlreadyReceived, KindNotOwed, KindSettled, OldVersion
from bot.rules.errors.runs import NotYetOrdered, RecapApproved, RunNotOpen
from bot.rules.filing import DocumentFiled
from bot.rules.run import DutyState
from tests.bot.rules.asking import (
    ACCEPTED,
    EVLAP,
    KASUBBAG,
    PENYUSUN,
    RECEIVED,
    REPLACED,
    RETURNED,
    owed,
    standing,
    wita,
)


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


@pytest.mark.parametrize("sent", ["2026-11-23 08:59", "2026-11-23 09:00"])
def test_a_version_that_was_overtaken_on_its_way_replaces_nothing(asked, sent: str) -> None:
    asked.at("2026-11-23 09:00").file("irban-1", "DATA", "baru.xlsx", message=(asked.now, 8))
    asked.at("2026-11-23 09:05").file("irban-1", "DATA", "lama.xlsx", message=(wita(sent), 7))
    assert standing(asked, "irban-1", "DATA") == [("baru.xlsx", 1, RECEIVED)]
    assert [(d.name, d.state) for d in asked.run.documents][1:] == [("lama.xlsx", REPLACED)]
    assert asked.facts[-1].verb == "berkas didahului"


def test_what_was_sent_before_a_document_came_back_does_not_mend_it(asked) -> None:
    asked.at("2026-11-23 09:00")
    returned = asked.give_back(asked.file("irban-1", "LHP", "lhp.pdf", message=(asked.now, 8)))
    second = asked.file("irban-1", "LHP", "lhp.pdf", "lain", message=(asked.now, 7))
    assert (second.version, second.replaces) == (1, None)
    assert asked.run.document(returned.id).state == RETURNED


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


def test_an_old_version_of_a_workbook_sent_again_leaves_the_newest_in_place(asked) -> None:
    asked.file("irban-1", "DATA", "a.xlsx", content="satu")
    second = asked.file("irban-1", "DATA", "b.xlsx", content="dua")
    asked.file("irban-1", "DATA", "c.xlsx", content="tiga")
    for content, version in (("satu", 1), ("dua", 2)):
        with pytest.raises(OldVersion) as refused:
            asked.file("irban-1", "DATA", "d.xlsx", content=content)
        assert (refused.value.version, refused.value.newest) == (version, 3)
    asked.file("irban-2", "DATA", "a.xlsx", content="satu")
    assert second.version == 2


def test_a_letter_may_be_sent_as_it_was_before_its_mending(asked) -> None:
    returned = asked.give_back(asked.file("irban-1", "LHP", "a.pdf", content="satu"))
    asked.file("irban-1", "LHP", "a.pdf", content="dua", answers=returned.id)
    asked.file("irban-1", "LHP", "a.pdf", content="satu")


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


def test_a_filed_document_tells_what_it_replaced(asked) -> None:
    first = asked.file("irban-1", "DATA", "data.xlsx")
    second = asked.file("irban-1", "DATA", "data baru.xlsx")
    filed = [n for n in asked.notices if isinstance(n, DocumentFiled)]
    assert filed[0].replaced is None
    assert (filed[1].document.name, filed[1].replaced) == (second.name, first)
