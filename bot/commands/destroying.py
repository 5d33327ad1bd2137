"""himpun hapus."""

import argparse
import asyncio
from typing import TYPE_CHECKING

from bot.commands import DONE
from bot.commands.beside import load_settings
from bot.commands.private import private_files

if TYPE_CHECKING:
    from bot.rules.destroying import Plan


@private_files()
def destroy(given: argparse.Namespace) -> int:
    return asyncio.run(destroyed(given))


async def destroyed(given: argparse.Namespace) -> int:
    """The bot must be stopped: what it takes in meanwhile could be the very bytes that go."""
    from bot.rules.destroying import Wanted
    from bot.texts import destroying as texts
    from bot.usecases.destroy_files import Ground, destroy_files
    from bot.wiring import SystemClock, procedures
    from storage.cabinet import FileCabinet
    from storage.integrity import check_made
    from storage.unit_of_work import SqlStore

    settings = load_settings()
    check_made(settings.database)
    async with SqlStore(settings.database) as store:
        async with store.look() as uow:
            works_by = procedures(settings, await uow.offices.all())
        ground = Ground(works_by, given.pack, SystemClock().now())
        wanted = Wanted(given.kind, given.reason, given.basis)
        cabinet = FileCabinet(settings.data_dir)
        ask = agreed if given.yes else confirmed
        gone = await destroy_files(store, cabinet, ground, given.run, wanted, ask)
    print(texts.done(gone.plan, gone.files, gone.octets))
    return DONE


def agreed(plan: "Plan") -> bool:
    from bot.texts.destroying import planned

    print(planned(plan))
    return True


def confirmed(plan: "Plan") -> bool:
    """By the period, typed: a number is too soon mistaken for another."""
    from bot.texts.destroying import CONFIRM

    agreed(plan)
    try:
        return input(CONFIRM.format(key=plan.run.period.key)).strip() == plan.run.period.key
    except EOFError:
        return False
