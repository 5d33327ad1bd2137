"""`himpun gladi`: the page, until somebody ends it."""

import asyncio
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.rehearsal.page.opening import page_on
from bot.rehearsal.page.room.folder import entered
from bot.texts import pages as texts


async def serve_page(
    room: Path | None,
    sop_file: Path | None,
    port: int,
    say: Callable[[str], None],
    ended: asyncio.Event,
) -> None:
    """Until `ended` is set. Without a `room` all of it is gone afterwards. Refused: RoomRefused."""
    with ExitStack() as held:
        folder = room or Path(held.enter_context(TemporaryDirectory(prefix="himpun-gladi-")))
        entered_room = held.enter_context(entered(folder, sop_file))
        async with page_on(entered_room, port) as scene:
            say(texts.opened(f"{scene.telegram.url}/"))
            say(texts.kept_in(str(room)) if room else texts.NOT_KEPT)
            await ended.wait()
    say(texts.ENDED)
