"""Updates into the inbox by webhook: answered 200 only once they are kept."""

import asyncio
import hmac
import json
import logging
import re
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit

from telegram import Bot, WebhookInfo
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.ports import Clock
from bot.usecases import keep_updates
from bot.usecases.desk import Desk
from handlers.hearing import Hearing
from handlers.intake import A_MINUTE, WANTED
from handlers.patience import patiently

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LARGEST_BODY = 1024 * 1024
LOOK_AGAIN = 0.5  # seconds
LOOKS = 120  # a minute of them
LATELY = timedelta(minutes=5)  # Telegram tries again every one or two


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
        look: float = A_MINUTE,
    ) -> None:
        """`url` is what Telegram calls, `listen` the host:port where it arrives here; every `look`
        seconds it is seen whether anything arrives."""
        self._bot = bot
        self._clock = clock
        self._look = look
        self._since = clock.now()
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

    async def listen(self, hearing: Hearing) -> None:
        """For ever: Telegram is heard while it answers us and gets its updates to us."""
        await self._catch_up()
        while True:
            if not (heard := await self._heard(hearing)):
                hearing.lost()
            await asyncio.sleep(self._look)
            if not heard:
                await self._catch_up()

    async def _catch_up(self) -> None:
        """Returns when nothing waits at Telegram or nothing comes, or after a while: then the
        rest is slow."""
        for _ in range(LOOKS):
            info = await patiently("getWebhookInfo", self._bot.get_webhook_info)
            if not info.pending_update_count or self._failing(info):
                return
            await asyncio.sleep(LOOK_AGAIN)

    async def _heard(self, hearing: Hearing) -> bool:
        """Raises nothing: neither a cut line nor a busy database ends the listening."""
        try:
            if self._failing(await self._bot.get_webhook_info()):
                return False
            await hearing.heard()
        except Exception as error:
            log.warning("Telegram is not heard: %s", error)
            return False
        return True

    def _failing(self, info: WebhookInfo) -> bool:
        """Whether what waits could not be brought here lately, though we listen."""
        failed = info.last_error_date
        if not info.pending_update_count or failed is None:
            return False
        return failed > max(self._since, self._clock.now() - LATELY)

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
