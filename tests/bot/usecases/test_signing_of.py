"""Who stands under the recap, by the names that papers print."""

from dataclasses import replace

from bot.rules.people import Office, Person
from bot.rules.run import DutyState, Fact, Run, Task
from bot.rules.signing import Signature
from bot.usecases.signing_of import signing_of
from storage.unit_of_work import SqlStore
from tests.bot.conftest import PENYUSUN
from tests.bot.usecases.conftest import NOW


async def test_who_compiled_stands_there_with_name_and_moment_once_he_has(
    store: SqlStore, office: Office, run: Run
) -> None:
    duty = run.duty(Task.COMPILE, PENYUSUN)
    assert duty is not None
    post = run.sop.seat(PENYUSUN).title
    fact = Fact("rekap selesai", NOW, 7, PENYUSUN, {"langkah": duty.step})
    async with store.work() as uow:
        assert (await signing_of(uow, run)).compiled == (Signature(post),)
        await uow.people.seen(Person(7, "Contoh Penyusun"))
        await uow.facts.add(office.id, run.id, (fact,))
        done = run.with_duty(replace(duty, state=DutyState.DONE, done_at=NOW))
        assert (await signing_of(uow, done)).compiled == (
            Signature(post, NOW, name="Contoh Penyusun"),
        )
