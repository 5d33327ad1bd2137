"""The command line: 0 done, 1 failed, 2 wrongly used."""

import argparse
import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from traceback import format_exception
from typing import TYPE_CHECKING, NoReturn
from zoneinfo import ZoneInfo

from bot.texts import commands as texts

if TYPE_CHECKING:
    from bot.rules.people import Office
    from bot.rules.sop import Sop
    from bot.settings import Settings
    from bot.texts.examination import Line
    from storage.cabinet import FileCabinet
    from storage.unit_of_work import SqlStore

DONE, FAILED, WRONGLY_USED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    given = build_parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = given.command
    try:
        return command(given)
    except KeyboardInterrupt:
        return FAILED
    except Exception as error:
        return refuse(error)


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
    from bot.rehearsal.gladi import play
    from handlers.redaction import set_up_logging

    if not given.otomatis:
        print(texts.only_by_itself(), file=sys.stderr)
        return WRONGLY_USED
    set_up_logging("WARNING", "text")
    say = partial(print, flush=True)
    return DONE if asyncio.run(play(given.keluaran, given.sop, say)) else FAILED


def check_sop(given: argparse.Namespace) -> int:
    from bot.rules.sop_file import parse_sop
    from bot.texts.sops import outline

    print(outline(parse_sop(given.sop_file.read_text("utf-8"))))
    return DONE


def doctor(_: argparse.Namespace) -> int:
    from bot.texts.examination import Mark

    lines = asyncio.run(examination(load_settings()))
    print(*lines, sep="\n")
    return FAILED if any(line.mark == Mark.FAILED for line in lines) else DONE


async def examination(settings: "Settings") -> "list[Line]":
    from bot.texts import examination as says
    from bot.usecases.examine import examine_disk
    from bot.wiring import SystemClock
    from handlers.examine import examine_telegram

    clock = SystemClock()
    lines, sop = examine_files(settings, clock.now().year)
    kept, offices = await examine_database(settings, sop)
    lines += [examine_disk(settings.data_dir), *kept]
    if settings.bot_token is None:
        return [says.no_token(), *lines]
    token, webhook = settings.bot_token.get_secret_value(), settings.webhook_url
    theirs = await examine_telegram(token, settings.bot_api_url, webhook, offices, clock)
    return theirs + lines


def examine_files(settings: "Settings", year: int) -> "tuple[list[Line], Sop | None]":
    """SOP and calendar as a start would read them; this year and the next must be known."""
    from bot.calendars import load_calendar, undecreed_years
    from bot.rules.sop_file import parse_sop
    from bot.texts import examination as says
    from bot.wiring import SHIPPED_SOP

    lines, sop, years = [], None, (year, year + 1)
    try:
        sop = parse_sop((settings.sop_file or SHIPPED_SOP).read_text("utf-8"))
        lines.append(says.sop_good(sop.name))
    except Exception as fault:
        lines.append(says.file_bad("SOP", told(fault)))
    try:
        calendar = load_calendar(settings.calendar_file, settings.timezone)
        lines.append(says.calendar_years(years, undecreed_years(calendar, years)))
    except Exception as fault:
        lines.append(says.file_bad("Kalender kantor", told(fault)))
    return lines, sop


async def examine_database(
    settings: "Settings", sop: "Sop | None"
) -> "tuple[list[Line], tuple[Office, ...]]":
    """The offices too, whose groups Telegram is then asked about."""
    from bot.texts import examination as says
    from bot.usecases.examine import examine_offices
    from storage.integrity import SOUND, NotMadeYet, quick_check

    try:
        async with beside(settings) as (store, _), store.look() as uow:
            offices = await uow.offices.all()
            lines = await examine_offices(store, sop) if sop else []
        found = await quick_check(settings.database)
    except NotMadeYet:
        return [says.no_database()], ()
    except Exception as fault:
        return [says.database_bad(told(fault))], ()
    good = says.database_good() if found == SOUND else says.database_damaged(found)
    return [good, *lines], offices


def verify(_: argparse.Namespace) -> int:
    return asyncio.run(verified())


async def verified() -> int:
    from bot.usecases.verify_facts import verify_facts

    async with beside(load_settings()) as (store, cabinet):
        proof = await verify_facts(store, cabinet)
    if proof.broken:
        print(texts.not_proved(proof.broken))
        return FAILED
    print(texts.proved(proof.offices, proof.runs, proof.files))
    return DONE


def backup(given: argparse.Namespace) -> int:
    from bot.wiring import SystemClock
    from storage.backup import backup_sqlite
    from storage.integrity import check_made

    settings = load_settings()
    check_made(settings.database)
    local = SystemClock().now().astimezone(ZoneInfo(settings.timezone))
    default = settings.data_dir / "cadangan" / f"himpun-{local:%Y%m%d-%H%M%S}.db"
    target: Path = given.copy or default
    asyncio.run(backup_sqlite(settings.database, target))
    cabinet = str(settings.data_dir / "berkas")
    print(texts.backed_up(str(target), target.stat().st_size, cabinet))
    return DONE


