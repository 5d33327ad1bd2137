"""The archive follows what was handed in: after the commit, as often as needed, at any pace."""

from datetime import datetime

from bot.ports import Cabinet
from bot.rules.archiving import ToArchive, file_names
from bot.usecases.desk import Desk

AT_ONCE = 50  # documents


async def file_away(desk: Desk, _now: datetime) -> None:
    """Show each document that the archive lacks; a crash in between costs only doing it again."""
    if not await desk.cabinet.archive_stands():
        async with desk.store.work() as uow:
            await uow.documents.archive_lost()
    while True:
        async with desk.store.look() as seen:
            lacking = await seen.documents.to_archive(AT_ONCE)
        if not lacking:
            return
        for document in lacking:
            await show(desk.cabinet, document)
        async with desk.store.work() as uow:
            await uow.documents.archived([one.document.id for one in lacking])


async def show(cabinet: Cabinet, lacking: ToArchive) -> None:
    document = lacking.document
    if document.digest:
        await cabinet.show_as(document.digest, lacking.folders, file_names(document))
