"""Whose turn a duty was, over time: its holder's, somebody's before him, or its reader's."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from bot.rules.approvals import approving_times
from bot.rules.filed_times import NOTHING, Filed, Pair, changes_of
from bot.rules.owing import collect_duties
from bot.rules.run import Duty, Run, Task


@dataclass(frozen=True, slots=True)
class Turn:
    """One stretch. `since` is when an own turn began, `after_waiting` whether he waited before."""

    start: datetime
    end: datetime
    own: bool = False
    upstream: bool = False
    review: bool = False
    since: datetime | None = None
    after_waiting: bool = False


def turns(run: Run, duty: Duty, end: datetime) -> Iterator[Turn]:
    """Without a gap from the run's opening to the end."""
    before: Turn | None = None
    for start, until, filed in stretches(run, duty, end):
        turn = turn_at(run, duty, start, filed)
        turn = replace(turn, end=until, since=start)
        if before is not None and turn.own and before.own:
            turn = replace(turn, since=before.since, after_waiting=before.after_waiting)
        elif before is not None and turn.own:
            turn = replace(turn, after_waiting=was_open(duty, before) and before.upstream)
        yield turn
        before = turn


def was_open(duty: Duty, turn: Turn) -> bool:
    return duty.opened_at is not None and duty.opened_at <= turn.start


def stretches(
    run: Run, duty: Duty, end: datetime
) -> Iterator[tuple[datetime, datetime, dict[Pair, Filed]]]:
    """Between two moments at which something may change, with how the documents stood."""
    concerned = pairs_of(run, duty)
    changed = [
        (at, pair, filed)
        for pair, changes in changes_of(run, concerned).items()
        for at, filed in changes
    ]
    changed.sort(key=lambda change: change[0])
    moments = {at for at, _, _ in changed} | acts_of(run, duty)
    cuts = [run.opened_at, *sorted(m for m in moments if run.opened_at < m < end), end]
    stands = dict.fromkeys(concerned, NOTHING)
    coming = iter([*changed, None])
    following = next(coming)
    for start, until in pairwise(cuts):
        while following is not None and following[0] <= start:
            stands[following[1]] = following[2]
            following = next(coming)
        yield start, until, stands


def pairs_of(run: Run, duty: Duty) -> frozenset[Pair]:
    """Of which documents the duty speaks."""
    seat = run.sop.seat(duty.seat)
    if duty.task == Task.HAND_IN:
        return frozenset((seat.key, kind.code) for kind in run.kinds_owed_by(seat))
    if duty.task == Task.COLLECT:
        return frozenset((s.key, kind.code) for s, kind in run.collected_by(seat))
    if duty.task == Task.COMPILE:
        every = run.sop.kinds
        return frozenset((s.key, k.code) for k in every for s in run.sop.role(k.handed_in_by).seats)
    return frozenset()


def acts_of(run: Run, duty: Duty) -> set[datetime]:
    """When this duty was opened and done, and those that let go of a supplier's."""
    moments = [duty.opened_at, duty.done_at]
    if duty.task == Task.ANALYSE:
        moments += [moment for span in approving_times(run.approvals) for moment in span]
    if duty.task in (Task.HAND_IN, Task.COMPILE):
        ending = (Task.COLLECT, Task.COMPILE)
        moments += [d.done_at for d in run.duties if d.task in ending]
    return {moment for moment in moments if moment is not None}


def turn_at(run: Run, duty: Duty, at: datetime, filed: dict[Pair, Filed]) -> Turn:
    nothing = Turn(at, at)
    if duty.task == Task.HAND_IN:
        return hand_in_turn(run, duty, at, filed)
    if duty.done_at is not None and duty.done_at <= at:
        return nothing
    if duty.task == Task.ANALYSE and being_approved(run, at):
        return nothing
    if duty.opened_at is None or duty.opened_at > at or waited(run, duty, at, filed):
        return replace(nothing, upstream=True)
    return replace(nothing, own=True)


def being_approved(run: Run, at: datetime) -> bool:
    """Between a closing and the return of its recap."""
    return any(start <= at < end for start, end in approving_times(run.approvals))


def waited(run: Run, duty: Duty, at: datetime, filed: dict[Pair, Filed]) -> bool:
    unread = any(each.unread for each in filed.values())
    if duty.task == Task.COLLECT:
        return not unread and any(not each.settled for each in filed.values())
    if duty.task == Task.COMPILE:
        return unread or any(owes(run, pair, each, at) for pair, each in filed.items())
    return False


def hand_in_turn(run: Run, duty: Duty, at: datetime, filed: dict[Pair, Filed]) -> Turn:
    nothing = Turn(at, at)
    if compiled(run, at):
        return nothing
    if all(each.settled for each in filed.values()):
        return replace(nothing, review=any(each.unread for each in filed.values()))
    if not any(owes(run, pair, each, at) for pair, each in filed.items()):
        return nothing
    if duty.opened_at is None or duty.opened_at > at:
        return replace(nothing, upstream=True)
    return replace(nothing, own=True)


def compiled(run: Run, at: datetime) -> bool:
    """Nothing is handed in or read after the recap was approved."""
    done = [d.done_at for d in run.duties if d.task == Task.COMPILE]
    return any(moment is not None and moment <= at for moment in done)


def owes(run: Run, pair: Pair, filed: Filed, at: datetime) -> bool:
    """Owed, and not conveyed without by every collector (rules/owing.py, `given_up`)."""
    if filed.settled:
        return False
    conveyed = [d.done_at for d in collect_duties(run, run.sop.kind(pair[1]))]
    given_up = all(
        done is not None and done <= at and (filed.returned_at is None or filed.returned_at < done)
        for done in conveyed
    )
    return not given_up
