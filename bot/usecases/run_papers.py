"""Every paper of a run, from what is kept."""

import asyncio

from bot.papers.control_card import control_sheet
from bot.papers.disposition_sheet import disposition_sheets
from bot.papers.minutes_paper import minutes_sheet
from bot.papers.recap_pdf import recap_sheet
from bot.papers.recap_rooms import recap_rooms
from bot.papers.receipt_paper import receipt_sheets
from bot.papers.request_paper import request_sheets
from bot.papers.sheet import Sheet
from bot.ports import UnitOfWork
from bot.rules.dossier import Dossier, as_of, named_in
from bot.rules.people import Office
from bot.rules.procedures import Procedure
from bot.rules.run import Run
from bot.rules.signing import signing
from bot.texts.run_papers import standing
from bot.usecases.absent import absent
from bot.usecases.recapping import recap_of


async def sheets_of(
    uow: UnitOfWork, office: Office, run: Run, procedure: Procedure
) -> tuple[Sheet, ...]:
    """In the order in which they are bound; a paper that has nothing to tell yet is left out."""
    return await asyncio.to_thread(sheets, await dossier_of(uow, office, run, procedure))


def sheets(of: Dossier) -> tuple[Sheet, ...]:
    """The same values give the same sheets."""
    told = standing(of.run, of.recap.compiled_at, of.zone)
    return (
        *disposition_sheets(of),
        *request_sheets(of),
        *receipt_sheets(of),
        *([minutes_sheet(of)] if of.run.documents else []),
        recap_sheet(of.recap, recap_rooms(signing(of), of.zone), of.stationery, told),
        control_sheet(of),
    )


async def dossier_of(uow: UnitOfWork, office: Office, run: Run, procedure: Procedure) -> Dossier:
    facts = tuple(fact for fact, _ in await uow.facts.of_run(run.id))
    dispositions = await uow.dispositions.of_run(run.id)
    named = named_in(run, facts) | {each.person for each in dispositions}
    found = [await uow.people.get(each) for each in sorted(named)]
    moment = as_of(run)
    return Dossier(
        run,
        facts,
        {person.id: person for person in found if person is not None},
        office,
        procedure.calendar,
        await absent(uow, run, procedure.calendar, moment),
        await recap_of(uow, run, procedure.calendar),
        procedure.stationery,
        moment,
        dispositions,
    )
