"""/berkas: what was handed in, as far as the seat may read it."""

from bot.rules.acts import Act, roles_that_may
from bot.rules.run import Document, Run
from bot.texts import runs
from bot.usecases.desk import Call, Desk
from bot.usecases.work import Work, no_run, office_work, require_member


async def list_documents(desk: Desk, call: Call) -> None:
    """Of every open run, else of the newest one; privately, since names may tell of findings."""
    async with office_work(desk, call) as work:
        require_member(work)
        every = await work.uow.runs.of_office(work.office.id)
        shown = [run for run in every if run.is_open] or list(every[:1])
        if not shown or work.call is None:
            raise no_run(work)
        for part, run in enumerate(shown, start=1):
            message = runs.documents(run, readable(work, run))
            await work.post.say(f"berkas:{call.update_id}:{part}", work.call.person, message)


def readable(work: Work, run: Run) -> list[Document]:
    """All for who may read the recap, the collected kinds for their collector, else one's own."""
    held = work.held_by(work.person_id)
    roles = {run.sop.seat(seat).role for seat in held}
    if roles & roles_that_may(Act.READ_RECAP, run.sop):
        return list(run.documents)
    return [d for d in run.documents if d.seat in held or run.sop.kind(d.kind).collector in roles]
