"""Telegram's HTML cut to what one message takes, with every tag closed and opened again."""

import html
import re
from collections.abc import Iterator

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ELLIPSIS = "…"

TAG = re.compile(r"<(/?)([a-zA-Z-]+)([^>]*)>")
LINE = re.compile(r"[^\n]*\n|[^\n]+")
UNIT = re.compile(r"<[^>]+>|&[^;\s]{1,31};|[\s\S]")

Tags = tuple[tuple[str, str], ...]  # names with their attributes, the outermost first


def plain(text: str) -> str:
    """The words alone, without tags and entities."""
    return html.unescape(TAG.sub("", text))


def length(text: str) -> int:
    """As the Bot API counts it: UTF-16 units after the tags are parsed."""
    return len(plain(text).encode("utf-16-le")) // 2


def pages(text: str, limit: int = TEXT_LIMIT) -> tuple[str, ...]:
    """The text on as few messages as needed, split at line ends where lines allow."""
    done: list[str] = []
    page = ""
    stack: Tags = ()
    for line in _lines(text, limit):
        if length(page) + length(line) > limit:
            done.append(page.rstrip("\n") + _closing(stack))
            page = _opening(stack)
        page += line
        stack = _still_open(stack, line)
    return tuple(p for p in (*done, page) if plain(p).strip())


def cut(text: str, limit: int) -> str:
    """The text itself where it fits, else its first page with an ellipsis."""
    if length(text) <= limit:
        return text
    return pages(text, limit - length(ELLIPSIS))[0] + ELLIPSIS


def _lines(text: str, limit: int) -> Iterator[str]:
    for line in LINE.findall(text):
        if length(line) <= limit:
            yield line
        else:
            yield from _chopped(line, limit)


def _chopped(line: str, limit: int) -> Iterator[str]:
    piece, room = "", limit
    for unit in UNIT.findall(line):
        size = length(unit)
        if size > room:
            yield piece
            piece, room = "", limit
        piece += unit
        room -= size
    yield piece


def _still_open(stack: Tags, line: str) -> Tags:
    tags = list(stack)
    for closing, name, rest in TAG.findall(line):
        if not closing:
            tags.append((name, rest))
        elif tags and tags[-1][0] == name:
            tags.pop()
    return tuple(tags)


def _closing(stack: Tags) -> str:
    return "".join(f"</{name}>" for name, _ in reversed(stack))


def _opening(stack: Tags) -> str:
    return "".join(f"<{name}{rest}>" for name, rest in stack)
