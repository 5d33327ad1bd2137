"""himpun run and himpun gladi."""

import argparse
import asyncio
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from bot.commands import DONE, FAILED, WRONGLY_USED
from bot.commands.beside import load_settings
from bot.commands.private import private_files
from bot.texts import commands as texts

if TYPE_CHECKING:
    from bot.settings import Settings


@private_files()
def run(_: argparse.Namespace) -> int:
    from handlers.redaction import set_up_logging

    settings = load_settings()
    if settings.bot_token is None:
        print(texts.no_token(), file=sys.stderr)
        return WRONGLY_USED
    set_up_logging(settings.log_level, settings.log_format)
    with suppress(asyncio.CancelledError):  # asked to stop before anything was served
        asyncio.run(serve(settings))
    return DONE


async def serve(settings: "Settings") -> None:
    """Until SIGTERM or SIGINT, which is followed during the start as well."""
    from bot import wiring

    starting, stopping = asyncio.current_task(), asyncio.Event()
    if starting is not None:
        on_stop_signal(starting.cancel)
    async with wiring.build(settings) as product:
        on_stop_signal(stopping.set)
        await product.serve(stopping)


def on_stop_signal(act: Callable[[], object]) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, act)


def rehearse(given: argparse.Namespace) -> int:
    from handlers.redaction import set_up_logging

    set_up_logging("WARNING", "text")
    return play_by_itself(given) if given.otomatis else open_page(given)


def play_by_itself(given: argparse.Namespace) -> int:
    from bot.rehearsal.gladi import play

    return DONE if asyncio.run(play(given.keluaran, given.sop, say)) else FAILED


@private_files()
def open_page(given: argparse.Namespace) -> int:
    asyncio.run(serve_page(given))
    return DONE


async def serve_page(given: argparse.Namespace) -> None:
    from bot.rehearsal.page import serving

    ended = asyncio.Event()
    on_stop_signal(ended.set)
    await serving.serve_page(given.ruang, given.sop, given.port, say, ended)


say = partial(print, flush=True)
