"""The command line: 0 done, 1 failed, 2 wrongly used."""

import argparse
import sys
from collections.abc import Callable, Sequence

from bot.commands import FAILED
from bot.commands.faults import refuse
from bot.commands.parser import build_parser


def main(arguments: Sequence[str] | None = None) -> int:
    given = build_parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = given.command
    try:
        ended = command(given)
        sys.stdout.flush()  # a reader who has gone is noticed here, not as Python ends
    except KeyboardInterrupt:
        return FAILED
    except Exception as error:
        return refuse(error)
    else:
        return ended


if __name__ == "__main__":
    sys.exit(main())
