"""The recap as a picture for the chat: bars of capaian, and what came from whom. No findings."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from bot.papers.recap_pdf import matrix
from bot.papers.typeset import typeset_png
from bot.rules.achievement import PREDICATES
from bot.rules.completeness import Completeness
from bot.rules.recap import Recap
from bot.rules.recap_rows import RecapRow
from bot.texts import formats, printed
from bot.texts import recap as words

TEMPLATE = "gambar.typ"
NAMED_BARS = 12  # more are drawn small, by number, and only the lowest are named
LOWEST = 8
UNITS = 12  # rows of the matrix; more would not be read on a phone
FULL_BAR = Decimal(125)  # percent at which a bar is as long as it gets


def recap_picture(recap: Recap) -> bytes:
    """PNG, 1080 pixels wide, as high as it needs; the same bytes for the same recap."""
    return typeset_png(TEMPLATE, picture_data(recap))


def picture_data(recap: Recap) -> dict[str, Any]:
    many = len(recap.rows) > NAMED_BARS
    named = lowest(recap.rows) if many else recap.rows
    return {
        "office": one_line("".join(recap.head[:2][-1:])),  # the kop: region, office, address
        "title": words.TITLE,
        "period": formats.period(recap.period),
        "compiled": words.compiled(recap),
        "figures": figures(recap),
        "tones": [band.label for band in PREDICATES],
        "target": printed.TARGET,
        "every": every(recap.rows) if many else {},
        "named": {
            "title": printed.lowest(len(named)) if many else printed.ACHIEVEMENT,
            "bars": [bar(row) for row in named],
        },
        "matrix": short_matrix(recap),
    }


def figures(recap: Recap) -> list[list[str]]:
    """What is read first, the figure and its name."""
    counted = printed.counted(recap.means.counted, len(recap.rows))
    return [
        [words.percent_or_dash(recap.means.raw), printed.MEAN],
        [words.percent_or_dash(recap.means.capped), printed.CAPPED],
        [words.ratio(recap.money.absorption), printed.ABSORBED],
        [counted, printed.COUNTED],
    ]


def every(rows: Sequence[RecapRow]) -> dict[str, Any]:
    """All bars, too small for names; those without a figure are told by number."""
    uncounted = [str(row.indicator.number) for row in rows if row.shown is None]
    return {
        "title": printed.EVERY,
        "bars": [bar(row) for row in rows],
        "missing": printed.uncounted(uncounted),
    }


def lowest(rows: Sequence[RecapRow]) -> list[RecapRow]:
    shown = [row for row in rows if row.shown is not None]
    return sorted(shown, key=lambda row: row.shown or 0)[:LOWEST]


def bar(row: RecapRow) -> dict[str, Any]:
    """`long` is the part of the whole width; `tone` the place among the predikat."""
    label = row.predicate.label if row.predicate else ""
    tones = [band.label for band in PREDICATES]
    return {
        "number": str(row.indicator.number),
        "name": one_line(row.indicator.name),
        "value": printed.why_missing(row) if row.shown is None else formats.percent(row.shown),
        "predicate": label,
        "tone": tones.index(label) if label in tones else None,
        "long": float(min(row.shown or Decimal(0), FULL_BAR) / FULL_BAR),
    }


def short_matrix(recap: Recap) -> dict[str, Any]:
    """The matrix; of more units than a phone shows those that lack something, and how many not."""
    whole = {**matrix(recap, both_cells), "states": [list(pair) for pair in printed.STATES]}
    rows = whole["rows"]
    if len(rows) <= UNITS:
        return {**whole, "more": ""}
    lacking = [
        row for row in rows if any(c["state"] in ("missing", "waiting") for c in row["cells"])
    ]
    kept = lacking[:UNITS]
    rest = len(rows) - len(kept)
    more = printed.others(rest) if len(lacking) > UNITS else printed.others_complete(rest)
    return {**whole, "rows": kept, "more": more}


def both_cells(found: Completeness) -> dict[str, str]:
    return {"t": printed.cell(found), "brief": printed.narrow_cell(found)}


def one_line(text: str) -> str:
    return " ".join(text.split())
