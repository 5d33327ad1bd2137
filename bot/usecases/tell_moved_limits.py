"""Whose limits another calendar moved hears once of it, by the limits that he knows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.rules.recounting import LimitMoved
from bot.rules.run import Run, Task
from bot.texts import moved_limits as texts
from bot.usecases.work import Work

Moves = tuple[tuple[Run, LimitMoved], ...]
Known = dict[tuple[int, int, str, str], datetime]
"""By run, step, task and seat: the limit that its holder was told last."""


async def tell_moved_limits(work: Work, moves: Moves, why: str) -> int:
    """How many people are told. A notice that waits in the outbox is taken back: who hears now
    hears of both changes, and who would hear that all is as before hears nothing."""
    people = {person.id: person for person in work.holders.values()}
    told = 0
    for person_id, new in by_person(work, moves).items():
        key = f"kalender:{work.office.id}:{person_id}"
        unsaid = await work.uow.errands.withdraw(key)
        known = limits_known(unsaid, new)
        moved = await moved_since(work, known, new)
        reasons = [*(reason for about in unsaid for reason in about["why"]), why]
        if moved:
            about = {"moved": [[*duty, was.isoformat()] for duty, was in known.items()]}
            post = replace(work.post, about={**about, "why": reasons})
            message = texts.moved_limits(moved, work.calendar, said(reasons), work.holders)
            await post.say(f"{key}:{occasion(work)}", people[person_id], message)
            told += 1
    return told


def by_person(work: Work, moves: Moves) -> Mapping[int, Sequence[tuple[Run, LimitMoved]]]:
    """Of who acts for the seats."""
    concerned: defaultdict[int, list[tuple[Run, LimitMoved]]] = defaultdict(list)
    for run, moved in moves:
        holder = work.holders.get(moved.duty.seat)
        if holder is not None:
            concerned[holder.id].append((run, moved))
    return concerned


def limits_known(
    unsaid: Iterable[Mapping[str, Any]], new: Iterable[tuple[Run, LimitMoved]]
) -> Known:
    known: Known = {}
    for about in unsaid:
        for run_id, step, task, seat, was in about["moved"]:
            known.setdefault((run_id, step, task, seat), datetime.fromisoformat(was))
    for run, moved in new:
        duty = moved.duty
        known.setdefault((run.id, duty.step, duty.task.value, duty.seat), moved.was)
    return known


async def moved_since(
    work: Work, known: Known, new: Iterable[tuple[Run, LimitMoved]]
) -> list[tuple[Run, LimitMoved]]:
    """The open duties whose limit is not the one known."""
    runs = {run.id: run for run, _ in new}
    moved = []
    for (run_id, step, task, seat), was in known.items():
        run = runs.get(run_id) or await work.uow.runs.get(run_id)
        duty = run.duty(Task(task), seat, step) if run is not None else None
        if run is not None and duty is not None and duty.is_open and duty.due_at != was:
            moved.append((run, LimitMoved(duty, was)))
    return moved


def said(reasons: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, reasons)))


def occasion(work: Work) -> str:
    return work.call.key if work.call else f"{work.now.timestamp():.0f}"
