"""What is kept, opened beside a running bot."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.cabinet import FileCabinet
    from storage.unit_of_work import SqlStore


@asynccontextmanager
async def beside(settings: "Settings") -> "AsyncIterator[tuple[SqlStore, FileCabinet]]":
    """What is kept, opened beside a running bot."""
    from storage.cabinet import FileCabinet
    from storage.integrity import check_made
    from storage.unit_of_work import SqlStore

    check_made(settings.database)
    async with SqlStore(settings.database, alone=False) as store:
        yield store, FileCabinet(settings.data_dir)


def load_settings() -> "Settings":
    """Papers made from here on are set by the office's own templates."""
    from bot.papers.own_templates import read_templates, use
    from bot.settings import Settings

    settings = Settings.load()
    use(read_templates(settings.data_dir))
    return settings