def export(given: argparse.Namespace) -> int:
    return asyncio.run(exported(given.run, given.bundle))


async def exported(asked: str, target: Path | None) -> int:
    from bot.calendars import load_calendar
    from bot.usecases.export_run import export_run

    settings = load_settings()
    calendar = load_calendar(settings.calendar_file, settings.timezone)
    async with beside(settings) as (store, cabinet):
        made = await export_run(store, cabinet, calendar, asked, target)
    size = made.path.stat().st_size
    print(texts.exported(made.run, str(made.path), made.files, size))
    return DONE


@asynccontextmanager
async def beside(settings: "Settings") -> "AsyncIterator[tuple[SqlStore, FileCabinet]]":
    """What is kept, opened beside a running bot."""
    from storage.cabinet import FileCabinet
    from storage.integrity import check_made
    from storage.unit_of_work import SqlStore

    check_made(settings.database)
    async with SqlStore(settings.database, alone=False) as store:
        yield store, FileCabinet(settings.data_dir)


def load_settings() -> "Settings":
    from bot.settings import Settings

    return Settings.load()


def refuse(error: Exception) -> int:
    """What happened, on stderr: a sentence, or the trace of what can only be a slip of ours."""
    from bot.rules.periods import NotAPeriod
    from bot.settings import BadSettings
    from handlers.redaction import redacted

    first = error
    while isinstance(first, ExceptionGroup):  # of those that ended together
        first = first.exceptions[0]
    trace = "".join(format_exception(error))
    print(sentence_of(first) or redacted(trace), file=sys.stderr)
    return WRONGLY_USED if isinstance(first, BadSettings | NotAPeriod) else FAILED


def told(error: Exception) -> str:
    return sentence_of(error) or type(error).__name__


def sentence_of(error: Exception) -> str | None:
    tellers = (of_what_was_given, of_what_is_kept, of_telegram, of_the_machine)
    return next(filter(None, (tell(error) for tell in tellers)), None)


def of_what_was_given(error: Exception) -> str | None:
    from bot.rules.calendar import CalendarFaults
    from bot.rules.periods import NotAPeriod
    from bot.rules.sop_faults import SopFaults
    from bot.settings import BadSettings
    from bot.texts.calendars import calendar_faults
    from bot.texts.sops import fault_sentences

    match error:
        case BadSettings():
            return texts.bad_settings(error.faults)
        case SopFaults():
            return fault_sentences(error)
        case CalendarFaults():
            return calendar_faults(error)
        case NotAPeriod():
            return texts.not_a_period(str(error))
    return None


def of_what_is_kept(error: Exception) -> str | None:
    from sqlalchemy.exc import SQLAlchemyError

    from bot.usecases.export_run import RunNotFound
    from storage.faults import StorageFault

    match error:
        case StorageFault():
            return texts.storage_fault(type(error).__name__, vars(error))
        case SQLAlchemyError():
            return texts.database_away(type(error).__name__)
        case RunNotFound():
            return texts.run_not_found(error.asked, error.known)
    return None


def of_telegram(error: Exception) -> str | None:
    from handlers.intake import AnotherPoller
    from handlers.patience import TokenRefused

    match error:
        case TokenRefused():
            return texts.token_refused()
        case AnotherPoller():
            return texts.another_poller()
    return None


def of_the_machine(error: Exception) -> str | None:
    match error:
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
    gladi = verb("gladi", rehearse).wants
    gladi.add_argument("--otomatis", action="store_true", help=texts.ARGUMENTS["otomatis"])
    about = texts.ARGUMENTS["keluaran"]
    gladi.add_argument("--keluaran", type=Path, metavar="DIR", default="hasil", help=about)
    gladi.add_argument("--sop", type=Path, metavar="BERKAS", help=texts.ARGUMENTS["sop"])
    checks = verb("sop", check_sop).add_subparsers(metavar="check", required=True)
    check = checks.add_parser("check", help=texts.ARGUMENTS["check"])
    check.wants.add_argument(
        "sop_file", type=Path, metavar="BERKAS", help=texts.ARGUMENTS["sop_file"]
    )

    verb("doctor", doctor)
    verb("verify", verify)
    backing = verb("backup", backup)
    optional(backing, "copy")
    exporting = verb("export", export)
    exporting.wants.add_argument("run", metavar="PUTARAN", help=texts.ARGUMENTS["run"])
    optional(exporting, "bundle")
    return parser


def optional(parser: Parser, name: str) -> None:
    wanted = parser.wants
    wanted.add_argument(name, type=Path, nargs="?", metavar="BERKAS", help=texts.ARGUMENTS[name])


if __name__ == "__main__":
    sys.exit(main())
