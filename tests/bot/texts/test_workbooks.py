import pytest

from bot.rules.kinds import OldFormat, UnreadableFile
from bot.texts import workbooks as words


@pytest.mark.parametrize("kind", UnreadableFile.__subclasses__())
def test_every_unreadable_file_is_told_what_to_do(kind: type[UnreadableFile]) -> None:
    said = words.unreadable(kind())
    assert "Mohon" in said
    assert "{" not in said
    assert "!" not in said


def test_an_old_format_is_named() -> None:
    assert ".ods" in words.unreadable(OldFormat(".ods"))
