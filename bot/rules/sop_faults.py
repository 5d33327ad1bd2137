"""What can be wrong in a SOP file, and where; bot/texts/sops.py says it in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class FaultCode(StrEnum):
    """The comment behind each names its params."""

    NOT_TOML = "not TOML"
    WRITTEN_TWICE = "written twice"
    UNKNOWN_KEY = "unknown key"  # key, known, near
    MISSING = "missing"
    WRONG_TYPE = "wrong type"  # wanted: a ValueType
    EMPTY = "empty"
    OUT_OF_RANGE = "out of range"  # value, low, high
    HOW_MANY = "none or too many"  # value, most
    NOT_A_SHARE = "not a share"  # value
    NOT_A_SLUG = "not a slug"  # value
    NOT_A_CODE = "not a code"  # value
    NOT_A_CLASSIFICATION = "not a classification"  # value
    UNKNOWN_WORD = "unknown word"  # word, known, near
    UNKNOWN_ROLE = "unknown role"  # role, known, near
    LISTED_TWICE = "listed twice"  # word
    ROLE_TWICE = "role twice"  # seat
    KIND_TWICE = "kind twice"  # kind
    NUMBER_TWICE = "number twice"  # number
    NUMBER_OUT_OF_ORDER = "number out of order"  # number, expected
    SHORT_TOO_LONG = "short name too long"  # value, most
    TOO_MANY_SEATS = "too many seats"  # seats, most
    CIRCLE = "circle of superiors"  # roles
    NO_STEP = "no such step"  # kind
    SEVERAL_STEPS = "several such steps"  # kind
    ORDER_NOT_FIRST = "order not first"
    COMPILE_BEFORE_COLLECT = "compile before collect"
    ANALYSE_NOT_LAST = "analyse not last"
    NOT_ASKED = "suppliers not asked"  # roles, step
    COLLECTOR_WITHOUT_STEP = "collector without step"  # role, known
    COLLECTS_NOTHING = "collects nothing"  # role
    COLLECTED_TWICE = "collected in two steps"  # role, step
    SECOND_WORKBOOK = "second workbook"  # role, kind
    NOT_ASCENDING = "ladder not ascending"  # value, before
    WHEN_UNCLEAR = "rung with none or several times"  # known
    NOT_BEFORE = "the whole of the time is no part of it"
    REPEATED_BEFORE = "repetition before the limit"
    STEP_UNKNOWN = "no step of this number"  # number, known
    TOO_EARLY = "as long before the limit as the step takes, or longer"  # value, step, minutes
    LEVEL_OF_NOBODY = "tingkat of others than superiors"
    NOTHING_COLLECTED = "rung to collectors on steps that collect nothing"
    NO_SUPERIOR = "rung to superiors that nobody has"
    NO_OVERSEER = "rung to overseers that nobody is"
    LINE_TOO_LONG = "line of a kop too long"  # value, most
    NOT_BESIDE = "logo not beside the file"  # value
    NOT_A_LOGO = "not a picture for a logo"  # value
    APPROVED_TWICE = "asked to approve twice"  # role
    APPROVED_BY_MANY = "asked to approve a role of several seats"  # role, seats
    NOBODY_APPROVES = "ladder of approvals where none is asked"
    NOT_PRIVATE = "reminder of an approval in the group"


class ValueType(StrEnum):
    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    TRUTH = "truth"
    DATE = "date"
    TEXTS = "texts"
    INTEGERS = "integers"
    TABLE = "table"
    TABLES = "tables"


@dataclass(frozen=True, slots=True)
class SopFault:
    """One fault. `place` is a key path like `langkah[3].pelaku`, counted from 1 in file order.

    `line` counts from 1 too, and is None where the key cannot be found in the text.
    """

    line: int | None
    place: str
    code: FaultCode
    params: Mapping[str, object] = field(default_factory=dict)


class SopFaults(Exception):
    """All faults of a SOP file at once, in the order of its lines."""

    def __init__(self, faults: tuple[SopFault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults
