"""/tugas: a person's open duties with the buttons that settle them."""

from collections.abc import Sequence

from bot.rules.acts import Act
from bot.rules.approving import awaited
from bot.rules.run import Duty, Task
from bot.rules.sop import Sop
from bot.texts import tasks as texts
from bot.texts.tasks import Asked
from bot.usecases.arahan_cards import waiting_for
from bot.usecases.at_office import belonging, office_work, require_member
from bot.usecases.desk import Call, Desk
from bot.usecases.hand_approvals import approving_runs
from bot.usecases.make_papers import recap_paper
from bot.usecases.offices import sops_in_force
from bot.usecases.work import Work


async def show_tasks(desk: Desk, call: Call) -> None:
    async with office_work(desk, call) as work:
        require_member(work)
        own = belonging(work, call.person.id)
        work.acting(Act.READ_TASKS, await sop_of(work, own), own)
        runs = await work.uow.runs.open_in(work.office.id)
        mine = [(r, d) for r in runs for d in r.duties if d.is_open and shown(work, d)]
        digests = {
            run.id: (await recap_paper(work, run)).file.digest
            for run, duty in mine
            if duty.task == Task.COMPILE
        }
        staffed = set(own) - set(work.held_by(call.person.id))
        asked = await asked_of_caller(work)
        arahan = await waiting_for(work, work.held_by(call.person.id)) if call.private else []
        message = texts.tasks(
            mine, work.calendar, digests, asked, private=call.private, staffed=staffed
        )
        if mine or asked or not arahan:
            await work.post.answer(message)
        for part, one in enumerate(arahan, 2):
            await work.post.answer(one, part)


async def asked_of_caller(work: Work) -> list[Asked]:
    """The approvals that who calls is asked for."""
    own = work.held_by(work.person_id)
    found = [(run, awaited(run)) for run in await approving_runs(work)]
    return [(run, approval) for run, approval in found if approval and approval.seat in own]


async def sop_of(work: Work, own: Sequence[str]) -> Sop:
    """Of those in force one that knows a seat of the person's."""
    every = await sops_in_force(work.uow, work.desk, work.office)
    return next((sop for sop in every if any(s.key in own for s in sop.seats)), work.sop)


def shown(work: Work, duty: Duty) -> bool:
    """The holder's or his substitute's; staff see what is to be handed in."""
    if duty.seat in work.held_by(work.person_id):
        return True
    return duty.task == Task.HAND_IN and duty.seat in work.served_by(work.person_id)
