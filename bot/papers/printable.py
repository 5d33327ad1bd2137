"""Text of any origin as a page can show it: nothing invisible that moves it, no endless word."""

import re
from typing import Any

# C0 and C1 controls, lone surrogates, and the marks that turn the direction of what follows
UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
LONGEST_WORD = 24
ENDLESS = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")
MAY_BREAK = "\u200b"  # zero wide: a line may end here


class Drawing(str):
    """An SVG: made here, and to be left as it is."""

    __slots__ = ()


def printable(text: str) -> str:
    """The text with its line breaks; a word longer than a column may be broken."""
    plain = UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    return ENDLESS.sub(lambda found: found.group() + MAY_BREAK, plain)


def all_printable(value: Any) -> Any:
    """Plain JSON values with every text in them, keys aside, made printable."""
    if isinstance(value, str):
        return value if isinstance(value, Drawing) else printable(value)
    if isinstance(value, dict):
        return {key: all_printable(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [all_printable(part) for part in value]
    return value
