"""Updates to a webhook: in order within a chat, again and again until it answers 2xx."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from http import HTTPStatus

from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse

from bot.rehearsal.telegram.state import State
from bot.rehearsal.telegram.updates import Waiting

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name, not the secret
PATIENCE = 60
LONGEST_PAUSE = 60


@dataclass
class Delivery:
    """`pause` is the first of the waits 1, 2, 4 … after a failure, in real seconds."""

    state: State
    pause: float = 1
    tasks: dict[int, asyncio.Future[None]] = field(default_factory=dict)
    watch: asyncio.Future[None] | None = None

    def open(self) -> None:
        # Kept here and cancelled by close(): this is Telegram's side, not the bot's.
        self.watch = asyncio.ensure_future(self._watch())

    async def close(self) -> None:
        running = [*self.tasks.values(), *([self.watch] if self.watch else [])]
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def _watch(self) -> None:
        while True:
            if self.state.webhook.url:
                for update in list(self.state.updates.current()):
                    self._start(update.chat_id)
            await self.state.bell.rung(3600)

    def _start(self, chat_id: int) -> None:
        """One delivery at a time in a chat, many chats at once."""
        task = self.tasks.get(chat_id)
        if task is None or task.done():
            self.tasks[chat_id] = asyncio.ensure_future(self._deliver(chat_id))

    async def _deliver(self, chat_id: int) -> None:
        client = AsyncHTTPClient(force_instance=True)
        pause = self.pause
        try:
            while update := self._next(chat_id):
                if await self._post(client, update):
                    self.state.updates.confirm(update.id)
                    pause = self.pause
                else:
                    await asyncio.sleep(pause)
                    pause = min(LONGEST_PAUSE, pause * 2)
        finally:
            client.close()

    def _next(self, chat_id: int) -> Waiting | None:
        if not self.state.webhook.url:
            return None
        mine = (update for update in self.state.updates.current() if update.chat_id == chat_id)
        return next(mine, None)

    async def _post(self, client: AsyncHTTPClient, update: Waiting) -> bool:
        webhook = self.state.webhook
        headers = {"Content-Type": "application/json"}
        if webhook.secret:
            headers[SECRET_HEADER] = webhook.secret
        body = json.dumps(update.raw())
        request = HTTPRequest(
            webhook.url, "POST", headers, body, request_timeout=PATIENCE, connect_timeout=5
        )
        try:
            response = await client.fetch(request, raise_error=False)
        except OSError as unreachable:
            return self._trouble(str(unreachable) or "Connection failed")
        return _accepted(response) or self._trouble(_wrong(response))

    def _trouble(self, what: str) -> bool:
        self.state.webhook_trouble = (self.state.clock(), what)
        return False


def _accepted(response: HTTPResponse) -> bool:
    return HTTPStatus.OK <= response.code < HTTPStatus.MULTIPLE_CHOICES


def _wrong(response: HTTPResponse) -> str:
    return f"Wrong response from the webhook: {response.code} {response.reason}"
