"""The faults of a SOP file as they are gathered, so that all are told at once."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property

from bot.rules.sop_faults import FaultCode, SopFault
from bot.rules.toml_lines import line_near, lines_of


class Findings:
    """The faults met so far, and the keys of which some value could not be read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[SopFault] = []
        self.unread: set[str] = set()

    @cached_property
    def lines(self) -> dict[str, int]:
        return lines_of(self.text)

    def add(self, place: str, code: FaultCode, **params: object) -> None:
        self.faults.append(SopFault(line_near(place, self.lines), place, code, params))

    def unreadable(self, place: str, code: FaultCode, **params: object) -> None:
        self.add(place, code, **params)
        self.leave_out(place)

    def leave_out(self, place: str) -> None:
        self.unread.add(_without_numbers(place))

    def sound(self, *keys: str) -> bool:
        """Whether every `langkah.pelaku` was read: a check on half of them would only guess."""
        return self.unread.isdisjoint({*keys, *(key.partition(".")[0] for key in keys)})

    def in_order(self) -> tuple[SopFault, ...]:
        return tuple(sorted(self.faults, key=lambda fault: fault.line or 0))


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was most likely meant, or an empty text."""
    return next(iter(get_close_matches(word, [str(name) for name in known], n=1)), "")


def _without_numbers(place: str) -> str:
    return re.sub(r"\[\d+\]", "", place)
