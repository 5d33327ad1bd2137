"""What wakes by itself, and the clock it is given."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

MORNING = datetime(2026, 11, 23, tzinfo=UTC)


@dataclass
class Watch:
    at: datetime = MORNING

    def now(self) -> datetime:
        return self.at


@pytest.fixture
def watch() -> Watch:
    return Watch()
