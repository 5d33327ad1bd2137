"""Telegram's HTML: its own whitelist of tags, its entities in UTF-16 units, its complaints."""

from dataclasses import dataclass
from typing import Any

from bot.rehearsal.telegram.errors import ApiError
from bot.rehearsal.telegram.tags import STYLES, WITH_ARGUMENT, meaning, refusal

REFERENCES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPACE = " \t\r\n\0\v"


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


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source + "\0"
        self.at = 0
        self.plain = ""
        self.open: list[_Tag] = []
        self.entities: list[dict[str, Any]] = []

    def read(self) -> tuple[str, list[dict[str, Any]]]:
        while self.at < len(self.source) - 1:
            char = self.source[self.at]
            if char == "<":
                self._tag()
            else:
                self.plain += self._character()
        if self.open:
            name = self.open[-1].name
            raise refusal(f'Can\'t find end tag corresponding to start tag "{name}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return self.plain, self.entities

    def _character(self) -> str:
        char = self.source[self.at]
        if char == "&" and (reference := self._reference()):
            return reference
        self.at += 1
        return char

    def _reference(self) -> str:
        """The character that an &reference; stands for, passed over; empty if it is none."""
        end = self.at + 1
        while self.source[end].isascii() and (
            self.source[end].isalnum() or self.source[end] == "#"
        ):
            end += 1
        name = self.source[self.at + 1 : end]
        char = REFERENCES.get(name) or _numbered(name)
        if char:
            self.at = end + (self.source[end] == ";")
        return char

    def _tag(self) -> None:
        begin = self.at
        self.at += 1
        if self.source[self.at] == "/":
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _word(self, stops: str) -> str:
        begin = self.at
        while self.source[self.at] not in stops:
            self.at += 1
        return self.source[begin : self.at]

    def _skip_space(self) -> None:
        while self.source[self.at] in " \t\r\n\v":
            self.at += 1

    def _start_tag(self, begin: int) -> None:
        name = self._word(SPACE + ">").lower()
        if self.source[self.at] == "\0":
            raise self._wrong("Unclosed start tag", begin)
        if name not in STYLES and name not in WITH_ARGUMENT:
            raise self._wrong(f'Unsupported start tag "{name}"', begin)
        attributes = self._attributes(name, begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self._wrong('Tag "span" must have class "tg-spoiler"', begin)
        self.at += 1
        self.open.append(_Tag(name, attributes, utf16(self.plain), len(self.plain)))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while self.source[self.at] != ">":
            self._skip_space()
            if self.source[self.at] == ">":
                break
            name = self._word(SPACE + "=>")
            if not name:
                raise self._wrong(f'Empty attribute name in the tag "{tag}"', begin)
            found[name] = self._value(tag, name, begin)
        return found

    def _value(self, tag: str, name: str, begin: int) -> str:
        self._skip_space()
        if self.source[self.at] != "=":
            if (tag, name) == ("blockquote", "expandable") and self.source[self.at] != "\0":
                return "1"
            what = f'Expected equal sign in declaration of an attribute of the tag "{tag}"'
            raise self._wrong(what, begin)
        self.at += 1
        self._skip_space()
        if self.source[self.at] == "\0":
            raise self._wrong(f'Unclosed start tag "{tag}"', begin)
        value = self._quoted() if self.source[self.at] in "'\"" else self._name_token()
        if self.source[self.at] == "\0":
            raise self._wrong("Unclosed start tag", begin)
        return value

    def _quoted(self) -> str:
        quote = self.source[self.at]
        self.at += 1
        value = ""
        while self.source[self.at] not in (quote, "\0"):
            value += self._character()
        self.at += self.source[self.at] == quote
        return value

    def _name_token(self) -> str:
        begin = self.at
        while self.source[self.at].isascii() and (
            self.source[self.at].isalnum() or self.source[self.at] in ".-"
        ):
            self.at += 1
        if self.source[self.at] not in SPACE + ">":
            raise self._wrong("Unexpected end of name token", begin)
        return self.source[begin : self.at].lower()

    def _end_tag(self, begin: int) -> None:
        if not self.open:
            raise self._wrong("Unexpected end tag", begin)
        self.at += 1
        name = self._word(SPACE + ">").lower()
        self._skip_space()
        if self.source[self.at] != ">":
            raise self._wrong("Unclosed end tag", begin)
        tag = self.open[-1]
        if name and name != tag.name:
            found = f'expected "</{tag.name}>", found "</{name}>"'
            raise refusal(f"Unmatched end tag at byte offset {self._byte(begin)}, {found}")
        self.at += 1
        self.open.pop()
        self._close(tag)

    def _close(self, tag: _Tag) -> None:
        length = utf16(self.plain) - tag.offset
        kind = meaning(tag.name, tag.attributes, self.plain[tag.start :])
        if length and kind:
            self.entities.append({"offset": tag.offset, "length": length, **kind})

    def _byte(self, at: int) -> int:
        return len(self.source[:at].encode())

    def _wrong(self, what: str, at: int) -> ApiError:
        return refusal(f"{what} at byte offset {self._byte(at)}")


def _numbered(name: str) -> str:
    digits, base = (name[2:], 16) if name.startswith("#x") else (name[1:], 10)
    if not name.startswith("#") or len(name) > 8:
        return ""
    try:
        number = int(digits, base)
    except ValueError:
        return ""
    return chr(number) if 0 < number < 0x10FFFF and not 0xD800 <= number <= 0xDFFF else ""
