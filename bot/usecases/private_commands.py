"""The commands that a private chat takes for one office, and in which offices they make sense."""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.rules.acts import Act
from bot.usecases.ask_time import ask_time
from bot.usecases.cancel_run import cancel_run
from bot.usecases.close_days import close_days
from bot.usecases.desk import Call, Desk
from bot.usecases.give_arahan import give_arahan
from bot.usecases.list_documents import list_documents
from bot.usecases.offer_periods import offer_periods
from bot.usecases.offices import sops_in_force
from bot.usecases.print_papers import offer_papers
from bot.usecases.send_format import send_format
from bot.usecases.send_recap import send_recap
from bot.usecases.set_letterhead import set_letterhead
from bot.usecases.show_seats import show_seats
from bot.usecases.show_status import show_status
from bot.usecases.show_tasks import show_tasks
from bot.usecases.show_timeliness import show_timeliness
from bot.usecases.take_leave import take_leave
from bot.usecases.work import Work

Sense = Callable[[Work], Awaitable[bool]]
UseCase = Callable[..., Awaitable[str | None]]


@dataclass(frozen=True, slots=True)
class Command:
    """`sense` narrows the offices one test after another; a test that none passes is left out."""

    usecase: UseCase
    sense: tuple[Sense, ...] = ()

    async def do(self, desk: Desk, call: Call, words: str) -> str | None:
        """As typed privately: with the words where it takes some, and about nobody else."""
        takes = len(inspect.signature(self.usecase).parameters) - 2
        arguments: tuple[Any, ...] = (words, None)
        return await self.usecase(desk, call, *arguments[:takes])


async def running(work: Work) -> bool:
    return bool(await work.uow.runs.open_in(work.office.id))


async def begun(work: Work) -> bool:
    return bool(await work.uow.runs.of_office(work.office.id))


async def owing(work: Work) -> bool:
    """Whether a seat that the person serves has an open duty."""
    mine = work.served_by(work.person_id)
    runs = await work.uow.runs.open_in(work.office.id)
    return any(duty.is_open and duty.seat in mine for run in runs for duty in run.duties)


def power(act: Act) -> Sense:
    async def has(work: Work) -> bool:
        sops = await sops_in_force(work.uow, work.desk, work.office)
        return any(work.may(act, sop) for sop in sops)

    return has


PRIVATE: dict[str, Command] = {
    "status": Command(show_status, (running,)),
    "tugas": Command(show_tasks, (running, owing)),
    "mulai": Command(offer_periods, (power(Act.START_RUN),)),
    "disposisi": Command(give_arahan, (power(Act.GIVE_ARAHAN),)),
    "format": Command(send_format, (power(Act.REPLACE_FORMAT),)),
    "rekap": Command(send_recap, (power(Act.READ_RECAP), running, begun)),
    "cetak": Command(offer_papers, (power(Act.PRINT_PAPER), begun)),
    "kinerja": Command(show_timeliness, (power(Act.READ_TIMELINESS),)),
    "berkas": Command(list_documents, (begun,)),
    "peran": Command(show_seats),
    "kendala": Command(ask_time, (running, owing)),
    "batal": Command(cancel_run, (power(Act.CANCEL), running)),
    "libur": Command(close_days, (power(Act.CLOSE_DAY),)),
    "kop": Command(set_letterhead, (power(Act.SET_LETTERHEAD),)),
    "cuti": Command(take_leave),
}
"""By the command's word; what is not here asks for no office, or is for groups alone."""


def word_of(usecase: UseCase) -> str | None:
    return next((word for word, one in PRIVATE.items() if one.usecase is usecase), None)
