"""What an input cell lets in and what it is for, told by the office program during typing."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from openpyxl.worksheet.datavalidation import DataValidation

from bot.papers.grid import LONGEST_TEXT
from bot.papers.layout import DATA, FIRST_ROW, MASTER, REGISTER_ROWS, Column, Shape, Table
from bot.rules.achievement import Direction, Method
from bot.rules.forms import Indicator
from bot.rules.registers import TlhpStatus
from bot.texts import workbook_help as help_words
from bot.texts import workbooks as words

LONGEST_LIST = 255  # Excel's limit for a list written into the rule
PERCENT = ("%", "persen")
LARGEST = Decimal("1E15")
COMPONENTS = {"planning": 30, "measuring": 30, "reporting": 15, "evaluating": 25}
YEARS = (Decimal(2000), Decimal(2100))


def seat_rules(indicators: Sequence[Indicator]) -> list[DataValidation]:
    """For a seat's inputs on Data Kinerja; figures in percent have a range."""
    rows = dict(enumerate(indicators, start=FIRST_ROW))
    percent = [row for row, i in rows.items() if i.unit.strip().casefold() in PERCENT]
    others = [row for row in rows if row not in percent]
    money = [row for row, i in rows.items() if i.programme is not None]
    actual, spent = DATA.letter("actual"), DATA.letter("spent")
    rules = [
        _on(percent_or_no_data(actual, percent), actual, percent),
        _on(number_or_no_data(actual, others, "actual"), actual, others),
        _on(number_or_no_data(spent, money, "spent"), spent, money),
    ]
    written = [c for c in DATA.columns if c.filled and c.shape is Shape.TEXT]
    rules += [_on(_text(c, help_words.SEAT_HELP), DATA.letter(c.key), rows) for c in written]
    return [rule for rule in rules if rule.sqref]


def master_rules(seat_titles: Sequence[str], last: int) -> list[DataValidation]:
    """For whoever edits the whole format, down to row `last`."""
    lists = {
        "direction": [direction.value for direction in Direction],
        "method": [method.value for method in Method],
        "seat": list(seat_titles),
    }
    rows, rules = range(FIRST_ROW, last + 1), []
    for column in (column for column in MASTER.columns if column.kept):
        if column.key in lists:
            rule = choice(lists[column.key]) or _text(column, help_words.MASTER_HELP)
        elif column.shape is Shape.TEXT:
            rule = _text(column, help_words.MASTER_HELP)
        else:
            rule = _number(column, -LARGEST)
        rules.append(
            _on(_helped(rule, column, help_words.MASTER_HELP), MASTER.letter(column.key), rows)
        )
    return rules


def register_rules(table: Table) -> list[DataValidation]:
    rows, help_text = range(FIRST_ROW, FIRST_ROW + REGISTER_ROWS), help_words.HELP[table.sheet]
    return [
        _on(_helped(register_rule(column), column, help_text), table.letter(column.key), rows)
        for column in table.columns
        if column.filled
    ]


def register_rule(column: Column) -> DataValidation:
    if column.key == "status":
        return choice([status.value for status in TlhpStatus]) or _text(column, {})
    if column.shape is Shape.DATE:
        rule = DataValidation(type="date", operator="greaterThan", formula1="36526")
        return _refusing(rule, words.DATE_REFUSED)
    if column.shape is Shape.TEXT:
        return _text(column, {})
    if column.key == "year":
        return _number(column, *YEARS)
    return _number(column, Decimal(0), Decimal(COMPONENTS.get(column.key, LARGEST)))


def choice(options: Iterable[str]) -> DataValidation | None:
    """A drop-down; None when the options don't fit into Excel's limit or hold a comma."""
    listed = list(options)
    joined = ",".join(listed)
    if len(joined) > LONGEST_LIST or any("," in option or '"' in option for option in listed):
        return None
    rule = DataValidation(type="list", formula1=f'"{joined}"')
    return _refusing(rule, words.CHOICE_REFUSED)


def number_or_no_data(letter: str, rows: Sequence[int], key: str) -> DataValidation:
    cell = f"{letter}{min(rows, default=FIRST_ROW)}"
    rule = DataValidation(type="custom", formula1=f"OR(ISNUMBER({cell}),{no_data(cell)})")
    told = words.DATA_HEADINGS[key], help_words.SEAT_HELP[key]
    return _asking(_refusing(rule, words.ACTUAL_REFUSED), *told)


def percent_or_no_data(letter: str, rows: Sequence[int]) -> DataValidation:
    """Outside 0–100 the program asks whether to go on: a few indicators do pass 100 %."""
    cell = f"{letter}{min(rows, default=FIRST_ROW)}"
    inside = f"AND(ISNUMBER({cell}),{cell}>=0,{cell}<=100)"
    rule = DataValidation(type="custom", formula1=f"OR({inside},{no_data(cell)})")
    rule.errorStyle = "warning"
    told = words.DATA_HEADINGS["actual"], help_words.PERCENT_HELP
    return _asking(_refusing(rule, words.PERCENT_REFUSED), *told)


def no_data(cell: str) -> str:
    return f'LOWER(TRIM({cell}))="{words.NO_DATA}"'


def _number(column: Column, least: Decimal, most: Decimal = LARGEST) -> DataValidation:
    whole = column.shape is Shape.COUNT
    rule = DataValidation(
        type="whole" if whole else "decimal",
        operator="between",
        formula1=f"{least:f}",
        formula2=f"{most:f}",
    )
    bounded = least == 0 and most < LARGEST
    return _refusing(rule, words.range_refused(int(most)) if bounded else words.NUMBER_REFUSED)


def _text(column: Column, help_text: Mapping[str, str]) -> DataValidation:
    rule = DataValidation(type="textLength", operator="lessThanOrEqual", formula1=str(LONGEST_TEXT))
    return _helped(_refusing(rule, words.TEXT_REFUSED), column, help_text)


def _refusing(rule: DataValidation, refused: tuple[str, str]) -> DataValidation:
    rule.allow_blank = True
    rule.errorTitle, rule.error = refused
    rule.showErrorMessage = True
    return rule


def _asking(rule: DataValidation, title: str, text: str) -> DataValidation:
    rule.promptTitle, rule.prompt = title, text
    rule.showInputMessage = True
    return rule


def _helped(rule: DataValidation, column: Column, help_text: Mapping[str, str]) -> DataValidation:
    return _asking(rule, column.heading, help_text[column.key]) if column.key in help_text else rule


def _on(rule: DataValidation, letter: str, rows: Iterable[int]) -> DataValidation:
    for row in rows:
        rule.add(f"{letter}{row}")
    return rule
