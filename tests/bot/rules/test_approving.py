"""The recap of a closed run is approved in the SOP's order, returned, and asked for again."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.rules import approving
from bot.rules.approvals import Approval, ApprovalState
from bot.rules.approving import AllApproved, ApprovalAsked, ApprovalSettled, Decider
from bot.rules.errors.approvals import ApprovalDecided, ApprovalNotYet, ApprovalVoid
from bot.rules.errors.refusal import Refusal
from bot.rules.ledger import Share, account
from bot.rules.moves import DutyOpened
from bot.rules.run import DutyState, RunState, Task
from bot.rules.signing import signing
from bot.rules.sop import Approving
from bot.rules.trail import Trail
from tests.bot.conftest import KASUBBAG, Course

RECAP, OTHER = "a1" * 32, "b2" * 32
SARI = Decider(11, "Sari")


@pytest.fixture
def closed(course: Course) -> Course:
    """Monday 10.00: the last step is done, and the first is asked."""
    course.at("2026-11-23 07:50").to_step(6)
    course.at("2026-11-23 10:00").finish()
    course.do(approving.open_chain(course.run, RECAP, course.calendar, course.now))
    return course


def approval(course: Course, place: int) -> Approval:
    return next(a for a in approving.current(course.run) if a.place == place)


def give(course: Course, place: int, by: Decider = SARI) -> None:
    found = approval(course, place)
    course.do(approving.give(course.run, found, by, course.calendar, course.now))


def send_back(course: Course, place: int, reason: str = "Capaian keliru") -> None:
    found = approval(course, place)
    course.do(approving.return_recap(course.run, found, SARI, reason, course.calendar, course.now))


def states(course: Course) -> list[tuple[int, str, ApprovalState]]:
    return [(a.turn, a.seat, a.state) for a in course.run.approvals]


def test_a_closed_run_is_bound_to_its_recap_and_asks_the_first_alone(closed: Course) -> None:
    assert closed.run.recap == RECAP
    assert states(closed) == [
        (1, KASUBBAG, ApprovalState.ASKED),
        (1, "sekretaris", ApprovalState.WAITING),
        (1, "kepala", ApprovalState.WAITING),
    ]
    assert [n.approval.seat for n in closed.notices if isinstance(n, ApprovalAsked)] == [KASUBBAG]
    assert [f.detail.get("sidik") for f in closed.facts[-2:]] == [RECAP, RECAP]


def test_each_is_asked_after_the_one_before_and_the_last_makes_it_whole(closed: Course) -> None:
    give(closed, 1)
    assert approving.awaited(closed.run) == approval(closed, 2)
    give(closed, 2, Decider(12, "Rahma", "Plh.", "Budi"))
    assert AllApproved() not in closed.notices
    give(closed, 3)
    assert AllApproved() in closed.notices
    second = approval(closed, 2)
    assert (second.name, second.done_as, second.on_behalf) == ("Rahma", "Plh.", "Budi")
    assert second.decided_at == closed.now
    verbs = [f.verb for f in closed.facts if f.person in (11, 12)]
    assert verbs == ["paraf tercatat", "paraf tercatat", "persetujuan tercatat"]


def test_a_sop_that_names_nobody_binds_the_recap_and_asks_nobody(course: Course) -> None:
    sop = replace(course.run.sop, approving=Approving())
    outcome = approving.open_chain(replace(course.run, sop=sop), RECAP, course.calendar, course.now)
    assert (outcome.run.recap, outcome.run.approvals, outcome.notices) == (RECAP, (), ())


def test_a_return_reopens_the_last_step_with_time_to_mend_and_voids_what_was_given(
    closed: Course,
) -> None:
    give(closed, 1)
    closed.at("2026-11-24 15:00")
    send_back(closed, 2)
    assert states(closed) == [
        (1, KASUBBAG, ApprovalState.VOID),
        (1, "sekretaris", ApprovalState.RETURNED),
        (1, "kepala", ApprovalState.VOID),
    ]
    assert (closed.run.state, closed.run.closed_at, closed.run.recap) == (RunState.OPEN, None, "")
    duty = closed.duty(Task.ANALYSE, KASUBBAG)
    assert duty.state == DutyState.OPEN
    assert duty.counted >= closed.run.sop.correction
    assert any(isinstance(n, DutyOpened) and n.duty == duty for n in closed.notices)
    settled = [n.approval.place for n in closed.notices if isinstance(n, ApprovalSettled)]
    assert settled == [1, 2, 1]  # the paraf, the return, and the paraf that is void with it
    back = approving.last_return(closed.run)
    assert back is not None
    assert back.reason == "Capaian keliru"


def test_what_was_given_keeps_who_gave_it_though_it_is_void(closed: Course) -> None:
    give(closed, 1)
    given = approval(closed, 1)
    send_back(closed, 2)
    void = approval(closed, 1)
    assert (void.name, void.decided_at) == (given.name, given.decided_at)
    assert void.voided_at == closed.now


def test_the_recap_that_closes_anew_is_asked_of_all_again(closed: Course) -> None:
    give(closed, 1)
    send_back(closed, 2)
    closed.at("2026-11-24 09:00").finish()
    closed.do(approving.open_chain(closed.run, OTHER, closed.calendar, closed.now))
    assert states(closed)[3:] == [
        (2, KASUBBAG, ApprovalState.ASKED),
        (2, "sekretaris", ApprovalState.WAITING),
        (2, "kepala", ApprovalState.WAITING),
    ]
    assert approving.last_return(closed.run) is None


def test_an_old_button_is_refused_by_what_became_of_it(closed: Course) -> None:
    def refused(place: int, recap: str = RECAP) -> type[Refusal]:
        with pytest.raises(Refusal) as told:
            found = approving.of_button(closed.run, str(place), recap[:12])
            approving.check_asked(closed.run, found)
        return told.type

    assert refused(2) is ApprovalNotYet
    assert refused(4) is ApprovalVoid
    assert refused(1, "") is ApprovalVoid
    assert refused(1, OTHER) is ApprovalVoid
    give(closed, 1)
    assert refused(1) is ApprovalDecided
    send_back(closed, 2)
    assert {refused(place) for place in (1, 2, 3)} == {ApprovalVoid}
    closed.at("2026-11-24 09:00").finish()
    closed.do(approving.open_chain(closed.run, OTHER, closed.calendar, closed.now))
    assert refused(1) is ApprovalVoid
    approving.check_asked(closed.run, approving.of_button(closed.run, "1", OTHER[:12]))


def test_the_time_between_closing_and_return_is_nobodys(closed: Course) -> None:
    duty = closed.duty(Task.ANALYSE, KASUBBAG)
    before = account(closed.run, duty, closed.calendar, closed.now)
    closed.at("2026-11-25 15:00")
    send_back(closed, 1)
    closed.at("2026-11-25 15:30")
    after = account(closed.run, closed.duty(Task.ANALYSE, KASUBBAG), closed.calendar, closed.now)
    assert after.minutes[Share.OWN] == before.minutes[Share.OWN] + 30
    assert after.late == before.late == 0


def test_papers_tell_only_what_was_given_and_holds(closed: Course) -> None:
    def recorded() -> list[datetime | None]:
        found = signing(Trail(closed.run, tuple(closed.facts), {}))
        own = [s.also.recorded_at for s in found.analysed if s.also]
        return [*own, *(s.recorded_at for s in found.approved)]

    assert recorded() == [None, None, None]
    give(closed, 1, Decider(12, "Rahma", "Plh.", "Budi"))
    first = signing(Trail(closed.run, (), {})).analysed[0].also
    assert first is not None
    assert (first.post, first.name) == ("Plh. Kasubbag Perencanaan dan Keuangan", "Rahma")
    assert recorded() == [closed.now, None, None]
    send_back(closed, 2)
    assert recorded() == [None, None, None]
