import pytest

from bot.rules.form_faults import FaultCode, FormFault
from bot.rules.kinds import OldFormat, UnreadableFile
from bot.texts import workbooks as words


def test_a_fault_names_its_cell_and_what_is_wrong() -> None:
    found = FormFault(
        "Data Kinerja", "I7", FaultCode.NOT_A_NUMBER, (("kolom", "Realisasi"), ("isi", "{banyak}"))
    )
    assert words.fault(found) == ("Data Kinerja I7: Realisasi berisi “{banyak}”, mohon diisi angka")


@pytest.mark.parametrize("code", FaultCode)
def test_every_fault_has_a_sentence(code: FaultCode) -> None:
    said = words.fault(FormFault("", "", code))
    assert said
    assert "{" not in said


@pytest.mark.parametrize("kind", UnreadableFile.__subclasses__())
def test_every_unreadable_file_is_told_what_to_do(kind: type[UnreadableFile]) -> None:
    said = words.unreadable(kind())
    assert "Mohon" in said
    assert "{" not in said
    assert "!" not in said


def test_an_old_format_is_named() -> None:
    assert ".ods" in words.unreadable(OldFormat(".ods"))
