"""What an input cell lets in, said by the office program itself while somebody types."""

from collections.abc import Iterable, Sequence

from openpyxl.worksheet.datavalidation import DataValidation

from bot.papers.layout import DATA, FIRST_ROW, REGISTER_ROWS, Shape, Table
from bot.rules.achievement import Direction, Method
from bot.rules.registers import TlhpStatus
from bot.texts import workbooks as words

LONGEST_LIST = 255  # Excel's limit for a list written into the rule
LAST_INDICATOR_ROW = FIRST_ROW + 99


def _over(rule: DataValidation, letter: str, last: int, refused: tuple[str, str]) -> DataValidation:
    rule.errorTitle, rule.error = refused
    rule.showErrorMessage = True
    rule.add(f"{letter}{FIRST_ROW}:{letter}{last}")
    return rule


def choice(letter: str, options: Iterable[str], last: int) -> DataValidation | None:
    """A drop-down; None when the options don't fit into Excel's limit or hold a comma."""
    listed = list(options)
    joined = ",".join(listed)
    if len(joined) > LONGEST_LIST or any("," in option or '"' in option for option in listed):
        return None
    rule = DataValidation(type="list", formula1=f'"{joined}"', allow_blank=True)
    return _over(rule, letter, last, words.CHOICE_REFUSED)


def number_or_no_data(letter: str, last: int) -> DataValidation:
    cell = f"{letter}{FIRST_ROW}"
    formula = f'OR(ISNUMBER({cell}),LOWER(TRIM({cell}))="{words.NO_DATA}")'
    rule = DataValidation(type="custom", formula1=formula, allow_blank=True)
    rule.promptTitle, rule.prompt = words.ACTUAL_HELP
    rule.showInputMessage = True
    return _over(rule, letter, last, words.ACTUAL_REFUSED)


def only_numbers(letter: str, last: int) -> DataValidation:
    rule = DataValidation(type="decimal", operator="between", formula1="-1E+15", formula2="1E+15")
    rule.allow_blank = True
    return _over(rule, letter, last, words.NUMBER_REFUSED)


def only_dates(letter: str, last: int) -> DataValidation:
    rule = DataValidation(type="date", operator="greaterThan", formula1="36526", allow_blank=True)
    return _over(rule, letter, last, words.DATE_REFUSED)


def seat_rules() -> list[DataValidation]:
    """For a seat's inputs on Data Kinerja."""
    return [number_or_no_data(DATA.letter(key), LAST_INDICATOR_ROW) for key in ("actual", "spent")]


def master_rules(seat_titles: Sequence[str]) -> list[DataValidation]:
    """For whoever edits the whole format."""
    lists = {
        "direction": [direction.value for direction in Direction],
        "method": [method.value for method in Method],
        "seat": list(seat_titles),
    }
    drop_downs = [choice(DATA.letter(key), v, LAST_INDICATOR_ROW) for key, v in lists.items()]
    numbers = [
        only_numbers(DATA.letter(key), LAST_INDICATOR_ROW)
        for key in ("target_year", "target_period", "budget")
    ]
    return [rule for rule in drop_downs if rule is not None] + numbers


def register_rules(table: Table) -> list[DataValidation]:
    last = FIRST_ROW + REGISTER_ROWS - 1
    rules: list[DataValidation | None] = []
    for column in table.columns:
        letter = table.letter(column.key)
        if column.key == "status":
            rules.append(choice(letter, [status.value for status in TlhpStatus], last))
        elif column.filled and column.shape is Shape.DATE:
            rules.append(only_dates(letter, last))
        elif column.filled and column.shape is not Shape.TEXT:
            rules.append(only_numbers(letter, last))
    return [rule for rule in rules if rule is not None]
