"""The stream of views: one at once, then one after every change."""

import asyncio
import json

from tornado.iostream import StreamClosedError

from bot.rehearsal.page.views.whole import chosen, view
from bot.rehearsal.page.web.base import PageHandler

SHORTEST = 0.1  # real seconds between two views
ALIVE = 15.0  # real seconds of silence until a word that nobody shows: so that a break is noticed


class EventsHandler(PageHandler):
    gone = False

    async def get(self) -> None:
        person, chat = self.given_number("person"), self.given_number("chat")
        self.set_header("Content-Type", "text/event-stream")
        try:
            await self._stream(person, chat)
        except StreamClosedError:
            return

    async def _stream(self, person: int, chat: int) -> None:
        told = ""
        while not (self.gone or self.scene.closing.is_set()):
            now = json.dumps(view(self.scene, *chosen(self.scene, person, chat)))
            if now != told:
                told = now
                self.write(f"event: view\ndata: {now}\n\n")
                await self.flush()
                await asyncio.sleep(SHORTEST)
            elif not await self.scene.telegram.changed(ALIVE):
                self.write(": ada\n\n")
                await self.flush()

    def on_connection_close(self) -> None:
        self.gone = True
        self.scene.changed()
