from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

from bot.rules.run import Run
from bot.usecases.verify_facts import verify_facts
from storage.address import DatabaseAddress
from storage.cabinet import FileCabinet
from storage.tables import documents, facts
from storage.unit_of_work import SqlStore


async def meddle(database_url: str, statement: sa.Executable) -> None:
    engine = create_async_engine(DatabaseAddress.of(database_url).url)
    async with engine.begin() as connection:
        await connection.execute(statement)
    await engine.dispose()


def path_of(tmp_path: Path, digest: str) -> Path:
    return tmp_path / "berkas" / digest[:2] / digest[2:]


async def test_what_was_kept_and_left_alone_is_proved(
    store: SqlStore, cabinet: FileCabinet, run: Run
) -> None:
    proof = await verify_facts(store, cabinet)
    assert (proof.offices, proof.runs, proof.files, proof.broken) == (1, 1, 6, ())


async def test_a_changed_fact_is_told_with_its_place(
    store: SqlStore, cabinet: FileCabinet, run: Run, database_url: str
) -> None:
    await meddle(database_url, sa.update(facts).where(facts.c.person == 7).values(person=8))
    proof = await verify_facts(store, cabinet)
    assert f"putaran {run.id}, catatan 2" in proof.broken


async def test_a_document_that_its_fact_does_not_know_is_told(
    store: SqlStore, cabinet: FileCabinet, run: Run, database_url: str
) -> None:
    first = run.documents[0].id
    await meddle(
        database_url, sa.update(documents).where(documents.c.id == first).values(seat="irban-2")
    )
    (place,) = (await verify_facts(store, cabinet)).broken
    assert place.startswith(f"putaran {run.id}, berkas {first} (LHP dari irban-2, versi 1)")


@pytest.mark.parametrize("content", [b"diganti", None], ids=["changed", "gone"])
async def test_bytes_that_are_not_the_kept_ones_are_told_with_the_fact_that_names_them(
    store: SqlStore, cabinet: FileCabinet, run: Run, tmp_path: Path, content: bytes | None
) -> None:
    file = path_of(tmp_path, run.documents[1].digest)
    file.unlink()
    if content is not None:
        file.write_bytes(content)
    (place,) = (await verify_facts(store, cabinet)).broken
    assert place == f"putaran {run.id}, catatan 3: isi berkasnya hilang atau berubah"
