from pathlib import Path

import pytest

from bot.rehearsal.theatre import Play


@pytest.fixture
def play(tmp_path: Path) -> Play:
    """The shipped SOP on SQLite, on a Monday morning; a test may change it by `replace`."""
    return Play(tmp_path / "data")
