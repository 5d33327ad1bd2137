"""Where things stand in a TOML text: tomllib keeps no lines of what it read well."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

_HEADING = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]")
_KEY = re.compile(r"""\s*(["']?)([\w.-]+)\1\s*=""")
_LONG_QUOTE = re.compile(r'"""|\'\'\'')


def lines_of(text: str) -> dict[str, int]:
    """The line, from 1, of each table and key that stands plainly: `langkah[3].pelaku` → 152.

    The n-th [[langkah]] is `langkah[n]`, and a [musim.jam] belongs to the last [[musim]]. What
    stands within inline tables is not found.
    """
    lines: dict[str, int] = {}
    entries: Counter[str] = Counter()
    table = ""
    for number, line in _outside_long_texts(text):
        if heading := _HEADING.match(line):
            table = _path(heading, entries)
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault(f"{table}.{key[2]}".lstrip("."), number)
    return lines


def line_near(place: str, lines: Mapping[str, int]) -> int | None:
    """The key's own line, else its table's (a missing key has none), else that of the list whose
    entry it is.
    """
    near = (place, place.rpartition(".")[0], place.partition("[")[0])
    return next((lines[spot] for spot in near if spot in lines), None)


def refused_line(refusal: Exception, text: str) -> int:
    """The line that tomllib names in its refusal; the last one where it names the end, or none."""
    named = re.search(r"at line (\d+)", str(refusal))
    return int(named[1]) if named else text.count("\n") + 1


def _path(heading: re.Match[str], entries: Counter[str]) -> str:
    """Where the heading leads: each list on the way stands at its last entry, a new one counted."""
    brackets, names = heading[1], heading[2].split(".")
    path = ""
    for depth, name in enumerate(names, 1):
        path = f"{path}.{name}".lstrip(".")
        if brackets == "[[" and depth == len(names):
            entries[path] += 1
        path += f"[{entries[path]}]" if entries[path] else ""
    return path


def _outside_long_texts(text: str) -> Iterator[tuple[int, str]]:
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        if not inside:
            yield number, line
        if len(_LONG_QUOTE.findall(line)) % 2:
            inside = not inside
