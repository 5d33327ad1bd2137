"""Who stands under a run's recap, by the names that papers print."""

from bot.ports import UnitOfWork
from bot.rules.run import Run, Task
from bot.rules.signing import Signing, signing
from bot.rules.trail import Trail

MAKE = (Task.COMPILE, Task.ANALYSE)


async def signing_of(uow: UnitOfWork, run: Run) -> Signing:
    """As its papers have it; nothing more is read while nobody has acted."""
    if not run.duties_where(lambda duty: duty.task in MAKE and duty.done_at is not None):
        return signing(Trail(run, (), {}))
    makers = set(run.owners(Task.COMPILE)) | set(run.owners(Task.ANALYSE))
    recorded = [fact for fact, _ in await uow.facts.of_run(run.id)]
    facts = tuple(fact for fact in recorded if fact.seat in makers)
    deciders = {approval.decided_by for approval in run.approvals}
    ids = {fact.person for fact in facts} | deciders
    found = [await uow.people.get(each) for each in sorted(each for each in ids if each)]
    people = {person.id: person for person in found if person is not None}
    return signing(Trail(run, facts, people))
