"""Where the keys of a TOML text stand: tomllib keeps no lines of what it read well."""

import re
from collections import Counter
from collections.abc import Iterator

_HEADING = re.compile(r"\s*(\[\[?)\s*([\w-]+)\s*\]")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*=""")
_LONG_QUOTE = re.compile(r'"""|\'\'\'')


def lines_of(text: str) -> dict[str, int]:
    """The line, from 1, of each table and key that stands plainly: `langkah[3].pelaku` → 152.

    The n-th [[langkah]] is `langkah[n]`. Inline tables and dotted keys are not found.
    """
    lines: dict[str, int] = {}
    entries: Counter[str] = Counter()
    table = ""
    for number, line in _outside_long_texts(text):
        if heading := _HEADING.match(line):
            table = heading[2]
            if heading[1] == "[[":
                entries[table] += 1
                table = f"{table}[{entries[table]}]"
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault(f"{table}.{key[1]}".lstrip("."), number)
    return lines


def _outside_long_texts(text: str) -> Iterator[tuple[int, str]]:
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        if not inside:
            yield number, line
        if len(_LONG_QUOTE.findall(line)) % 2:
            inside = not inside
