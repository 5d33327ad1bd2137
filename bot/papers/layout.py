"""The columns of every sheet, in order: what stands in them, how wide, who fills them in."""

from dataclasses import dataclass
from enum import Enum, auto

from bot.texts import workbooks as words


class Shape(Enum):
    TEXT = auto()
    NUMBER = auto()
    COUNT = auto()
    MONEY = auto()
    DATE = auto()
    PERCENT = auto()


NUMBER_FORMATS = {
    Shape.TEXT: "General",
    Shape.NUMBER: "General",
    Shape.COUNT: "0",
    Shape.MONEY: "#,##0",
    Shape.DATE: "dd/mm/yyyy",
    Shape.PERCENT: "0.00",
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
    sheet: str
    title: str
    columns: tuple[Column, ...]

    @property
    def width(self) -> int:
        return sum(column.width for column in self.columns)

    def letter(self, key: str) -> str:
        """The column's letter; no table here is wider than Z."""
        return chr(ord("A") + [column.key for column in self.columns].index(key))


TITLE_ROW = 1
HEADING_ROW = 5
FIRST_ROW = 6
REGISTER_ROWS = 40


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
        ("factors", 24, Shape.TEXT, "f"),
        ("obstacles", 24, Shape.TEXT, "f"),
        ("follow_up", 24, Shape.TEXT, "f"),
        ("source", 18, Shape.TEXT, "f"),
        ("seat", 14, Shape.TEXT, "k"),
    ),
)
LHP = Table(
    words.LHP,
    words.LHP_TITLE,
    _columns(
        words.LHP_HEADINGS,
        ("number", 28, Shape.TEXT, "f"),
        ("dated", 13, Shape.DATE, "f"),
        ("auditor", 30, Shape.TEXT, "f"),
        ("audited", 40, Shape.TEXT, "f"),
        ("findings", 12, Shape.COUNT, "f"),
        ("value", 20, Shape.MONEY, "f"),
    ),
)
LHE = Table(
    words.LHE,
    words.LHE_TITLE,
    _columns(
        words.LHE_HEADINGS,
        ("number", 28, Shape.TEXT, "f"),
        ("dated", 13, Shape.DATE, "f"),
        ("year", 11, Shape.COUNT, "f"),
        ("planning", 14, Shape.PERCENT, "f"),
        ("measuring", 14, Shape.PERCENT, "f"),
        ("reporting", 14, Shape.PERCENT, "f"),
        ("evaluating", 14, Shape.PERCENT, "f"),
        ("total", 11, Shape.PERCENT, ""),
        ("grade", 11, Shape.TEXT, ""),
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
        ("finding", 30, Shape.TEXT, "f"),
        ("finding_value", 16, Shape.MONEY, "f"),
        ("recommendation", 30, Shape.TEXT, "f"),
        ("recommendation_value", 16, Shape.MONEY, "f"),
        ("action", 28, Shape.TEXT, "f"),
        ("deposited", 16, Shape.MONEY, "f"),
        ("remaining", 16, Shape.MONEY, ""),
        ("status", 22, Shape.TEXT, "f"),
        ("evidence", 22, Shape.TEXT, "f"),
        ("responsible", 20, Shape.TEXT, "f"),
        ("due", 12, Shape.DATE, "f"),
    ),
)
REGISTERS = (LHP, LHE, TLHP)
