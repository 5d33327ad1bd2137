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
    from bot.papers.first_page import first_page
    from bot.papers.marked_workbook import marked_workbook
    from bot.papers.read_filled import read_filled
    from bot.papers.read_format import read_format

    if kind == "marked":
        return marked_workbook(data, faults)
    readers = {"filled": read_filled, "format": read_format, "first_page": first_page}
    return readers[kind](data) if kind in readers else NotAWorkbook(kind)


def main() -> None:
    limit_self()
    try:
        answer = read(sys.argv[1], *asked(sys.stdin.buffer.read()))
    except MemoryError:
        answer = TooLarge()
    sys.stdout.buffer.write(packed(answer))


if __name__ == "__main__":
    main()
