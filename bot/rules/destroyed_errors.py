"""The refusal to show what retention has destroyed."""

from dataclasses import dataclass
from datetime import datetime

from bot.rules.errors import Refusal


@dataclass
class DocumentDestroyed(Refusal):
    """Its bytes went at that moment (UTC); its facts and its hash stay."""

    at: datetime
