"""Telegram's HTML: its own whitelist of tags, its entities in UTF-16 units, its complaints."""

from dataclasses import dataclass
from typing import Any

from bot.rehearsal.telegram.scanner import SPACE, Scanner
from bot.rehearsal.telegram.tags import STYLES, WITH_ARGUMENT, meaning, refusal


def utf16(text: str) -> int:
    """Length in UTF-16 code units, Telegram's measure for offsets."""
    return len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """The plain text and its entities; refused as "can't parse entities: …"."""
    return _Reader(source).read()


@dataclass
class _Tag:
    name: str
    attributes: dict[str, str]
    offset: int
    start: int


class _Reader(Scanner):
    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.plain = ""
        self.open: list[_Tag] = []
        self.entities: list[dict[str, Any]] = []

    def read(self) -> tuple[str, list[dict[str, Any]]]:
        while self.at < len(self.source) - 1:
            char = self.source[self.at]
            if char == "<":
                self._tag()
            else:
                self.plain += self.character()
        if self.open:
            name = self.open[-1].name
            raise refusal(f'Can\'t find end tag corresponding to start tag "{name}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return self.plain, self.entities

    def _tag(self) -> None:
        begin = self.at
        self.at += 1
        if self.source[self.at] == "/":
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _start_tag(self, begin: int) -> None:
        name = self.word(SPACE + ">").lower()
        if self.source[self.at] == "\0":
            raise self.wrong("Unclosed start tag", begin)
        if name not in STYLES and name not in WITH_ARGUMENT:
            raise self.wrong(f'Unsupported start tag "{name}"', begin)
        attributes = self.attributes(name, begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self.wrong('Tag "span" must have class "tg-spoiler"', begin)
        self.at += 1
        self.open.append(_Tag(name, attributes, utf16(self.plain), len(self.plain)))

    def _end_tag(self, begin: int) -> None:
        if not self.open:
            raise self.wrong("Unexpected end tag", begin)
        self.at += 1
        name = self.word(SPACE + ">").lower()
        self.skip_space()
        if self.source[self.at] != ">":
            raise self.wrong("Unclosed end tag", begin)
        tag = self.open[-1]
        if name and name != tag.name:
            found = f'expected "</{tag.name}>", found "</{name}>"'
            raise refusal(f"Unmatched end tag at byte offset {self.byte(begin)}, {found}")
        self.at += 1
        self.open.pop()
        self._close(tag)

    def _close(self, tag: _Tag) -> None:
        length = utf16(self.plain) - tag.offset
        kind = meaning(tag.name, tag.attributes, self.plain[tag.start :])
        if length and kind:
            self.entities.append({"offset": tag.offset, "length": length, **kind})
