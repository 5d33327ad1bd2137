"""Refusals of those who approve a recap."""

from dataclasses import dataclass
from datetime import datetime

from bot.rules.errors.refusal import Refusal


@dataclass
class ApprovalVoid(Refusal):
    """The recap on the button holds no more; `reopened` while it is being mended."""

    reopened: bool


@dataclass
class ApprovalDecided(Refusal):
    """It was given or returned before."""

    decided_at: datetime | None


@dataclass
class ApprovalNotYet(Refusal):
    """Others are asked first; `title` is whose turn it is."""

    title: str
