"""Documents across runs, and searches."""

from dataclasses import replace

from bot.rules.people import Office, Person
from bot.rules.periods import Period
from bot.rules.run import Run
from bot.rules.searching import Search
from storage.unit_of_work import SqlStore
from tests.storage.conftest import NOW


async def test_an_office_s_documents_are_found_without_their_forms(
    store: SqlStore, run: Run, new_run: Run
) -> None:
    async with store.work() as unit:
        await unit.people.seen(Person(run.documents[0].sender, "St. Aminah"))
        later = await unit.runs.add(replace(new_run, period=Period("bulan", 2026, 10)))
        other = await unit.offices.add(-200, "Lain", "lain", "kalender")
        await unit.runs.add(replace(new_run, office_id=other.id))
    async with store.look() as unit:
        found = await unit.documents.of_office(run.office_id)
    assert [(f.run_id, f.period.key, f.document.seat) for f in found] == [
        (run.id, "2026-TW3", "irban-1"),
        (run.id, "2026-TW3", "irban-2"),
        (later.id, "2026-10", "irban-1"),
        (later.id, "2026-10", "irban-2"),
    ]
    assert all(f.document.form is None and f.sop == run.sop for f in found)
    assert found[0].document == replace(run.documents[0], form=None)
    of_hers = [f.sender for f in found if f.document.sender == run.documents[0].sender]
    assert set(of_hers) == {"St. Aminah"}


async def test_what_the_archive_lacks_is_told_oldest_first_until_it_is_shown(
    store: SqlStore, run: Run
) -> None:
    async with store.work() as unit:
        (first,) = await unit.documents.to_archive(1)
        assert (first.office_id, first.period, first.document.seat) == (
            run.office_id,
            run.period,
            "irban-1",
        )
        await unit.documents.archived([first.document.id])
        (second,) = await unit.documents.to_archive(5)
        await unit.documents.archived([second.document.id])
        assert await unit.documents.to_archive(5) == ()
        await unit.documents.archive_lost()
        assert len(await unit.documents.to_archive(5)) == 2


async def test_a_document_that_changes_stays_in_the_archive(store: SqlStore, run: Run) -> None:
    async with store.work() as unit:
        await unit.documents.archived([d.id for d in run.documents])
        kept = await unit.runs.get(run.id)
        assert kept is not None
        await unit.runs.save(kept.with_document(replace(kept.documents[0], repeats=1)))
        assert await unit.documents.to_archive(5) == ()


async def test_a_search_is_a_row(store: SqlStore, office: Office) -> None:
    async with store.work() as unit:
        made = await unit.searches.add(office.id, 7, "TW3 2026 LHP", NOW)
    async with store.look() as unit:
        assert await unit.searches.get(made.id) == Search(
            made.id, office.id, 7, "TW3 2026 LHP", NOW
        )
        assert await unit.searches.get(made.id + 1) is None
