"""A raw update as Telegram sent it, kept before it is confirmed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class LetterState(StrEnum):
    NEW = "new"
    DONE = "done"
    SET_ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Letter:
    """`chat_id` is the lane: letters of one chat are handled in the order they came."""

    seq: int
    update_id: int
    chat_id: int
    raw: Mapping[str, Any]
    at: datetime
    attempts: int = 0
