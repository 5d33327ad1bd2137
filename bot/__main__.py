"""The command line: 0 done, 1 failed, 2 wrongly used."""

import argparse
import asyncio
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from bot.texts import commands as texts

if TYPE_CHECKING:
    from bot.settings import Settings

DONE, FAILED, WRONGLY_USED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    given = build_parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = given.command
    try:
        return command(given)
    except Exception as error:
        return refuse(error)


def run(_: argparse.Namespace) -> int:
    from bot.settings import Settings
    from handlers.redaction import set_up_logging

    settings = Settings.load()
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


def check_sop(given: argparse.Namespace) -> int:
    from bot.rules.sop_file import parse_sop
    from bot.texts.sops import outline

    print(outline(parse_sop(given.sop_file.read_text("utf-8"))))
    return DONE


def refuse(error: Exception) -> int:
    """What happened as a sentence on stderr; what no sentence fits is raised again."""
    from bot.settings import BadSettings

    while isinstance(error, ExceptionGroup):  # the first of those that ended together
        error = error.exceptions[0]
    if isinstance(error, BadSettings):
        print(texts.bad_settings(error.faults), file=sys.stderr)
        return WRONGLY_USED
    sentence = sentence_of(error)
    if sentence is None:
        raise error
    print(sentence, file=sys.stderr)
    return FAILED


def sentence_of(error: Exception) -> str | None:
    from bot.rules.calendar import CalendarFaults
    from bot.rules.sop_faults import SopFaults
    from bot.texts.calendars import calendar_faults
    from bot.texts.sops import fault_sentences
    from handlers.intake import AnotherPoller
    from handlers.patience import TokenRefused

    match error:
        case SopFaults():
            return fault_sentences(error)
        case CalendarFaults():
            return calendar_faults(error)
        case TokenRefused():
            return texts.token_refused()
        case AnotherPoller():
            return texts.another_poller()
    return sentence_of_what_is_kept(error)


def sentence_of_what_is_kept(error: Exception) -> str | None:
    from sqlalchemy.exc import SQLAlchemyError

    from storage.faults import StorageFault

    match error:
        case StorageFault():
            return texts.storage_fault(type(error).__name__, vars(error))
        case SQLAlchemyError():
            return texts.database_away(type(error).__name__)
        case OSError():
            return texts.system_refuses(str(error.filename or ""), error.strerror or str(error))
        case UnicodeDecodeError():
            return texts.not_text()
    return None


class Help(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, texts.USAGE if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """argparse's own words are English: it speaks through bot/texts."""

    def __init__(self, **given: object) -> None:
        super().__init__(add_help=False, formatter_class=Help, **given)  # type: ignore[arg-type]
        self.wants = self.add_argument_group(texts.ARGUMENTS_TITLE)
        options = self.add_argument_group(texts.OPTIONS_TITLE)
        options.add_argument("-h", "--help", action="help", help=texts.HELP)

    def error(self, message: str) -> NoReturn:
        del message
        self.print_usage(sys.stderr)
        self.exit(WRONGLY_USED, f"{texts.wrongly_used(self.prog)}\n")


def build_parser() -> argparse.ArgumentParser:
    parser = Parser(prog="himpun", description=texts.ABOUT)
    verbs = parser.add_subparsers(title=texts.COMMANDS_TITLE, metavar="PERINTAH", required=True)

    def verb(name: str, command: Callable[[argparse.Namespace], int]) -> Parser:
        about = texts.COMMANDS[name]
        added: Parser = verbs.add_parser(name, help=about, description=about)
        added.set_defaults(command=command)
        return added

    verb("run", run)
    checks = verb("sop", check_sop).add_subparsers(metavar="check", required=True)
    check = checks.add_parser("check", help=texts.ARGUMENTS["check"])
    check.add_argument("sop_file", type=Path, metavar="BERKAS", help=texts.ARGUMENTS["sop_file"])
    return parser


if __name__ == "__main__":
    sys.exit(main())
