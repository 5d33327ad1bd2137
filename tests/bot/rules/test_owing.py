"""What a seat owes and is still reminded of, and what its collector lacks."""

import pytest

from bot.rules.errors.runs import StillMissing
from bot.rules.owing import DutyWaived
from bot.rules.run import DutyState
from tests.bot.rules.asking import EVLAP, UMUM, chased, owed


def test_a_returned_document_is_owed_again_and_the_others_are_not(asked) -> None:
    asked.hand_in("irban-1")
    returned = asked.give_back(asked.run.filed("irban-1", "LHE")[0], "Belum ditandatangani")
    assert owed(asked, "irban-1") == ["LHE"]
    assert (returned.reason, returned.decided_by) == ("Belum ditandatangani", 7)


def test_what_is_missing_or_not_reviewed_is_named(asked) -> None:
    for seat in ("irban-1", "irban-3", "irban-4"):
        asked.hand_in(seat)
    asked.file("irban-2", "LHE")
    asked.accept_all(EVLAP)
    asked.file("irban-1", "LHP", "satu lagi.pdf")
    with pytest.raises(StillMissing) as refused:
        asked.convey_collected(EVLAP)
    assert refused.value.missing == ("Irban II: LHP", "Irban II: TLHP", "Irban I: LHP")


def test_nobody_is_chased_for_what_was_conveyed_without(asked) -> None:
    asked.convey_collected(EVLAP, "Irban dinas luar")
    assert chased(asked, "irban-1") == ["DATA"]
    assert owed(asked, "irban-1") == ["LHP", "LHE", "TLHP", "DATA"]
    assert asked.hand_in_duty("irban-1").is_open
    asked.convey_collected(UMUM, "Irban dinas luar")
    waived = [asked.hand_in_duty(seat.key) for seat in asked.run.sop.suppliers]
    assert {(d.state, d.look_again_at) for d in waived} == {(DutyState.WAIVED, None)}
    assert [n.duty for n in asked.notices if isinstance(n, DutyWaived)] == waived


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
