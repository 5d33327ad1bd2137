"""`python -m tests.bench.holding`: how long the one writer is held by a large run.

Twelve seats, as many as a role may have, with as many indicators as a hundred forms of six.
Each act is done twice over databases of their own: as it is, and with its papers made inside the
unit of work. Told are the longest unit of work and the whole act, in seconds by the clock.
"""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo

from bot.calendars.file import load_calendar
from bot.papers.format_file import SHIPPED, parse_format
from bot.ports import UnitOfWork
from bot.rules import moves
from bot.rules.forms import Figure, FilledForm, FormMark, Indicator, OfficeFormat
from bot.rules.json_form import to_json
from bot.rules.periods import Period
from bot.rules.procedures import Procedure, Procedures
from bot.rules.run import Document, DocumentState, DutyState, Run
from bot.rules.sop import Sop
from bot.rules.sop_file import parse_sop
from bot.usecases.desk import Call, Desk
from bot.usecases.finish_run import finish_run
from bot.usecases.papers_first import papers_first
from bot.usecases.send_recap import send_recap
from bot.usecases.show_status import show_status
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore
from tests.bench.offices import said
from tests.bot.usecases.staffed import Staffed, staffed

SEATS, EACH = 12, 50  # indicators a form
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Asia/Makassar"))
SOPS = files("bot") / "sops"
Act = Callable[[Desk, Call], Awaitable[object]]


@dataclass
class Timed:
    """The store, and how long each unit of work was open."""

    store: SqlStore
    held: list[float] = field(default_factory=list)

    @asynccontextmanager
    async def work(self, update_id: int | None = None) -> AsyncIterator[UnitOfWork]:
        async with self.store.work(update_id) as uow:
            begun = perf_counter()
            try:
                yield uow
            finally:
                self.held.append(perf_counter() - begun)

    def look(self) -> AbstractAsyncContextManager[UnitOfWork]:
        return self.store.look()


async def finish(desk: Desk, call: Call) -> object:
    return await finish_run(desk, call, "1")


ACTS: tuple[tuple[str, str, Act], ...] = (
    ("/status", "sekretaris", show_status),
    ("/rekap", "sekretaris", send_recap),
    ("[Selesai]", "kasubbag-perencanaan", finish),
)


async def main() -> None:
    for name, seat, act in ACTS:
        for inside in (True, False):
            held, whole = await measured(seat, act, inside=inside)
            say(
                f"{name:10} papers {'inside' if inside else 'first ':6}: "
                f"longest hold {held:6.2f} s, the act {whole:6.2f} s"
            )


async def measured(seat: str, act: Act, *, inside: bool) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        async with SqlStore(f"sqlite:///{folder}/himpun.db") as store:
            place = await furnished(store, Path(folder))
            timed, call = Timed(store), place.call(seat)
            desk = replace(place.desk, store=timed)
            begun = perf_counter()
            await (act(desk, call) if inside else papers_first(desk, lambda at: act(at, call)))
            return max(timed.held), perf_counter() - begun


async def furnished(store: SqlStore, folder: Path) -> Staffed:
    """A run at its last step; every form of it is accepted."""
    sop = parse_sop(
        (SOPS / "dpmd_jeneponto.toml").read_text().replace("jumlah = 4\n", f"jumlah = {SEATS}\n")
    )
    procedures = Procedures(Procedure(sop, load_calendar()))
    shipped = parse_format((SOPS / SHIPPED).read_text("utf-8"))
    desk = Desk(store, FileCabinet(folder), procedures, shipped, "himpun_bot")
    return await staffed(desk, run_of(sop, desk), NOW)


def run_of(sop: Sop, desk: Desk) -> Run:
    opened = NOW - timedelta(hours=2)
    run = moves.open_run(1, sop, Period("triwulan", 2026, 3), desk.calendar, opened).run
    over = [replace(d, state=DutyState.DONE, look_again_at=None) for d in run.duties if d.step < 6]
    rest = [d for d in run.duties if d.step >= 6]
    run = moves.open_step(
        replace(run, duties=(*over, *rest), step=6), sop.step(6), desk.calendar, NOW
    ).run
    pattern = desk.form.indicators[0]
    asked = tuple(
        replace(pattern, number=n, name=f"{pattern.name} ke-{n}", seat=seat.key)
        for place, seat in enumerate(sop.suppliers)
        for n in range(place * EACH + 1, place * EACH + EACH + 1)
    )
    documents = tuple(document(seat.key, asked) for seat in sop.suppliers)
    return replace(run, form=to_json(OfficeFormat(asked)), documents=documents)


def document(seat: str, asked: tuple[Indicator, ...]) -> Document:
    figures = tuple(
        Figure(one, Decimal(40), None, *(said(3 * one.number + n) for n in range(3)))
        for one in asked
        if one.seat == seat
    )
    form = to_json(FilledForm(FormMark(1, 1, seat, 1), figures))
    return Document(
        0, seat, "DATA", DocumentState.ACCEPTED, NOW, 7, name=f"{seat}.xlsx", form=form,
        decided_by=1, decided_at=NOW,
    )  # fmt: skip


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    asyncio.run(main())
