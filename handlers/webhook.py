"""Updates into the inbox by webhook: answered 200 only once they are kept."""

import asyncio
import hmac
import json
import logging
import re
from collections.abc import Callable
from urllib.parse import urlsplit

from telegram import Bot
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.ports import Clock
from bot.usecases import keep_updates
from bot.usecases.desk import Desk
from handlers.intake import WANTED
from handlers.patience import patiently

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LARGEST_BODY = 1024 * 1024
LOOK_AGAIN = 0.5  # seconds
LOOKS = 120  # a minute of them


class Post(RequestHandler):
    """Anything but a 2xx is sent again by Telegram (Bot API, setWebhook)."""

    def initialize(self, desk: Desk, clock: Clock, secret: str, kept: Callable[[], None]) -> None:
        self._desk = desk
        self._clock = clock
        self._secret = secret
        self._kept = kept

    async def post(self) -> None:
        shown = self.request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(shown.encode(), self._secret.encode()):
            self.set_status(403)
            return
        try:
            raw = json.loads(self.request.body)
        except ValueError:
            self.set_status(400)
            return
        try:
            await keep_updates.keep_updates(self._desk, [raw], self._clock.now())
        except Exception:
            log.exception("an update could not be kept")
            self.set_status(503)
            return
        self._kept()


class Webhook:
    def __init__(
        self,
        bot: Bot,
        desk: Desk,
        clock: Clock,
        kept: Callable[[], None],
        *,
        url: str,
        listen: str,
        secret: str,
    ) -> None:
        """`url` is what Telegram calls, `listen` the host:port where it arrives here."""
        self._bot = bot
        self._url = url
        self._secret = secret
        self._host, _, self._port = listen.rpartition(":")
        given = {"desk": desk, "clock": clock, "secret": secret, "kept": kept}
        self._server = HTTPServer(
            Application([(re.escape(urlsplit(url).path or "/"), Post, given)]),
            max_body_size=LARGEST_BODY,
        )

    async def start(self) -> None:
        """Listen first, so that the first call finds us."""
        self._server.listen(int(self._port), self._host)
        await patiently("setWebhook", self._announce)

    async def caught_up(self) -> None:
        """Returns when nothing waits at Telegram, or after a while: then the rest is slow."""
        for _ in range(LOOKS):
            info = await patiently("getWebhookInfo", self._bot.get_webhook_info)
            if not info.pending_update_count:
                return
            await asyncio.sleep(LOOK_AGAIN)

    async def stop(self) -> None:
        """Finish the calls in hand; what comes later Telegram sends again."""
        self._server.stop()
        await self._server.close_all_connections()

    async def _announce(self) -> bool:
        return await self._bot.set_webhook(
            self._url,
            allowed_updates=WANTED,
            drop_pending_updates=False,
            secret_token=self._secret,
        )
