"""A cursor over HTML source that reads the smallest pieces: characters, words, attributes."""

from bot.rehearsal.telegram.errors import ApiError
from bot.rehearsal.telegram.tags import refusal

REFERENCES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPACE = " \t\r\n\0\v"


class Scanner:
    """Stands before the next character; a NUL marks the end, as in the server's own source."""

    def __init__(self, source: str) -> None:
        self.source = source + "\0"
        self.at = 0

    def character(self) -> str:
        char = self.source[self.at]
        if char == "&" and (reference := self.reference()):
            return reference
        self.at += 1
        return char

    def reference(self) -> str:
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

    def word(self, stops: str) -> str:
        begin = self.at
        while self.source[self.at] not in stops:
            self.at += 1
        return self.source[begin : self.at]

    def skip_space(self) -> None:
        while self.source[self.at] in " \t\r\n\v":
            self.at += 1

    def attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while self.source[self.at] != ">":
            self.skip_space()
            if self.source[self.at] == ">":
                break
            name = self.word(SPACE + "=>")
            if not name:
                raise self.wrong(f'Empty attribute name in the tag "{tag}"', begin)
            found[name] = self._value(tag, name, begin)
        return found

    def _value(self, tag: str, name: str, begin: int) -> str:
        self.skip_space()
        if self.source[self.at] != "=":
            if self.source[self.at] == "\0":
                raise self.wrong(f'Unclosed start tag "{tag}"', begin)
            if (tag, name) == ("blockquote", "expandable"):
                return "1"
            what = f'Expected equal sign in declaration of an attribute of the tag "{tag}"'
            raise self.wrong(what, begin)
        self.at += 1
        self.skip_space()
        if self.source[self.at] == "\0":
            raise self.wrong(f'Unclosed start tag "{tag}"', begin)
        value = self._quoted() if self.source[self.at] in "'\"" else self._name_token()
        if self.source[self.at] == "\0":
            raise self.wrong("Unclosed start tag", begin)
        return value

    def _quoted(self) -> str:
        quote = self.source[self.at]
        self.at += 1
        value = ""
        while self.source[self.at] not in (quote, "\0"):
            value += self.character()
        self.at += self.source[self.at] == quote
        return value

    def _name_token(self) -> str:
        begin = self.at
        while self.source[self.at].isascii() and (
            self.source[self.at].isalnum() or self.source[self.at] in ".-"
        ):
            self.at += 1
        if self.source[self.at] not in SPACE + ">":
            raise self.wrong("Unexpected end of name token", begin)
        return self.source[begin : self.at].lower()

    def byte(self, at: int) -> int:
        return len(self.source[:at].encode())

    def wrong(self, what: str, at: int) -> ApiError:
        return refusal(f"{what} at byte offset {self.byte(at)}")


def _numbered(name: str) -> str:
    digits, base = (name[2:], 16) if name.startswith("#x") else (name[1:], 10)
    if not name.startswith("#") or len(name) > 8:
        return ""
    try:
        number = int(digits, base)
    except ValueError:
        return ""
    return chr(number) if 0 < number < 0x10FFFF and not 0xD800 <= number <= 0xDFFF else ""
