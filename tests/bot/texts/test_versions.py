from decimal import Decimal

import pytest

from bot.rules.form_changes import Change, Changes, RowsChanged
from bot.rules.form_faults import FaultCode, FormFault
from bot.rules.form_versions import Compared
from bot.texts.fitting import measure
from bot.texts.versions import compared

NOTHING = Changes((), ())
EMPTY = FormFault("Data Kinerja", "I6", FaultCode.REQUIRED_EMPTY)
NO_SHEET = FormFault("TLHP", "", FaultCode.SHEET_MISSING)


@pytest.mark.parametrize(
    ("found", "lines"),
    [
        (Compared(3, NOTHING), ["Tidak ada isian yang berubah sejak versi 3."]),
        (
            Compared(None, NOTHING, mended=(EMPTY, NO_SHEET)),
            [
                "Perubahan sejak kiriman sebelumnya yang dikembalikan:",
                "• 2 hal telah diperbaiki (Data Kinerja I6 dan TLHP)",
            ],
        ),
        (
            Compared(
                None,
                Changes(
                    (Change(2, "actual", Decimal("1234.5"), None), Change(3, "source", "", "x")),
                    (RowsChanged("lhp", 2, 1),),
                ),
                remaining=(EMPTY,),
            ),
            [
                "Perubahan sejak kiriman sebelumnya yang dikembalikan:",
                "• 1 hal masih perlu diperbaiki (Data Kinerja I6)",
                "• indikator 2: Realisasi 1.234,5 menjadi belum ada data",
                "• indikator 3: Sumber data/bukti diisi",
                "• LHP: 2 baris ditambahkan, 1 baris dihapus",
            ],
        ),
    ],
)
def test_it_is_said_what_was_mended_what_remains_and_what_changed(
    found: Compared, lines: list[str]
) -> None:
    assert compared(found) == lines


def test_many_changes_stay_within_their_room() -> None:
    many = tuple(Change(n, "actual", Decimal(n), Decimal(0)) for n in range(200))
    faults = tuple(FormFault("Data Kinerja", f"I{n}", FaultCode.NEGATIVE) for n in range(200))
    lines = compared(Compared(None, Changes(many, ()), mended=faults, remaining=faults), 400)
    assert measure("\n".join(lines)) < 700
    assert lines[1].startswith("• 200 hal telah diperbaiki (Data Kinerja I0, ")
