"""The HTTP server on 127.0.0.1."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

from bot.rehearsal.telegram.exchange import Exchange
from bot.rehearsal.telegram.files import UPLOAD_LIMIT
from bot.rehearsal.telegram.handlers import ClockHandler, FileHandler, MethodHandler

# A body a little over the limit must still be read, or nobody could be told 413.
BODY_LIMIT = 2 * UPLOAD_LIMIT


@dataclass
class Server:
    exchange: Exchange
    http: HTTPServer | None = field(default=None, repr=False)
    port: int = 0

    def open(self, port: int, more: Sequence[Any] = ()) -> None:
        """`more` are tornado routes beside the Bot API's own."""
        known = {"exchange": self.exchange}
        routes: list[Any] = [
            *more,
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
