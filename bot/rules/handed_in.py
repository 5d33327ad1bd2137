"""A document as a recap lists it."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.rules.letters import LetterState
from bot.rules.run import DocumentState


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One version of one document. `minutes_late` are working minutes past its limit; UTC.

    `sender` is a name; `number` and `dated` are the letter's own, `twins` the names of documents
    that stand for the same letter, `repeats` how often the same bytes came again.
    """

    seat: str
    kind: str
    name: str
    version: int
    received_at: datetime
    state: DocumentState
    nihil: bool = False
    minutes_late: int = 0
    reason: str = ""
    sender: str = ""
    number: str = ""
    dated: date | None = None
    letter: LetterState = LetterState.UNREAD
    twins: tuple[str, ...] = ()
    repeats: int = 0
    digest: str = ""
    hand: str = ""  # the sender with as what he acted, where that was not as the seat's holder

    @property
    def counts(self) -> bool:
        return self.state in (DocumentState.RECEIVED, DocumentState.ACCEPTED)
