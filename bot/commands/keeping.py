"""himpun verify, himpun backup and himpun export."""

import argparse
import asyncio
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.commands import DONE, FAILED
from bot.commands.beside import beside, load_settings
from bot.commands.private import private_files
from bot.texts import commands as texts
from bot.texts import packs


def verify(_: argparse.Namespace) -> int:
    return asyncio.run(verified())


async def verified() -> int:
    from bot.usecases.verify_facts import verify_facts

    settings = load_settings()
    async with beside(settings) as (store, cabinet):
        proof = await verify_facts(store, cabinet)
    if proof.broken:
        print(texts.not_proved(proof.broken))
        return FAILED
    print(texts.proved(proof.offices, proof.runs, proof.files))
    if proof.destroyed:
        print(texts.destroyed(proof.destroyed, proof.begun))
    if proof.packs:
        print(packs.made(proof.packs, settings.timezone))
    return DONE


@private_files()
def backup(given: argparse.Namespace) -> int:
    from bot.wiring import SystemClock
    from storage.backup import backup_sqlite
    from storage.integrity import check_made

    settings = load_settings()
    check_made(settings.database)
    local = SystemClock().now().astimezone(ZoneInfo(settings.timezone))
    default = settings.data_dir / "cadangan" / f"himpun-{local:%Y%m%d-%H%M%S}.db"
    target: Path = given.copy or default
    asyncio.run(backup_sqlite(settings.database, target))
    cabinet = str(settings.data_dir / "berkas")
    print(texts.backed_up(str(target), target.stat().st_size, cabinet))
    return DONE


@private_files()
def export(given: argparse.Namespace) -> int:
    return asyncio.run(exported(given.run, given.bundle))


async def exported(asked: str, target: Path | None) -> int:
    from bot.usecases.export_run import export_run
    from bot.wiring import SystemClock, procedures

    settings = load_settings()
    async with beside(settings) as (store, cabinet):
        async with store.look() as uow:
            works_by = procedures(settings, await uow.offices.all())
        made = await export_run(store, cabinet, works_by, asked, SystemClock().now(), target)
    size = made.path.stat().st_size
    print(texts.exported(made.run, str(made.path), made.files, size))
    print(packs.sealed(made.seal))
    return DONE
