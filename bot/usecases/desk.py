"""What every use-case works with: the desk (ports and the office's data) and the call."""

from dataclasses import dataclass
from datetime import datetime

from bot.ports import Cabinet, Store
from bot.rules.calendar import WorkCalendar
from bot.rules.forms import OfficeFormat
from bot.rules.people import Person
from bot.rules.sop import Sop


@dataclass(frozen=True, slots=True)
class Desk:
    """`sop` and `form` are what new runs begin with; `owner` is told of faults."""

    store: Store
    cabinet: Cabinet
    calendar: WorkCalendar
    sop: Sop
    form: OfficeFormat
    bot_name: str
    owner: int | None = None

    def link(self, payload: str) -> str:
        """A deep link that opens the private chat (Bot API: /start with this payload)."""
        return f"https://t.me/{self.bot_name}?start={payload}"


@dataclass(frozen=True, slots=True)
class Call:
    """Who acts, where and when: one update, as a value. `at` is UTC, read once.

    `reply_to` is the message that was answered, or whose button was tapped (`tapped`); `admins`
    the ids of the group's human administrators where the act asks for them.
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


@dataclass(frozen=True, slots=True)
class Reply:
    """What answers a tap at once; `alert` opens a box that must be closed."""

    text: str = ""
    alert: bool = False
