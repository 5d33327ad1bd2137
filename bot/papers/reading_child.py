"""`python -m bot.papers.reading_child KIND`: reads a file from stdin, answers on stdout, and ends.

It lives for one file, with little memory and time, and knows none of our secrets.
"""

import contextlib
import sys

from bot.papers.answers import Answer, asked, packed
from bot.rules.form_faults import FormFault
from bot.rules.kinds import NotAWorkbook, TooLarge

MEMORY = 512 * 1024 * 1024  # bytes
PROCESSOR = 5  # seconds


def limit_self() -> None:
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, PROCESSOR))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # some systems know this limit and refuse to set it
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def read(kind: str, data: bytes, faults: tuple[FormFault, ...]) -> Answer:
    """Each kind loads only what it needs: the most of a child's time is loading."""
    match kind:
        case "filled":
            from bot.papers.read_filled import read_filled

            return read_filled(data)
        case "format":
            from bot.papers.read_format import read_format

            return read_format(data)
        case "marked":
            from bot.papers.marked_workbook import marked_workbook

            return marked_workbook(data, faults)
        case "first_page":
            from bot.papers.first_page import first_page

            return first_page(data)
        case "codes":
            from bot.papers.read_codes import read_codes

            return read_codes(data)
        case "logo":
            from bot.papers.logo import small_logo

            return small_logo(data)
    return NotAWorkbook(kind)


def main() -> None:
    limit_self()
    try:
        answer = read(sys.argv[1], *asked(sys.stdin.buffer.read()))
    except MemoryError:
        answer = TooLarge()
    sys.stdout.buffer.write(packed(answer))


if __name__ == "__main__":
    main()
