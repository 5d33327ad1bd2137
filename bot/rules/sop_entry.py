"""One table of a SOP file, read value by value; reading goes on after a fault."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from bot.rules.sop_faults import FaultCode, ValueType
from bot.rules.sop_findings import Findings, nearest

Word = TypeVar("Word", bound=StrEnum)
Choice = TypeVar("Choice", bound=str)

_TYPES: Mapping[ValueType, type] = {
    ValueType.TEXT: str,
    ValueType.INTEGER: int,
    ValueType.TRUTH: bool,
    ValueType.DATE: date,
    ValueType.TEXTS: list,
    ValueType.INTEGERS: list,
    ValueType.TABLE: dict,
    ValueType.TABLES: list,
}


class Entry:
    """One table of the file. What cannot be read is a fault and an empty value of its type."""

    def __init__(self, values: dict[str, object], place: str, findings: Findings) -> None:
        self.values = values
        self.place = place
        self.findings = findings

    def at(self, key: str) -> str:
        return f"{self.place}.{key}".lstrip(".")

    def check_keys(self, known: Collection[str]) -> None:
        for key in self.values:
            if key not in known:
                # a key of this table that is there already cannot be the one that was meant
                near = nearest(key, [name for name in known if name not in self.values])
                self.findings.add(
                    self.at(key), FaultCode.UNKNOWN_KEY, key=key, known=tuple(known), near=near
                )
                if near:
                    self.findings.leave_out(self.at(near))

    def check_one_of(self, keys: Collection[str]) -> None:
        """Exactly one of the keys stands here; a misspelt one was told already."""
        written = [key for key in keys if key in self.values]
        if len(written) == 1 or (not written and any(map(self._misspelt, keys))):
            return
        self.findings.unreadable(self.place, FaultCode.WHEN_UNCLEAR, known=tuple(keys))

    def text(self, key: str) -> str:
        value = self._take(key, ValueType.TEXT)
        if not isinstance(value, str):
            return ""
        if not value.strip():
            self.findings.unreadable(self.at(key), FaultCode.EMPTY)
        return value.strip()

    def optional_text(self, key: str) -> str | None:
        return self.text(key) if key in self.values else None

    def texts(self, key: str, *, optional: bool = False) -> tuple[str, ...]:
        """A list of words, none of them empty or twice."""
        if optional and key not in self.values:
            return ()
        value = self._take(key, ValueType.TEXTS)
        if not isinstance(value, list):
            return ()
        words = [word.strip() for word in value if isinstance(word, str)]
        if len(words) < len(value):
            self.findings.unreadable(self.at(key), FaultCode.WRONG_TYPE, wanted=ValueType.TEXTS)
        elif not all(words) or not (words or optional):
            self.findings.unreadable(self.at(key), FaultCode.EMPTY)
        for word in dict.fromkeys(word for word in words if words.count(word) > 1):
            self.findings.add(self.at(key), FaultCode.LISTED_TWICE, word=word)
        return tuple(dict.fromkeys(words))

    def number(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """A whole number, held to `low` … `high` where it is outside."""
        if default is not None and key not in self.values:
            return default
        value = self._take(key, ValueType.INTEGER)
        if not isinstance(value, int):
            return low
        if not low <= value <= high:
            self.findings.unreadable(
                self.at(key), FaultCode.OUT_OF_RANGE, value=value, low=low, high=high
            )
        return min(max(value, low), high)

    def numbers(
        self, key: str, low: int, high: int, default: tuple[int, ...], most: int
    ) -> tuple[int, ...]:
        """Whole numbers, none twice; one alone may stand without brackets."""
        value = self.values.get(key, list(default))
        written = value if isinstance(value, list) else [value]
        listed = [number for number in written if type(number) is int]
        if len(listed) < len(written):
            self.findings.unreadable(self.at(key), FaultCode.WRONG_TYPE, wanted=ValueType.INTEGERS)
            return default
        if not listed and not default:
            return ()
        if not 0 < len(listed) <= most:
            self.findings.unreadable(self.at(key), FaultCode.HOW_MANY, value=len(listed), most=most)
            return default
        for number in listed:
            if not low <= number <= high:
                self.findings.unreadable(
                    self.at(key), FaultCode.OUT_OF_RANGE, value=number, low=low, high=high
                )
        for number in dict.fromkeys(n for n in listed if listed.count(n) > 1):
            self.findings.add(self.at(key), FaultCode.LISTED_TWICE, word=str(number))
        return tuple(min(max(number, low), high) for number in dict.fromkeys(listed))

    def share(self, key: str, default: float) -> float:
        """A part of a whole, in (0, 1]."""
        value = self.values.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.findings.unreadable(self.at(key), FaultCode.WRONG_TYPE, wanted=ValueType.NUMBER)
            return default
        if not 0 < value <= 1:
            self.findings.add(self.at(key), FaultCode.NOT_A_SHARE, value=value)
            return default
        return float(value)

    def truth(self, key: str) -> bool:
        return key in self.values and self._take(key, ValueType.TRUTH) is True

    def one_of(self, key: str, words: type[Word]) -> Word:
        """The member that the text names; the first one where the text names none."""
        value = self.text(key)
        if value and value not in list(words):
            self._unknown_word(key, value, list(words))
        return words(value) if value in list(words) else next(iter(words))

    def some_of(self, key: str, choices: Collection[Choice]) -> tuple[Choice, ...]:
        """Those of the choices that the list names, in the list's order."""
        words = self.texts(key)
        for word in words:
            if word and word not in choices:
                self._unknown_word(key, word, choices)
        return tuple(choice for word in words for choice in choices if choice == word)

    def _unknown_word(self, key: str, word: str, known: Collection[str]) -> None:
        self.findings.unreadable(
            self.at(key),
            FaultCode.UNKNOWN_WORD,
            word=word,
            known=tuple(map(str, known)),
            near=nearest(word, known),
        )

    def check_descriptions(self, keys: Mapping[str, ValueType]) -> None:
        """Type-check what the product only keeps: the source holds it."""
        for key, wanted in keys.items():
            value = self._take(key, wanted) if key in self.values else None
            if isinstance(value, list) and not all(isinstance(word, str) for word in value):
                self.findings.unreadable(self.at(key), FaultCode.WRONG_TYPE, wanted=wanted)

    def table(self, key: str) -> "Entry | None":
        value = self._take(key, ValueType.TABLE)
        return Entry(value, self.at(key), self.findings) if isinstance(value, dict) else None

    def tables(
        self, key: str, known: Collection[str], *, optional: bool = False
    ) -> Iterator["Entry"]:
        """Each [[key]] in the file's order; unless `optional` there must be one at least."""
        if optional and key not in self.values:
            return
        value = self._take(key, ValueType.TABLES)
        if value == []:
            self.findings.unreadable(self.at(key), FaultCode.EMPTY)
        for n, values in enumerate(value if isinstance(value, list) else (), 1):
            entry = Entry(values if isinstance(values, dict) else {}, f"{key}[{n}]", self.findings)
            if isinstance(values, dict):
                entry.check_keys(known)
                yield entry
            else:
                self.findings.unreadable(entry.place, FaultCode.WRONG_TYPE, wanted=ValueType.TABLES)

    def _take(self, key: str, wanted: ValueType) -> object:
        """The value under `key`; None where it is missing or of another type."""
        if key not in self.values:
            self._missing(key)
            return None
        value = self.values[key]
        # exactly that type: a bool is an int too, and a date with a time is a date
        if type(value) is not _TYPES[wanted]:
            self.findings.unreadable(self.at(key), FaultCode.WRONG_TYPE, wanted=wanted)
            return None
        return value

    def _missing(self, key: str) -> None:
        if not self._misspelt(key):
            self.findings.add(self.at(key), FaultCode.MISSING)
        self.findings.leave_out(self.at(key))

    def _misspelt(self, key: str) -> bool:
        """It was told already, with the name that was meant."""
        return any(
            fault.code == FaultCode.UNKNOWN_KEY
            and fault.params["near"] == key
            and fault.place.rpartition(".")[0] == self.place
            for fault in self.findings.faults
        )
