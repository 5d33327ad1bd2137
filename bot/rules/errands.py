"""What the bot owes Telegram, kept in the outbox until it is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.rules.messages import Message


class Service(StrEnum):
    SAY = "say"  # a new message
    SHOW = "show"  # a card: sent once, then edited in place
    REACT = "react"
    PIN = "pin"  # pins the card
    FETCH = "fetch"  # brings a file's bytes
    MARK = "mark"  # marks the faults in a sender's workbook, which goes as a message of its own
    PREPARE = "prepare"  # makes what a tap asked for, which goes as a message of its own


class ErrandState(StrEnum):
    PARKED = "parked"  # the person has not opened the private chat, or the seat is empty
    DUE = "due"
    DONE = "done"
    DROPPED = "dropped"  # refused for good; `error` says why


@dataclass(frozen=True, slots=True)
class Address:
    """Where an errand goes: a chat, or a person's private chat, or whoever holds a seat."""

    chat_id: int | None = None
    person_id: int | None = None
    seat: str = ""
    thread_id: int | None = None
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Errand:
    """`key` is unique: the same errand asked twice is kept once. `target` is a message id.

    `faults` are the tries that we failed at ourselves.
    `doubtful`: an earlier try may have been applied though its answer was lost. `about` is what
    a reminder was written of, weighed again before it goes (usecases/remind.py), or a notice of
    moved limits, should it be taken back (usecases/tell_moved_limits.py), or what is to be prepared
    (usecases/wanted.py). `quiet`: a word
    to others, which outside working hours makes no sound whenever it is carried (invariant 9).
    `unhurried`: an edit in a group that answers nobody; words to people go before it.
    """

    id: int
    key: str
    service: Service
    to: Address
    not_before: datetime
    office_id: int | None = None
    message: Message | None = None
    card: str = ""
    target: int | None = None
    emoji: str = ""
    offer_id: int | None = None
    state: ErrandState = ErrandState.DUE
    attempts: int = 0
    faults: int = 0
    doubtful: bool = False
    about: Mapping[str, Any] | None = None
    quiet: bool = False
    unhurried: bool = False

    @property
    def lane(self) -> str:
        """Errands of one lane go one after another; no message waits for a slow file, for
        papers that are being made, for many reactions, or for edits that wait for the pace."""
        if self.service in (Service.FETCH, Service.MARK):
            return f"{self.service}:{self.offer_id}"
        if self.service in (Service.REACT, Service.PREPARE):
            return f"{self.service}:{self.to.chat_id}"
        return edits_lane(self.to.chat_id) if self.unhurried else f"{self.to.chat_id}"


def edits_lane(chat_id: int | None) -> str:
    return f"edits:{chat_id}"


@dataclass(frozen=True, slots=True)
class Card:
    """A message that stands in a chat and is edited in place. `shown` digests what it says."""

    name: str
    chat_id: int
    message_id: int
    shown: str = ""
