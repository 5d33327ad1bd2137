"""One table of the printed recap: its texts, which the template lays out by its key."""

from collections.abc import Iterable, Sequence
from typing import Any

Annex = dict[str, Any]
Cells = Sequence[Any]


def annex(
    key: str, title: str, headings: Iterable[str], rows: Iterable[Cells], foot: Iterable[Cells] = ()
) -> Annex:
    return {
        "key": key,
        "title": title,
        "headings": list(headings),
        "rows": [list(row) for row in rows],
        "foot": [list(row) for row in foot],
    }
