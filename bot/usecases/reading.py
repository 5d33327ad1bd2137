"""Which documents a person may read: who reads the recap all of them, others what is theirs."""

from collections.abc import Callable

from bot.rules.acts import Act, roles_that_may
from bot.rules.run import Document
from bot.rules.sop import Sop
from bot.usecases.work import Work


def reader(work: Work, sop: Sop) -> Callable[[Document], bool]:
    """All for who may read the recap, the collected kinds for their collector, else one's own."""
    person = work.person_id
    held = (*work.held_by(person), *work.seating.held_for_good(person))
    own = (*held, *work.seating.staffed_by(person))
    roles = {seat.role for seat in sop.seats if seat.key in held}
    if roles & roles_that_may(Act.READ_RECAP, sop):
        return lambda _document: True
    return lambda d: d.seat in own or sop.kind(d.kind).collector in roles
