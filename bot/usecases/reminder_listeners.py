"""Who is to hear of a late duty besides who owes it, and who is spared today."""

from collections import defaultdict
from collections.abc import Sequence

from bot.rules.ladder import Reminder
from bot.rules.owing import chased
from bot.rules.run import Run, Task
from bot.rules.sop import RungTo, Seat
from bot.usecases.superiors import is_there, present_superiors
from bot.usecases.work import Work


def silent(work: Work, run: Run, reminder: Reminder) -> bool:
    """Whether nobody acts today who would hear it of his own duty: he is on leave, or a word to
    the substitute finds none."""
    seat = run.sop.seat(reminder.duty.seat)
    if reminder.to == RungTo.SUBSTITUTE and not substituted(work, seat):
        return True
    return reminder.to.own and seat.key in work.away


def told_above(work: Work, run: Run, reminders: Sequence[Reminder]) -> dict[Seat, list[Reminder]]:
    """What each of those above reads, once however many seats he acts for; of one duty the last
    word."""
    told: defaultdict[Seat, dict[object, Reminder]] = defaultdict(dict)
    hears_as: dict[int, Seat] = {}
    for reminder in reminders:
        for seat in listeners(work, run, reminder):
            hearing = hears_as.setdefault(work.holders[seat.key].id, seat)
            told[hearing][reminder.duty.key] = reminder
    return {seat: list(late.values()) for seat, late in told.items()}


def listeners(work: Work, run: Run, reminder: Reminder) -> list[Seat]:
    """The seats told by a rung that is not the owner's own. Of superiors those who are there
    count: in place of one who is not, the next."""
    own = run.sop.seat(reminder.duty.seat)
    if reminder.to == RungTo.SUPERIOR:
        return present_superiors(work, run.sop, own)[reminder.level - 1 : reminder.level]
    if reminder.to == RungTo.OVERSEERS:
        every = run.sop.seats_of(role.key for role in run.sop.overseers)
    elif reminder.to == RungTo.COLLECTORS and reminder.duty.task == Task.HAND_IN:
        every = run.sop.seats_of(dict.fromkeys(kind.collector for kind in chased(run, own)))
    else:
        every = ()
    return [seat for seat in every if is_there(work, seat, own)]


def substituted(work: Work, seat: Seat) -> bool:
    """Whether somebody acts today in the holder's stead."""
    acting, holder = work.holders.get(seat.key), work.seating.holders.get(seat.key)
    return acting is not None and (holder is None or acting.id != holder.id)
