"""The bot as a process of its own on the rehearsal's clock, so that it can be killed.

`python -m bot.rehearsal.child --api-url … --token … --data-dir …`: the unchanged product.
"""

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import quote, urlsplit

from tornado.httpclient import AsyncHTTPClient, HTTPError

from bot import wiring
from bot.rules.pace import Pace

ANSWERED_WITHIN = 30.0  # seconds; it is on this machine, which may be busy
LONGEST_WAIT = 60.0
AFTER_A_FAULT = 0.2


class LoopbackClock:
    """The rehearsal's time, asked anew each time: a bot that lags behind it is no rehearsal."""

    def __init__(self, api_url: str) -> None:
        self._url = f"{api_url}/clock"
        self._host = urlsplit(api_url).netloc
        self._last: datetime | None = None

    def now(self) -> datetime:
        """The last that was heard where the rehearsal is over."""
        connection = HTTPConnection(self._host, timeout=ANSWERED_WITHIN)
        try:
            connection.request("GET", "/clock")
            self._last = datetime.fromisoformat(connection.getresponse().read().decode())
        except (OSError, HTTPException):
            if self._last is None:
                raise
        finally:
            connection.close()
        return self._last

    async def follow(self, moved: Callable[[], None]) -> None:
        """Calls `moved` whenever somebody moved the clock; ends only by cancelling."""
        client, known = AsyncHTTPClient(force_instance=True), self.now()
        while True:
            try:
                address = f"{self._url}?after={quote(known.isoformat())}"
                heard = await client.fetch(address, request_timeout=LONGEST_WAIT)
            except (OSError, HTTPError):
                await asyncio.sleep(AFTER_A_FAULT)
                continue
            told = datetime.fromisoformat(heard.body.decode())
            if told != known:
                known = told
                moved()


def main(arguments: Sequence[str] | None = None) -> int:
    given = build_parser().parse_args(arguments)
    wiring.set_up_logging(given.log_level, given.log_format)
    with suppress(asyncio.CancelledError):  # asked to stop before anything was served
        asyncio.run(serve(given))
    return 0


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot.rehearsal.child")
    for name in ("--api-url", "--token"):
        parser.add_argument(name, required=True)
    parser.add_argument("--data-dir", type=Path, required=True)
    for name in ("--sop-file", "--calendar-file"):
        parser.add_argument(name, type=Path)
    for name in ("--database-url", "--webhook-listen"):
        parser.add_argument(name, default="")
    parser.add_argument("--owner-id", type=int)
    parser.add_argument("--speed", type=float, default=1.0)
    parser.add_argument("--ends-with-stdin", action="store_true")
    parser.add_argument("--log-level", default="INFO")
    parser.add_argument("--log-format", default="text")
    return parser


async def serve(given: argparse.Namespace) -> None:
    """Until SIGTERM or SIGINT, which is followed during the start as well."""
    if given.ends_with_stdin:
        end_with_stdin()
    clock, stopping = LoopbackClock(given.api_url), asyncio.Event()
    starting = asyncio.current_task()
    if starting is not None:
        on_stop_signal(starting.cancel)
    settings = wiring.rehearsed(
        given.api_url,
        given.token,
        given.data_dir,
        sop_file=given.sop_file,
        calendar_file=given.calendar_file,
        database_url=given.database_url,
        owner_id=given.owner_id,
        webhook_listen=given.webhook_listen,
    )
    async with wiring.build(settings, clock, Pace(speed=given.speed)) as product:
        on_stop_signal(stopping.set)
        async with asyncio.TaskGroup() as tasks:
            following = tasks.create_task(clock.follow(product.ring))
            await product.serve(stopping)
            following.cancel()


def end_with_stdin() -> None:
    """By a kill, as soon as whoever holds the other end is gone: the next rehearsal may begin."""

    def gone() -> None:
        if not os.read(sys.stdin.fileno(), 1024):
            os.kill(os.getpid(), signal.SIGKILL)

    asyncio.get_running_loop().add_reader(sys.stdin.fileno(), gone)


def on_stop_signal(act: Callable[[], object]) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, act)


if __name__ == "__main__":
    sys.exit(main())
