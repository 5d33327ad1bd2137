"""The papers of a run, out of what is kept."""

from bot.rules.calendar import WorkCalendar
from bot.rules.people import Office
from bot.rules.printed import PaperKind
from bot.rules.procedures import Procedure
from bot.rules.run import Run
from bot.rules.sop import Sop
from bot.usecases.run_papers import sheets_of
from storage.unit_of_work import SqlStore


async def test_the_papers_of_a_run_stand_in_binding_order_and_say_the_same_again(
    store: SqlStore, office: Office, run: Run, sop: Sop, calendar: WorkCalendar
) -> None:
    procedure = Procedure(sop, calendar)
    async with store.look() as uow:
        first = await sheets_of(uow, office, run, procedure)
        again = await sheets_of(uow, office, run, procedure)
    kinds = [sheet.kind for sheet in first]
    assert kinds == sorted(kinds, key=list(PaperKind).index)
    assert [sheet.digest for sheet in first] == [sheet.digest for sheet in again]
    [recap] = [sheet for sheet in first if sheet.kind == PaperKind.RECAP]
    assert recap.data["standing"].startswith("Sementara, menurut keadaan")
