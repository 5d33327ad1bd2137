"""One table of a calendar file, read value by value; reading goes on after a fault."""

from collections.abc import Collection, Iterator
from typing import TypeVar

from bot.rules.calendar_faults import CalendarFault, Fault
from bot.rules.toml_lines import line_near, lines_of

T = TypeVar("T")
Table = dict[str, object]


class Findings:
    """The faults met so far, so that all are told at once."""

    def __init__(self, text: str) -> None:
        self.lines = lines_of(text)
        self.faults: list[Fault] = []

    def add(self, place: str, code: CalendarFault, detail: str = "") -> None:
        self.faults.append(Fault(place, code, detail, line_near(place, self.lines)))

    def in_order(self) -> tuple[Fault, ...]:
        return tuple(sorted(self.faults, key=lambda fault: fault.line or 0))


class Entry:
    """One table of the file, at its place. What cannot be read is a fault and None."""

    def __init__(self, values: Table, place: str, findings: Findings) -> None:
        self.values = values
        self.place = place
        self.findings = findings

    def at(self, key: str) -> str:
        return f"{self.place}.{key}".lstrip(".")

    def fault(self, key: str, code: CalendarFault, detail: str = "") -> None:
        self.findings.add(self.at(key), code, detail)

    def check_keys(self, known: Collection[str]) -> None:
        for key in (key for key in self.values if key not in known):
            self.fault(key, CalendarFault.UNKNOWN_KEY, ", ".join(known))

    def take(self, key: str, kind: type[T], *, optional: bool = False) -> T | None:
        """The value under `key`; None, and a fault noted, when it is missing or of another type."""
        if key not in self.values:
            if not optional:
                self.fault(key, CalendarFault.MISSING)
            return None
        value = self.values[key]
        # exactly that type: a bool is an int too, and a date with a time is a date
        if not isinstance(value, kind) or type(value) is not kind:
            self.fault(key, CalendarFault.WRONG_TYPE, kind.__name__)
            return None
        if value == "":
            self.fault(key, CalendarFault.EMPTY)
            return None
        return value

    def table(self, key: str) -> "Entry":
        """The table under `key`, without values where there is none."""
        return Entry(self.take(key, dict) or {}, self.at(key), self.findings)

    def tables(self, key: str, known: Collection[str]) -> "Iterator[Entry]":
        """Each [[key]] in the file's order; there may be none."""
        for n, values in enumerate(self.take(key, list, optional=True) or (), 1):
            entry = Entry(values if isinstance(values, dict) else {}, f"{key}[{n}]", self.findings)
            if isinstance(values, dict):
                entry.check_keys(known)
                yield entry
            else:
                self.findings.add(entry.place, CalendarFault.WRONG_TYPE, "dict")
