"""Standard time against measured time as bars, by step and seat."""

from typing import Any

from bot.papers.typeset import typeset_png
from bot.rules.periods import PeriodKind
from bot.rules.sop import Sop
from bot.rules.timeliness import Measured, Timeliness
from bot.texts import timeliness as words

TEMPLATE = "ketepatan.typ"
ROWS = 16  # more would not be read on a phone: then those that keep their limits least
FULL_BAR = 2  # times the standard at which a bar is as long as it gets


def timeliness_picture(found: Timeliness, sop: Sop, kind: PeriodKind | None) -> bytes:
    """PNG, 1080 pixels wide, as high as it needs; the same bytes for the same values."""
    return typeset_png(TEMPLATE, picture_data(found, sop, kind))


def picture_data(found: Timeliness, sop: Sop, kind: PeriodKind | None) -> dict[str, Any]:
    shown = least_kept(found)
    return {
        "office": sop.agency,
        "title": words.TITLE,
        "line": words.over(found, kind),
        "rows": [bar(row) for row in shown],
        "more": words.others(len(found.rows) - len(shown)),
        "legend": {
            "within": words.WITHIN,
            "over": words.OVER,
            "standard": words.STANDARD,
            "worst": words.WORST,
        },
        "how": words.HOW,
    }


def least_kept(found: Timeliness) -> list[Measured]:
    """All where they fit, else those with the lowest share on time, in the SOP's order."""
    ranked = sorted(found.rows, key=lambda row: row.on_time / row.counted)[:ROWS]
    return [row for row in found.rows if row in ranked]


def bar(row: Measured) -> dict[str, Any]:
    """`middle` and `worst` are parts of the whole width, the standard stands at its half."""
    return {
        "name": words.row_name(row),
        "figures": words.row_figures(row),
        "kept": words.row_on_time(row),
        "all_kept": row.on_time == row.counted,
        "over": row.middle is not None and row.middle > row.standard,
        "middle": part(row.middle, row.standard),
        "worst": part(row.worst, row.standard),
    }


def part(minutes: int | None, standard: int) -> float | None:
    return None if minutes is None else min(minutes / standard / FULL_BAR, 1.0)
