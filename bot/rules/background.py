"""What stands behind a recap: whose workbooks, what was said to them, what came before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.rules.form_faults import FormFault
from bot.rules.forms import FilledForm
from bot.rules.periods import Period
from bot.rules.seat_ledger import SeatAccount

History = Sequence[tuple[Period, Mapping[str, FilledForm]]]


@dataclass(frozen=True, slots=True)
class Origin:
    """One seat's workbook as it was handed in: the message of it, UTC, and its SHA-256.

    `formulas` are the cells whose values formulas gave (rules/forms.py).
    """

    seat: str
    name: str
    version: int
    chat_id: int
    message_id: int
    received_at: datetime
    digest: str
    formulas: tuple[str, ...] = ()

    @property
    def in_group(self) -> bool:
        return self.chat_id < 0  # Bot API: a group's id is negative


@dataclass(frozen=True, slots=True)
class Explanation:
    """What stood out in a seat's workbook; its sender confirmed it `at` (UTC), None while he has
    not, and explained it where there is a `text`."""

    seat: str
    findings: tuple[FormFault, ...]
    text: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Background:
    """`origins` by seat; `history` newest first; `remarked_at` is the last remark's, UTC."""

    origins: Mapping[str, Origin] = field(default_factory=dict)
    explanations: tuple[Explanation, ...] = ()
    history: History = ()
    remarked_at: datetime | None = None
    times: tuple[SeatAccount, ...] = ()
