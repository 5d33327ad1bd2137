import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.texts.examination import Mark
from bot.usecases.examine import LEAST, LITTLE, examine_disk


class Usage(NamedTuple):
    free: int


@pytest.mark.parametrize(
    ("free", "mark"),
    [
        (LITTLE, Mark.GOOD),
        (LITTLE - 1, Mark.CARE),
        (LEAST, Mark.CARE),
        (LEAST - 1, Mark.FAILED),
    ],
)
def test_little_space_is_told_before_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, mark: Mark
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(free))
    assert examine_disk(tmp_path).mark == mark


def test_the_disk_is_known_before_the_data_directory_is_made(tmp_path: Path) -> None:
    assert "GB" in examine_disk(tmp_path / "belum" / "ada").what
