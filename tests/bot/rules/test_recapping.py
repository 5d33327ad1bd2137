"""Leaving documents out, approving the recap, remarks, and the end of the run."""

from dataclasses import replace

import pytest

from bot.rules import recapping
from bot.rules.errors.files import DocumentDecided
from bot.rules.errors.runs import NotNow
from bot.rules.errors.seats import NotYours
from bot.rules.moves import DutyDone
from bot.rules.reviewing import DocumentDecidedOn
from bot.rules.run import DocumentState, DutyState, RunState, Task

KASUBBAG, PENYUSUN, EVLAP = "kasubbag-perencanaan", "penyusun", "kasubbag-evlap"


@pytest.fixture
def compiled(course):
    """Step 5, with a document of every kind from every seat accepted."""
    return course.to_step(5)


def exclude(course, document, seat: str = PENYUSUN):
    outcome = recapping.exclude(course.run, document, seat, 8, "Periode lain", course.now)
    return course.do(outcome)


def with_form(course, document):
    filled = replace(document, form={"mark": None})
    course.run = course.run.with_document(filled)
    return filled


def test_a_document_left_out_stays_on_record_with_its_reason(compiled) -> None:
    document = compiled.run.filed("irban-1", "LHP")[0]
    outcome = exclude(compiled, document)
    left_out = compiled.run.document(document.id)
    assert left_out == replace(
        document,
        state=DocumentState.EXCLUDED,
        reason="Periode lain",
        decided_at=compiled.now,
        decided_by=8,
    )
    assert outcome.notices == (DocumentDecidedOn(left_out),)
    (fact,) = outcome.facts
    assert (fact.verb, fact.person, fact.seat) == ("berkas dikeluarkan", 8, PENYUSUN)
    assert (fact.detail["semula"], fact.detail["alasan"]) == ("disetujui", "Periode lain")


def test_an_accepted_workbook_holds_until_its_successor_is_accepted(compiled) -> None:
    first = with_form(compiled, compiled.run.filed("irban-1", "DATA")[0])
    second = with_form(compiled, compiled.file("irban-1", "DATA", "baru.xlsx"))
    assert recapping.form_in_force(compiled.run, "irban-1").id == first.id
    compiled.accept(second, "kasubbag-umum")
    assert recapping.form_in_force(compiled.run, "irban-1").id == second.id


def test_a_workbook_that_came_back_or_was_left_out_holds_no_more(compiled) -> None:
    one, two = (
        with_form(compiled, compiled.run.filed(seat, "DATA")[0]) for seat in ("irban-1", "irban-2")
    )
    compiled.give_back(one, seat="kasubbag-umum")
    exclude(compiled, two)
    assert recapping.form_in_force(compiled.run, "irban-1") is None
    assert recapping.form_in_force(compiled.run, "irban-2") is None
    with_form(compiled, compiled.file("irban-1", "DATA", "perbaikan.xlsx"))
    assert recapping.form_in_force(compiled.run, "irban-1") is None


def test_a_document_left_out_is_not_owed_again(compiled) -> None:
    exclude(compiled, compiled.run.filed("irban-1", "LHP")[0])
    assert not compiled.hand_in_duty("irban-1").is_open
    assert compiled.run.filed("irban-1", "LHP") == ()


@pytest.mark.parametrize("what", ["received", "returned", "excluded", "nihil"])
def test_only_an_accepted_file_is_left_out(compiled, what: str) -> None:
    document = compiled.run.filed("irban-1", "LHP")[0]
    if what == "received":
        document = compiled.file("irban-1", "LHP", "terlambat.pdf")
    elif what == "returned":
        document = compiled.give_back(document)
    elif what == "excluded":
        exclude(compiled, document)
        document = compiled.run.document(document.id)
    else:
        compiled.give_back(document)
        document = compiled.nihil("irban-1", "LHP")
    with pytest.raises(DocumentDecided) as refused:
        exclude(compiled, document)
    assert refused.value.state == ("nihil" if what == "nihil" else document.state)


@pytest.mark.parametrize("seat", [KASUBBAG, EVLAP, "irban-1", "kepala"])
def test_only_who_compiles_leaves_out(compiled, seat: str) -> None:
    with pytest.raises(NotYours):
        exclude(compiled, compiled.run.filed("irban-1", "LHP")[0], seat)


@pytest.mark.parametrize("step", [4, 6])
def test_documents_are_left_out_in_the_step_of_compiling_alone(course, step: int) -> None:
    course.to_step(4)
    document = course.file("irban-1", "LHP")
    course.accept(document)
    with pytest.raises(NotNow):
        exclude(course.to_step(step), course.run.document(document.id))


def test_the_approval_records_the_recap_that_was_read(compiled) -> None:
    outcome = compiled.approve("3f2a")
    facts = {fact.verb: (fact.person, fact.seat, dict(fact.detail)) for fact in outcome.facts}
    assert facts["rekap disetujui"] == (7, PENYUSUN, {"sidik": "3f2a"})
    assert facts["langkah dibuka"] == (None, "", {"langkah": 6})


def test_who_approved_hears_that_it_is_done(compiled) -> None:
    outcome = compiled.approve()
    assert DutyDone(compiled.duty(Task.COMPILE, PENYUSUN)) in outcome.notices


def test_the_approved_recap_ends_every_chase(course) -> None:
    course.to_step(5).give_back(course.run.filed("irban-1", "LHP")[0])
    assert course.hand_in_duty("irban-1").is_open
    course.approve()
    duty = course.hand_in_duty("irban-1")
    assert (duty.state, duty.look_again_at) == (DutyState.WAIVED, None)


def test_remarks_are_kept_one_under_another(course) -> None:
    course.to_step(6)
    for text in ("Serapan rendah.", "Perlu tindak lanjut."):
        course.do(recapping.remark(course.run, KASUBBAG, 7, text, course.now))
    assert course.run.remarks == "Serapan rendah.\nPerlu tindak lanjut."
    assert [dict(f.detail) for f in course.facts if f.verb == "catatan analisis"] == [
        {"catatan": "Serapan rendah."},
        {"catatan": "Perlu tindak lanjut."},
    ]
    assert course.duty(Task.ANALYSE, KASUBBAG).is_open


def test_a_finished_run_takes_no_remark(course) -> None:
    course.to_step(6).finish()
    assert course.run.state == RunState.CLOSED
    with pytest.raises(NotNow):
        recapping.remark(course.run, KASUBBAG, 7, "Terlambat", course.now)
