"""The archive follows what was handed in: after the commit, as often as needed, at any pace."""

from collections.abc import Sequence
from datetime import datetime

from bot.ports import Cabinet
from bot.rules.archiving import ToArchive, file_names
from bot.usecases.desk import Desk
from bot.usecases.one_by_one import one_by_one

AT_ONCE = 50  # documents a minute: limits and taps wait for none of them


async def file_away(desk: Desk, _now: datetime) -> None:
    """Show the next of those that the archive lacks; a crash in between costs only doing it again.

    One that cannot be shown goes behind all others, so that it halts none.
    """
    if not await desk.cabinet.archive_stands():
        async with desk.store.work() as uow:
            await uow.documents.archive_lost()
    async with desk.store.look() as seen:
        lacking = await seen.documents.to_archive(AT_ONCE)
    shown: list[int] = []

    async def show_one(document: ToArchive) -> None:
        await show(desk.cabinet, document)
        shown.append(document.document.id)

    try:
        await one_by_one(lacking, show_one)
    finally:
        await note(
            desk, shown, [one.document.id for one in lacking if one.document.id not in shown]
        )


async def note(desk: Desk, shown: Sequence[int], failed: Sequence[int]) -> None:
    if shown or failed:
        async with desk.store.work() as uow:
            await uow.documents.archived(shown)
            await uow.documents.not_archived(failed)


async def show(cabinet: Cabinet, lacking: ToArchive) -> None:
    document = lacking.document
    if document.digest:
        await cabinet.show_as(document.digest, lacking.folders, file_names(document))
