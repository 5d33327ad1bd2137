"""What a document is called where people read it as a file."""

from datetime import UTC, datetime

import pytest

from bot.rules.archiving import ToArchive, file_names, safe
from bot.rules.periods import Period
from bot.rules.run import Document, DocumentState

AT = datetime(2026, 11, 23, 1, tzinfo=UTC)
LETTER = Document(7, "irban-2", "LHP", DocumentState.RECEIVED, AT, 1, version=2, name="lap: I.pdf")


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("laporan akhir.pdf", "laporan akhir.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("a\x00b\u202ec|d.pdf", "a_b_c_d.pdf"),
        ("…", "_"),
        (" . ", "berkas"),
        ("", "berkas"),
        ("p" * 300 + ".xlsx", "p" * 95 + ".xlsx"),
    ],
)
def test_a_name_is_made_safe_for_every_system(name: str, plain: str) -> None:
    assert safe(name) == plain


@pytest.mark.parametrize("letter", ["é", "漢", "𐐀"])
def test_a_name_of_wide_letters_fits_a_file_system(letter: str) -> None:
    made = safe(letter * 300 + ".pdf")
    assert made.startswith(letter * 40)
    assert made.endswith(letter + ".pdf")
    assert len(made.encode()) <= 200


def test_kind_and_version_stand_before_the_name_and_the_id_where_it_is_taken() -> None:
    assert file_names(LETTER) == ("LHP_v2_lap_ I.pdf", "LHP_v2_7_lap_ I.pdf")


@pytest.mark.parametrize(
    ("office", "folders"),
    [(1, ("2026-TW3", "irban-2")), (2, ("kantor-2", "2026-TW3", "irban-2"))],
)
def test_the_folders_are_period_and_seat_and_a_second_office_has_its_own(
    office: int, folders: tuple[str, ...]
) -> None:
    assert ToArchive(office, Period("triwulan", 2026, 3), LETTER).folders == folders
