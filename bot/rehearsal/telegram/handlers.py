"""What answers an HTTP request: a method, a file's download, the rehearsal's clock."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from time import monotonic
from urllib.parse import unquote

from tornado.web import HTTPError, RequestHandler

from bot.rehearsal.telegram.calls import Reply, refusal
from bot.rehearsal.telegram.errors import ApiError
from bot.rehearsal.telegram.exchange import Exchange
from bot.rehearsal.telegram.faults import DOWNLOAD, hold, suffer
from bot.rehearsal.telegram.guard import by_browser, is_ours
from bot.rehearsal.telegram.params import Params
from bot.rehearsal.telegram.requests import read

LONGEST_CLOCK_WAIT = 30


class Handler(RequestHandler):
    exchange: Exchange
    gone = False

    def initialize(self, exchange: Exchange) -> None:
        self.exchange = exchange

    def prepare(self) -> None:
        """The bot alone is served: no browser, whatever page sent it here."""
        if by_browser(self.request) or not is_ours(self.request):
            raise HTTPError(HTTPStatus.FORBIDDEN)

    def on_connection_close(self) -> None:
        self.gone = True
        self.exchange.state.bell.ring()

    def reply(self, reply: Reply | None) -> None:
        if self.gone:
            return
        if reply is None:
            self.detach().close()
            return
        self.set_status(reply.code)
        if reply.retry_after is not None:
            self.set_header("Retry-After", str(reply.retry_after))
        html = isinstance(reply.body, str)
        self.set_header("Content-Type", "text/html" if html else "application/json")
        self.write(reply.body)


class MethodHandler(Handler):
    async def get(self, token: str, name: str) -> None:
        await self.post(token, name)

    async def post(self, token: str, name: str) -> None:
        if unquote(token) != self.exchange.state.bot.token:
            self.reply(refusal(ApiError(401, "Unauthorized")))
            return
        try:
            given = read(self.request)
        except ValueError as wrong:
            self.reply(refusal(ApiError(400, f"Bad Request: {wrong}")))
            return
        given.alive = lambda: not self.gone and not self.exchange.closing.is_set()
        self.reply(await self.exchange.answer(name, given))


class FileHandler(Handler):
    async def get(self, token: str, path: str) -> None:
        state, exchange = self.exchange.state, self.exchange
        if unquote(token) != state.bot.token:
            self.reply(refusal(ApiError(401, "Unauthorized")))
            return
        given = Params({"file_path": path})
        fault = exchange.faults.take(DOWNLOAD, None)
        if exchange.hook(DOWNLOAD, given, "before") is False:
            self.reply(None)
        elif fault and fault.kind not in ("cut", "short", "slow"):
            self.reply(await suffer(fault, exchange.closing))
        else:
            if fault and fault.kind == "slow":
                await hold(fault.seconds, exchange.closing)
            await self._download(given, fault.kind if fault else "")

    async def _download(self, given: Params, fault: str) -> None:
        exchange, started = self.exchange, monotonic()
        try:
            file = exchange.state.files.download(given.text("file_path"), exchange.state.clock())
        except ApiError as error:
            exchange.log(DOWNLOAD, given, started, refusal(error), fault, applied=False)
            self.reply(refusal(error))
            return
        await self._send(file.content, fault)
        exchange.log(DOWNLOAD, given, started, Reply(200, ""), fault, applied=True)
        exchange.hook(DOWNLOAD, given, "after")

    async def _send(self, content: bytes, fault: str) -> None:
        half = content[: len(content) // 2]
        self.set_header("Content-Type", "application/octet-stream")
        if fault == "cut":
            self.set_header("Content-Length", str(len(content)))
            self.write(half)
            await self.flush()
            self.detach().close()
            return
        self.write(half if fault == "short" else content)


class ClockHandler(Handler):
    """The rehearsal's time; with `after` only as soon as it is another one than that."""

    async def get(self) -> None:
        state = self.exchange.state
        after = self.get_query_argument("after", "").replace(" ", "+")
        known = datetime.fromisoformat(after) if after else None
        if state.clock() == known and not self.exchange.closing.is_set():
            await state.clock_bell.rung(LONGEST_CLOCK_WAIT)
        if not self.gone:
            self.set_header("Content-Type", "text/plain")
            self.write(state.clock().isoformat())
