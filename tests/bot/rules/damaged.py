"""The shipped SOP, and copies of it with one thing changed."""

import re
from importlib import resources

import pytest

from bot.rules.sop_faults import FaultCode, SopFault, SopFaults
from bot.rules.sop_file import parse_sop

WHOLE = (resources.files("bot") / "sops" / "dpmd_jeneponto.toml").read_text(encoding="utf-8")
# without the ladder of the long steps: that is tests/bot/rules/test_sop_ladder.py
SHIPPED, _, LONG_STEPS = WHOLE.partition("\n# Langkah panjang")
C = FaultCode


def entry_of(table: str, n: int, text: str = SHIPPED) -> tuple[int, int]:
    """Where the n-th [[table]] begins in the text, and where the next heading does."""
    headings = [found.start() for found in re.finditer(r"^\[", text, re.MULTILINE)]
    named = [found.start() for found in re.finditer(rf"^\[+{table}\]", text, re.MULTILINE)]
    start = named[n - 1]
    return start, min((at for at in headings if at > start), default=len(text))


def changed(place: str, old: str, new: str, text: str = SHIPPED) -> str:
    """The text with `old` replaced, once, in the entry that `place` names: `langkah[3].pelaku`."""
    table, n = re.fullmatch(r"(\w+)(?:\[(\d+)\])?.*", place).groups()  # type: ignore[union-attr]
    start, end = entry_of(table, int(n or 1), text)
    entry = text[start:end]
    assert old in entry
    return text[:start] + entry.replace(old, new, 1) + text[end:]


def faults_of(text: str) -> tuple[SopFault, ...]:
    with pytest.raises(SopFaults) as refused:
        parse_sop(text)
    return refused.value.faults


def line_of(text: str, place: str) -> int:
    """The line of the key where it stands in its entry, else the entry's heading."""
    entry, _, key = place.rpartition(".")
    table, n = re.fullmatch(r"(\w+)(?:\[(\d+)\])?", entry or key).groups()  # type: ignore[union-attr]
    start, end = entry_of(table, int(n or 1), text)
    found = re.search(rf"^{key} *=", text[start:end], re.MULTILINE)
    return text.count("\n", 0, start + (found.start() if found else 0)) + 1
