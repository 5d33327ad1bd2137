import pytest

from bot.rules.errors.own_data import NotAName
from bot.rules.own_data import LONGEST, OfficeRecords, OwnData, formal_name
from bot.rules.people import Person


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Sitti Contoh, S.E., M.Si.", "Sitti Contoh, S.E., M.Si."),
        ("  Drs.  H. Andi\nContoh ", "Drs. H. Andi Contoh"),
        ("Andre\u0301 Contoh", "André Contoh"),
        ("A" * LONGEST, "A" * LONGEST),
    ],
)
def test_a_name_is_kept_in_one_line_as_it_was_given(written: str, name: str) -> None:
    assert formal_name(written) == name


@pytest.mark.parametrize(
    "written", ["", "ab", "1234567", "A" * (LONGEST + 1), "Andi\u202eContoh", "Andi\x00Contoh"]
)
def test_what_no_paper_prints_as_a_name_is_refused(written: str) -> None:
    with pytest.raises(NotAName):
        formal_name(written)


def test_an_office_in_which_a_person_has_no_part_is_not_told() -> None:
    here = OfficeRecords(1, "Dinas PMD", seats=("irban-1",))
    own = OwnData(Person(7, "Ani"), (here, OfficeRecords(2, "Bappeda")))
    assert own.belongs == (here,)
