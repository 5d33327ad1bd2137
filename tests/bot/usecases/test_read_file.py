import pytest

from bot.rules.errors.files import FileRefused
from bot.rules.kinds import Encrypted, OldFormat, TimedOut, UnreadableFile
from bot.texts.refusals import sentence
from bot.usecases.read_file import page_says, refused


@pytest.mark.parametrize("kind", UnreadableFile.__subclasses__())
def test_every_unreadable_file_is_told_what_to_do(kind: type[UnreadableFile]) -> None:
    said = sentence(FileRefused(refused(kind())["refused"]), "Asia/Makassar")
    assert "Mohon" in said
    assert "{" not in said
    assert "!" not in said


def test_an_old_format_is_named() -> None:
    read = refused(OldFormat(".ods"))
    assert ".ods" in sentence(FileRefused(read["refused"], "", read["detail"]), "Asia/Makassar")


def test_a_letter_whose_page_is_slow_to_read_is_taken_without_it() -> None:
    assert page_says(TimedOut()) == {"page": ""}
    assert page_says("LAPORAN HASIL PEMERIKSAAN") == {"page": "LAPORAN HASIL PEMERIKSAAN"}
    assert page_says(Encrypted())["refused"] == "encrypted"
