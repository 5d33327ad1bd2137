"""The SOP laid out as plain text, every key of its file, for `himpun sop check`."""

import textwrap
from collections.abc import Iterable, Sequence
from datetime import date

from bot.rules.sop import Sop
from bot.rules.sop_cover import cover
from bot.texts.formats import day
from bot.texts.sop_tables import (
    approval_ladder,
    approvers,
    facts,
    kinds,
    ladder,
    noted,
    passing_on,
    roles,
)
from bot.texts.sops import limit, total_time

_GAP = "  "


def outline(sop: Sop) -> str:
    """The whole SOP as plain text of at most 100 columns, for reading over."""
    parts = (
        _pairs(facts(sop)),
        _table(*roles(sop)),
        _table(*kinds(sop)),
        _steps(sop),
        _table(*passing_on(sop)),
        f"Jumlah waktu baku: {total_time(step.limit for step in sop.steps)}",
        _table(*ladder(sop)),
        _filled(*approvers(sop)),
        _filled(*approval_ladder(sop)),
        _cover(sop),
    )
    return "\n\n".join(part for part in parts if part)


def _steps(sop: Sop) -> str:
    rows = [
        (
            str(step.number),
            step.activity,
            step.kind,
            ", ".join(sop.role(key).short for key in step.actors),
            limit(step.limit),
            step.output,
        )
        for step in sop.steps
    ]
    headings = ("No", "Aktivitas", "Jenis", "Pelaku", "Waktu", "Output")
    return _table(headings, (2, 32, 9, 14, 15, 18), rows)


def _cover(sop: Sop) -> str:
    """What the file tells its readers alone."""
    told = [(_label(key), "; ".join(map(_said, value))) for key, value in cover(sop).items()]
    return _pairs([*told, *noted(sop)]) if told or noted(sop) else ""


def _label(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _said(value: str | date) -> str:
    return day(value) if isinstance(value, date) else value


def _pairs(rows: Sequence[tuple[str, str]]) -> str:
    width = max(len(name) for name, _ in rows)
    return "\n".join(_row(row, (width, 98 - width)) for row in rows)


def _table(headings: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str]]) -> str:
    rule = _GAP.join("-" * width for width in widths)
    return "\n".join([_row(headings, widths), rule, *(_row(row, widths) for row in rows)])


def _filled(headings: Sequence[str], widths: Sequence[int], rows: Sequence[Sequence[str]]) -> str:
    """Nothing of a table without rows."""
    return _table(headings, widths, rows) if rows else ""


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    """The cells side by side, each wrapped within its own column."""
    wrapped = [
        textwrap.wrap(cell, width, break_on_hyphens=False)
        for cell, width in zip(cells, widths, strict=True)
    ]
    lines = []
    for n in range(max(map(len, wrapped))):
        parts = [cell[n] if n < len(cell) else "" for cell in wrapped]
        padded = (part.ljust(width) for part, width in zip(parts, widths, strict=True))
        lines.append(_GAP.join(padded).rstrip())
    return "\n".join(lines)
