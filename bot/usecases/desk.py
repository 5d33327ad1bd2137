"""What every use-case works with: the desk (ports and the office's data) and the call."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.ports import Cabinet, Store
from bot.rules.calendar import WorkCalendar
from bot.rules.forms import OfficeFormat
from bot.rules.people import Office, Person
from bot.rules.procedures import Procedures
from bot.rules.sop import Sop
from bot.rules.stationery import Stationery
from bot.usecases.making import Making


@dataclass(frozen=True, slots=True)
class Desk:
    """`form` is asked by where an office has none of its own; `owner` is told of faults.

    At an `office` its SOP and calendar lie on the desk, else the shared ones. `papers` are
    known from lately, `making` is of the piece of work in hand (usecases/papers_first.py).
    """

    store: Store
    cabinet: Cabinet
    procedures: Procedures
    form: OfficeFormat
    bot_name: str
    owner: int | None = None
    office: Office | None = None
    papers: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    making: Making | None = None

    def at(self, office: Office | None) -> "Desk":
        return replace(self, office=office)

    @property
    def sop(self) -> Sop:
        """What new runs begin with."""
        return self.procedures.of(self.office).sop

    @property
    def calendar(self) -> WorkCalendar:
        return self.procedures.of(self.office).calendar

    @property
    def stationery(self) -> Stationery:
        return self.procedures.of(self.office).stationery

    async def paper(self, make: Callable[..., bytes], *given: Any, of: Any = None) -> str:
        """Its digest, kept in the cabinet. Raises TypesetFault. `of` are the plain values that what
        is `given` is known by, where it is none itself."""
        making = self.making or Making(self.cabinet, self.papers)
        return await making.digest(make, given, given if of is None else of)

    def link(self, payload: str) -> str:
        """A deep link that opens the private chat (Bot API: /start with this payload)."""
        return f"https://t.me/{self.bot_name}?start={payload}"


@dataclass(frozen=True, slots=True)
class Call:
    """Who acts, where and when: one update, as a value. `at` is UTC, read once.

    `reply_to` is the message that was answered, or whose button was tapped (`tapped`); `admins`
    the ids of the group's human administrators where the act asks for them. `office_id` is the
    office that a person of several has said to mean.
    """

    update_id: int
    at: datetime
    person: Person
    chat_id: int
    private: bool
    message_id: int
    reply_to: int | None = None
    thread_id: int | None = None
    chat_title: str = ""
    admins: frozenset[int] = frozenset()
    tapped: bool = False
    office_id: int | None = None

    @property
    def key(self) -> str:
        """This update's alone: after a quiet week Telegram begins its numbers anew, at random."""
        return f"{self.update_id}@{self.at:%Y%m%d}"


@dataclass(frozen=True, slots=True)
class Reply:
    """What answers a tap at once; `alert` opens a box that must be closed."""

    text: str = ""
    alert: bool = False
