"""`python -m tests.bench.packing`: an evidence pack of a large run, by the command and by the tap.

Twelve seats hand in 300 files of 200 MB that cannot be compressed. Told are the seconds, the most
memory that the process ever had, how long the event loop stood still at most (the beat runs in it),
and how long the one writer was held.
"""

import asyncio
import random
import resource
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from bot.rules.filing import described
from bot.rules.run import Document, DocumentState, Fact, RunState
from bot.usecases.export_run import export_run
from bot.usecases.send_pack import send_pack
from storage.unit_of_work import SqlStore
from tests.bench.holding import NOW, Timed, furnished, say
from tests.bot.usecases.staffed import Staffed

FILES, BYTES = 300, 200_000_000
ORDERS = "kasubbag-perencanaan"


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with SqlStore(f"sqlite:///{folder}/himpun.db") as store:
            place = await furnished(store, Path(folder))
            await filled(place)
            say(f"{FILES} files, {BYTES / 1e6:.0f} MB; before: {memory():.0f} MB of memory")
            timed = Timed(store)
            desk = replace(place.desk, store=timed)
            target = Path(folder) / "p.zip"

            async def exported() -> None:
                asked = str(place.run_id)
                await export_run(timed, desk.cabinet, desk.procedures, asked, NOW, target)

            async def tapped() -> None:
                await send_pack(desk, place.call(ORDERS), str(place.run_id))
                await replace(place, desk=desk).carry()

            await told("himpun export", timed, exported)
            await told("[Paket bukti], over 50 MB", timed, tapped)
            say(f"the ZIP: {target.stat().st_size / 1e6:.0f} MB")


async def filled(place: Staffed) -> None:
    """The run closes with its letters, each under a fact."""
    made = random.Random(6)  # noqa: S311 - the same bytes each time
    seats = [seat.key for seat in place.sop.suppliers]
    documents = []
    for n in range(FILES):
        digest = await place.desk.cabinet.keep(made.randbytes(BYTES // FILES))
        documents.append(
            Document(
                0,
                seats[n % len(seats)],
                "LHP",
                DocumentState.ACCEPTED,
                NOW,
                7,
                name=f"laporan {n}.pdf",
                digest=digest,
                decided_by=1,
                decided_at=NOW,
            )
        )
    async with place.desk.store.work() as uow:
        run = await uow.runs.get(place.run_id)
        if run is None:
            raise LookupError(place.run_id)
        whole = replace(run, documents=(*run.documents, *documents))
        await uow.runs.save(replace(whole, state=RunState.CLOSED, closed_at=NOW))
        facts = [Fact("berkas diterima", NOW, 7, d.seat, described(d)) for d in documents]
        await uow.facts.add(place.office.id, place.run_id, facts)


async def told(name: str, timed: Timed, act: Callable[[], Awaitable[None]]) -> None:
    timed.held.clear()
    stalls: list[float] = []
    async with asyncio.TaskGroup() as tasks:
        watching = tasks.create_task(watch(stalls))
        begun = perf_counter()
        await act()
        whole = perf_counter() - begun
        watching.cancel()
    held = max(timed.held, default=0.0)
    say(
        f"{name}: {whole:.1f} s, {memory():.0f} MB of memory, the loop stood still "
        f"{max(stalls):.2f} s at most, the writer was held {held:.2f} s"
    )


async def watch(stalls: list[float]) -> None:
    while True:
        begun = perf_counter()
        await asyncio.sleep(0.01)
        stalls.append(perf_counter() - begun - 0.01)


def memory() -> float:
    """In MB, the most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    asyncio.run(main())
    sys.exit(0)
