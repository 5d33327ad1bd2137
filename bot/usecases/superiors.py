"""Who above a seat is there, and who may decide for it: never who acts for the seat himself."""

from bot.rules.errors.runs import NobodyAbove
from bot.rules.run import Duty, Run
from bot.rules.sop import Seat, Sop
from bot.usecases.work import Work


def present_superiors(work: Work, sop: Sop, seat: Seat) -> list[Seat]:
    """By the SOP's chain, nearest first; in place of one who is not there, the next."""
    return [above for above in chain_of(sop, seat) if is_there(work, above, seat)]


def asked_above(work: Work, run: Run, duty: Duty) -> Seat:
    """Who is asked for more time. Refused: NobodyAbove."""
    own = run.sop.seat(duty.seat)
    for superior in present_superiors(work, run.sop, own):
        return superior
    raise NobodyAbove(tuple(role.title for role in run.sop.superiors(own.role)))


def deciding(work: Work, run: Run, duty: Duty) -> tuple[str, ...]:
    """The seats that may decide on it: whoever above was asked, though he went on leave since,
    and any other of the chain."""
    own = run.sop.seat(duty.seat)
    return tuple(s.key for s in chain_of(run.sop, own) if acted_for_by_another(work, s, own))


def is_there(work: Work, above: Seat, own: Seat) -> bool:
    """Somebody acts for it who is not on leave, and does not act for the other seat himself."""
    return above.key not in work.away and acted_for_by_another(work, above, own)


def acted_for_by_another(work: Work, above: Seat, own: Seat) -> bool:
    acting, owing = work.holders.get(above.key), work.holders.get(own.key)
    himself = acting is not None and owing is not None and acting.id == owing.id
    return acting is not None and not himself and above != own


def chain_of(sop: Sop, seat: Seat) -> list[Seat]:
    return [above for role in sop.superiors(seat.role) for above in role.seats]
