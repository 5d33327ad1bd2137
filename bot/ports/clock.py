"""The only hour that is read."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """The instant now, aware, in UTC."""
        ...
