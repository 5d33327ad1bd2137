"""After the last step: the recap as closed is approved in the SOP's order, or returned.

Every move is a pure function of the run and `now` (UTC), and gives an Outcome. The time that it
takes is nobody's in the ledger (rules/turns.py).
"""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.rules.approval_ladder import first_look
from bot.rules.approvals import Approval, ApprovalState, is_current, newest_turn
from bot.rules.backdrop import Backdrop
from bot.rules.calendar import WorkCalendar
from bot.rules.errors.approvals import ApprovalDecided, ApprovalNotYet, ApprovalVoid
from bot.rules.moves import DutyOpened
from bot.rules.reviewing import owed_again
from bot.rules.run import Fact, Outcome, Run, RunState, Task
from bot.rules.sop import ApprovalAct

RECORDED = {ApprovalAct.INITIAL: "paraf tercatat", ApprovalAct.APPROVE: "persetujuan tercatat"}


@dataclass(frozen=True, slots=True)
class ApprovalAsked:
    approval: Approval


@dataclass(frozen=True, slots=True)
class ApprovalSettled:
    """It was given, returned, or has become void."""

    approval: Approval


@dataclass(frozen=True, slots=True)
class AllApproved:
    """The last one was given."""


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides, by the `name` that papers print; of a substitute as what, and for whom."""

    person: int
    name: str
    done_as: str = ""
    on_behalf: str = ""


def open_chain(
    run: Run,
    recap: str,
    calendar: WorkCalendar,
    now: datetime,
    backdrop: Backdrop | None = None,
) -> Outcome:
    """The closed run bound to its recap (SHA-256) and to what stands behind it, with the first of
    those who approve asked."""
    turn = newest_turn(run.approvals) + 1
    chain = tuple(
        Approval(turn, place, run.sop.role(asked.role).seats[0].key, asked.act, recap)
        for place, asked in enumerate(run.sop.approving.chain, start=1)
    )
    bound = replace(run, recap=recap, backdrop=backdrop, approvals=(*run.approvals, *chain))
    fact = Fact("rekap akhir dibekukan", now, detail={"sidik": recap})
    return Outcome(bound, (fact,)).then(lambda r: ask_next(r, calendar, now))


def ask_next(run: Run, calendar: WorkCalendar, now: datetime) -> Outcome:
    """Ask the next one; once all have given theirs, all is approved."""
    waiting = [a for a in current(run) if a.state == ApprovalState.WAITING]
    if not waiting:
        return Outcome(run, (), (AllApproved(),) if current(run) else ())
    look = first_look(run.sop, calendar, now)
    asked = replace(waiting[0], state=ApprovalState.ASKED, asked_at=now, look_again_at=look)
    fact = Fact("persetujuan diminta", now, None, asked.seat, told(asked))
    return Outcome(run.with_approval(asked), (fact,), (ApprovalAsked(asked),))


def give(
    run: Run, approval: Approval, by: Decider, calendar: WorkCalendar, now: datetime
) -> Outcome:
    given = decided(approval, ApprovalState.GIVEN, by, now)
    fact = Fact(RECORDED[given.act], now, by.person, given.seat, told(given))
    done = Outcome(run.with_approval(given), (fact,), (ApprovalSettled(given),))
    return done.then(lambda r: ask_next(r, calendar, now))


def return_recap(
    run: Run, approval: Approval, by: Decider, reason: str, calendar: WorkCalendar, now: datetime
) -> Outcome:
    """The run is open again at its last step with at least `waktu_perbaikan`; what was given for
    this recap is void, and is asked again of the next one."""
    returned = replace(decided(approval, ApprovalState.RETURNED, by, now), reason=reason)
    detail = {**told(returned), "alasan": reason}
    fact = Fact("rekap dikembalikan", now, by.person, returned.seat, detail)
    done = Outcome(run.with_approval(returned), (fact,), (ApprovalSettled(returned),))
    return done.then(lambda r: void_others(r, now)).then(lambda r: reopen(r, calendar, now))


def void_others(run: Run, now: datetime) -> Outcome:
    """Silent for those who were never asked."""
    outcome = Outcome(run)
    for approval in current(run):
        if approval.state != ApprovalState.RETURNED:
            void = replace(approval, state=ApprovalState.VOID, voided_at=now, look_again_at=None)
            fact = Fact("persetujuan gugur", now, None, void.seat, told(void))
            told_of = approval.asked_at is not None
            after = outcome.run.with_approval(void)
            facts = (*outcome.facts, fact) if told_of else outcome.facts
            notices = (*outcome.notices, ApprovalSettled(void)) if told_of else outcome.notices
            outcome = Outcome(after, facts, notices)
    return outcome


def reopen(run: Run, calendar: WorkCalendar, now: datetime) -> Outcome:
    opened = replace(run, state=RunState.OPEN, closed_at=None, recap="", backdrop=None)
    notices: list[object] = []
    for duty in run.duties_where(lambda d: d.task == Task.ANALYSE):
        again = owed_again(opened, duty, calendar, now)
        opened = opened.with_duty(again)
        notices.append(DutyOpened(again))
    fact = Fact("langkah dibuka kembali", now, detail={"langkah": run.step})
    return Outcome(opened, (fact,), tuple(notices))


def of_button(run: Run, place: str, head: str) -> Approval:
    """The newest approval of this place whose recap's hash begins so. Refused: ApprovalVoid."""
    own = [a for a in run.approvals if str(a.place) == place and a.recap.startswith(head)]
    if not head or not own:
        raise ApprovalVoid(run.is_open)
    return own[-1]


def check_asked(run: Run, approval: Approval) -> None:
    """Refuses what is void, was decided before, or is not asked yet."""
    if approval.state == ApprovalState.VOID or not is_current(run.recap, approval):
        raise ApprovalVoid(run.is_open)
    if approval.state == ApprovalState.WAITING:
        before = awaited(run)
        raise ApprovalNotYet(run.sop.seat(before.seat).title if before else "")
    if not approval.is_asked:
        raise ApprovalDecided(approval.decided_at)


def awaited(run: Run) -> Approval | None:
    """The one that is asked now."""
    return next((a for a in run.approvals if a.is_asked), None)


def current(run: Run) -> tuple[Approval, ...]:
    """The newest closing's, in their order."""
    turn = newest_turn(run.approvals)
    return tuple(approval for approval in run.approvals if approval.turn == turn)


def last_return(run: Run) -> Approval | None:
    """What reopened the run, until it closes again."""
    returned = [a for a in current(run) if a.state == ApprovalState.RETURNED]
    return returned[0] if returned and run.is_open else None


def decided(approval: Approval, state: ApprovalState, by: Decider, now: datetime) -> Approval:
    return replace(
        approval,
        state=state,
        look_again_at=None,
        decided_at=now,
        decided_by=by.person,
        name=by.name,
        done_as=by.done_as,
        on_behalf=by.on_behalf,
    )


def told(approval: Approval) -> dict[str, object]:
    """What a fact keeps of it; its recap is a file of the cabinet."""
    return {
        "giliran": approval.turn,
        "urutan": approval.place,
        "tindakan": approval.act.value,
        "sidik": approval.recap,
    }
