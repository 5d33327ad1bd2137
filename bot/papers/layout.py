"""The columns of every sheet, in order: what stands in them, how wide, who fills them in."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from bot.texts import workbooks as words


class Shape(Enum):
    TEXT = auto()
    NUMBER = auto()
    COUNT = auto()
    MONEY = auto()
    DATE = auto()
    PERCENT = auto()


INDONESIAN = "[$-421]"  # the locale of a number format: 1.234,56 whatever the program's own is
NUMBER_FORMATS = {
    Shape.TEXT: "General",
    Shape.NUMBER: f"{INDONESIAN}General",
    Shape.COUNT: "0",
    Shape.MONEY: f"{INDONESIAN}#,##0",
    Shape.DATE: f"{INDONESIAN}dd/mm/yyyy",
    Shape.PERCENT: f"{INDONESIAN}0.00",
}


@dataclass(frozen=True, slots=True)
class Column:
    """`filled`: an input of the seat; `kept`: an input of whoever edits the whole format."""

    key: str
    heading: str
    width: int
    shape: Shape = Shape.TEXT
    filled: bool = False
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """On paper one that repeats columns on the second page, up to `repeated`, goes over two."""

    sheet: str
    title: str
    columns: tuple[Column, ...]
    repeated: str = ""

    def letter(self, key: str) -> str:
        """The column's letter; no table here is wider than Z."""
        return chr(ord("A") + [column.key for column in self.columns].index(key))


TITLE_ROW = 1
HEADING_ROW = 5
FIRST_ROW = 6
REGISTER_ROWS = 40
REGISTER_ROWS_A_PAGE = 20
REGISTER_ROW_HEIGHT = 26.5  # points: full pages, with room for two lines in each row


def _columns(headings: dict[str, str], *rows: tuple[str, int, Shape, str]) -> tuple[Column, ...]:
    return tuple(
        Column(key, headings[key], width, shape, filled="f" in flags, kept="k" in flags)
        for key, width, shape, flags in rows
    )


DATA = Table(
    words.DATA,
    words.DATA_TITLE,
    _columns(
        words.DATA_HEADINGS,
        ("number", 5, Shape.COUNT, ""),
        ("sasaran", 22, Shape.TEXT, "k"),
        ("name", 26, Shape.TEXT, "k"),
        ("unit", 8, Shape.TEXT, "k"),
        ("direction", 7, Shape.TEXT, "k"),
        ("method", 11, Shape.TEXT, "k"),
        ("target_year", 9, Shape.NUMBER, "k"),
        ("target_period", 9, Shape.NUMBER, "k"),
        ("actual", 11, Shape.NUMBER, "f"),
        ("achievement", 9, Shape.PERCENT, ""),
        ("predicate", 13, Shape.TEXT, ""),
        ("programme", 22, Shape.TEXT, "k"),
        ("budget", 15, Shape.MONEY, "k"),
        ("spent", 15, Shape.MONEY, "f"),
        ("absorption", 9, Shape.PERCENT, ""),
        ("factors", 29, Shape.TEXT, "f"),
        ("obstacles", 28, Shape.TEXT, "f"),
        ("follow_up", 28, Shape.TEXT, "f"),
        ("source", 22, Shape.TEXT, "f"),
        ("seat", 14, Shape.TEXT, "k"),
    ),
    repeated="name",
)
MASTER_WIDTHS = {
    "number": 5, "sasaran": 34, "name": 40, "unit": 9, "direction": 8, "method": 12,
    "target_year": 10, "target_period": 10, "programme": 26, "budget": 15, "seat": 14,
}  # fmt: skip
MASTER = Table(
    words.DATA,
    words.DATA_TITLE,
    tuple(
        replace(column, width=MASTER_WIDTHS[column.key])
        for column in DATA.columns
        if column.key in MASTER_WIDTHS
    ),
)
"""The whole format: what is asked, and nothing that only a seat fills in."""
LHP = Table(
    words.LHP,
    words.LHP_TITLE,
    _columns(
        words.LHP_HEADINGS,
        ("number", 34, Shape.TEXT, "f"),
        ("dated", 13, Shape.DATE, "f"),
        ("auditor", 40, Shape.TEXT, "f"),
        ("audited", 62, Shape.TEXT, "f"),
        ("findings", 12, Shape.COUNT, "f"),
        ("value", 22, Shape.MONEY, "f"),
    ),
)
LHE = Table(
    words.LHE,
    words.LHE_TITLE,
    _columns(
        words.LHE_HEADINGS,
        ("number", 40, Shape.TEXT, "f"),
        ("dated", 14, Shape.DATE, "f"),
        ("year", 14, Shape.COUNT, "f"),
        ("planning", 20, Shape.PERCENT, "f"),
        ("measuring", 20, Shape.PERCENT, "f"),
        ("reporting", 20, Shape.PERCENT, "f"),
        ("evaluating", 20, Shape.PERCENT, "f"),
        ("total", 16, Shape.PERCENT, ""),
        ("grade", 18, Shape.TEXT, ""),
    ),
)
TLHP = Table(
    words.TLHP,
    words.TLHP_TITLE,
    _columns(
        words.TLHP_HEADINGS,
        ("number", 22, Shape.TEXT, "f"),
        ("dated", 12, Shape.DATE, "f"),
        ("auditor", 18, Shape.TEXT, "f"),
        ("finding", 34, Shape.TEXT, "f"),
        ("finding_value", 16, Shape.MONEY, "f"),
        ("recommendation", 36, Shape.TEXT, "f"),
        ("recommendation_value", 16, Shape.MONEY, "f"),
        ("action", 28, Shape.TEXT, "f"),
        ("deposited", 18, Shape.MONEY, "f"),
        ("remaining", 18, Shape.MONEY, ""),
        ("status", 28, Shape.TEXT, "f"),
        ("evidence", 44, Shape.TEXT, "f"),
        ("responsible", 36, Shape.TEXT, "f"),
        ("due", 14, Shape.DATE, "f"),
    ),
    repeated="number",
)
REGISTERS = (LHP, LHE, TLHP)
