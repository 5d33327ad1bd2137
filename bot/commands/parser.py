"""The words of the command line, and what each leads to."""

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

from bot.commands import WRONGLY_USED
from bot.commands.destroying import destroy
from bot.commands.drawing import draw_sop, print_sop
from bot.commands.examining import check_sop, doctor
from bot.commands.keeping import backup, export, verify
from bot.commands.own_data import show_person
from bot.commands.serving import rehearse, run
from bot.rules.retention import RecordKind
from bot.texts import commands as texts


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
        self.print_usage(sys.stderr)
        self.exit(WRONGLY_USED, f"{texts.wrongly_used(self.prog, message)}\n")


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
    gladi.add_argument("--ruang", type=Path, metavar="DIR", help=texts.ARGUMENTS["ruang"])
    gladi.add_argument("--port", type=port, default=0, help=texts.ARGUMENTS["port"])
    gladi.add_argument("--sop", type=Path, metavar="BERKAS", help=texts.ARGUMENTS["sop"])
    about_sop(verb("sop", check_sop))
    verb("doctor", doctor)
    verb("verify", verify)
    backing = verb("backup", backup)
    optional(backing, "copy")
    exporting = verb("export", export)
    exporting.wants.add_argument("run", metavar="PUTARAN", help=texts.ARGUMENTS["run"])
    optional(exporting, "bundle")
    about_destroying(verb("hapus", destroy).wants)
    showing = verb("data", show_person).wants
    showing.add_argument("person", metavar="PEGAWAI", help=texts.ARGUMENTS["person"])
    showing.add_argument("--json", action="store_true", help=texts.ARGUMENTS["json"])
    return parser


def about_destroying(wants: argparse._ArgumentGroup) -> None:
    about = texts.ARGUMENTS
    wants.add_argument("run", metavar="PUTARAN", help=about["run"])
    wants.add_argument(
        "--jenis", dest="kind", type=kind, metavar="JENIS", required=True, help=about["kind"]
    )
    wants.add_argument(
        "--alasan", dest="reason", metavar="TEKS", required=True, help=about["reason"]
    )
    wants.add_argument(
        "--paket", dest="pack", type=Path, metavar="ZIP", required=True, help=about["pack"]
    )
    wants.add_argument("--dasar", dest="basis", metavar="TEKS", default="", help=about["basis"])
    wants.add_argument("--ya", dest="yes", action="store_true", help=about["yes"])


def kind(given: str) -> RecordKind:
    """With blanks or hyphens. ValueError where it is no kind of record."""
    return RecordKind(given.replace("-", " "))


def port(given: str) -> int:
    """ValueError, which argparse tells as wrongly used, where it is no port."""
    number = int(given)
    if number not in range(1, 65536):
        raise ValueError(given)
    return number


def about_sop(sop: Parser) -> None:
    title = texts.COMMANDS_TITLE
    of_sop = sop.add_subparsers(title=title, metavar="check|draw|print", required=True)

    def verb(name: str, command: Callable[[argparse.Namespace], int]) -> argparse._ArgumentGroup:
        added: Parser = of_sop.add_parser(name, help=texts.ARGUMENTS[name])
        added.set_defaults(command=command)
        about = texts.ARGUMENTS["sop_file"]
        added.wants.add_argument("sop_file", type=Path, metavar="BERKAS", help=about)
        return added.wants

    verb("check", check_sop)
    drawn, printed = verb("draw", draw_sop), verb("print", print_sop)
    about = texts.ARGUMENTS["drawing"]
    drawn.add_argument("--keluaran", type=Path, metavar="GAMBAR", help=about)
    about = texts.ARGUMENTS["sheet"]
    printed.add_argument("--keluaran", type=Path, metavar="PDF", help=about)
    about = texts.ARGUMENTS["paper"]
    printed.add_argument("--kertas", choices=("F4", "A4"), help=about)


def optional(parser: Parser, name: str) -> None:
    wanted = parser.wants
    wanted.add_argument(name, type=Path, nargs="?", metavar="BERKAS", help=texts.ARGUMENTS[name])
