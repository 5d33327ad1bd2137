"""Who acted for an office's seats when something was sent: its file comes later, and what has come
between (a substitute's last day is over, another's has begun) takes nothing from its sender."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.rules.hands import signed
from bot.rules.people import Substitution
from bot.rules.run import Fact
from bot.usecases.work import Work


async def when_sent(work: Work, at: datetime) -> Work:
    """The work as at that moment, by who holds the seats for good now."""
    day = work.calendar.on(at)
    since = await work.uow.substitutions.since(work.office.id, day)
    then = tuple(replace(each, ended_at=None) for each in since if not ended(each, at))
    seating = replace(work.seating, substitutions=then)
    return replace(work, now=at, seating=seating, holders=seating.acting(day))


def ended(each: Substitution, at: datetime) -> bool:
    return each.ended_at is not None and each.ended_at <= at


def served_then(then: Work, person_id: int) -> tuple[str, ...]:
    """The seats that the person could hand in for; a holder until his substitute had begun."""
    held = then.seating.held_for_good(person_id)
    yet = (seat for seat in held if begun_later(then.seating.substitution(seat, then.today), then))
    return tuple(dict.fromkeys((*then.served_by(person_id), *yet)))


def begun_later(each: Substitution | None, then: Work) -> bool:
    return each is not None and (each.begun_at is None or each.begun_at > then.now)


def signed_then(then: Work, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """With both names where a substitute or staff sent it."""
    return tuple(signed(then.seating, fact, then.today) for fact in facts)
