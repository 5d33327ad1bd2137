"""The HTTP side: methods, file downloads and the rehearsal's clock."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import unquote

from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPServerRequest
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from bot.rehearsal.telegram.calls import Reply, refusal
from bot.rehearsal.telegram.errors import ApiError
from bot.rehearsal.telegram.exchange import Exchange
from bot.rehearsal.telegram.faults import DOWNLOAD
from bot.rehearsal.telegram.files import UPLOAD_LIMIT, Upload
from bot.rehearsal.telegram.params import Params

LONGEST_CLOCK_WAIT = 30
# A body a little over the limit must still be read, or nobody could be told 413.
BODY_LIMIT = 2 * UPLOAD_LIMIT


class Handler(RequestHandler):
    exchange: Exchange
    gone = False

    def initialize(self, exchange: Exchange) -> None:
        self.exchange = exchange

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
        state = self.exchange.state
        fault = self.exchange.faults.take(DOWNLOAD, None)
        if unquote(token) != state.bot.token:
            self.reply(refusal(ApiError(401, "Unauthorized")))
            return
        try:
            content = state.files.download(path, state.clock()).content
        except ApiError as error:
            self.reply(refusal(error))
            return
        if fault and fault.kind not in ("cut", "short"):
            self.reply(await self.exchange.instead(fault))
            return
        await self._send(content, fault.kind if fault else "")

    async def _send(self, content: bytes, fault: str) -> None:
        half = content[: len(content) // 2]
        self.set_header("Content-Type", "application/octet-stream")
        if fault == "cut":
            self.set_header("Content-Length", str(len(content)))
            self.write(half)
            await self.flush()
            self.detach().close()
            return
        self.write(half if fault else content)


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


def read(request: HTTPServerRequest) -> Params:
    """Parameters out of the query, a form, a multipart body or JSON, as the real server takes."""
    values: dict[str, Any] = {
        name: found[-1].decode() for name, found in request.arguments.items() if found
    }
    if request.headers.get("Content-Type", "").startswith("application/json") and request.body:
        body = json.loads(request.body)
        if not isinstance(body, dict):
            raise ValueError("object expected")
        values |= {name: value for name, value in body.items() if value is not None}
    files = {
        name: Upload(found[0].filename, found[0].body, found[0].content_type)
        for name, found in request.files.items()
    }
    return Params(values, files)


@dataclass
class Server:
    exchange: Exchange
    http: HTTPServer | None = field(default=None, repr=False)
    port: int = 0

    def open(self, port: int) -> None:
        known = {"exchange": self.exchange}
        routes: list[Any] = [
            (r"/bot([^/]+)/(\w+)", MethodHandler, known),
            (r"/file/bot([^/]+)/(.+)", FileHandler, known),
            (r"/clock", ClockHandler, known),
        ]
        # No access log: the token is part of the URL.
        app = Application(routes, log_function=lambda _: None)
        sockets = bind_sockets(port, "127.0.0.1")
        self.port = sockets[0].getsockname()[1]
        self.http = HTTPServer(app, max_body_size=BODY_LIMIT, max_buffer_size=BODY_LIMIT)
        self.http.add_sockets(sockets)

    async def close(self) -> None:
        if self.http is None:
            return
        self.exchange.closing.set()
        self.exchange.state.bell.ring()
        self.exchange.state.clock_bell.ring()
        self.http.stop()
        await asyncio.sleep(0)  # held polls get their last word
        await self.http.close_all_connections()
        self.http = None
