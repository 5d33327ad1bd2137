import pytest

from bot.rules.retention import Fate, RecordKind, RetentionNote
from bot.rules.retention_file import read_retention
from bot.rules.sop_entry import Entry
from bot.rules.sop_faults import FaultCode
from bot.rules.sop_file import read_toml
from bot.rules.sop_findings import Findings

GOOD = """
[[retensi]]
jenis = "berkas serahan"
aktif = 2
inaktif = 3
nasib = "musnah"
dasar = "keputusan contoh"

[[retensi]]
jenis = "catatan"
aktif = 5
inaktif = 0
nasib = "permanen"
keterangan = "asumsi"
"""


def read(text: str) -> tuple[tuple[RetentionNote, ...], list[tuple[str, FaultCode]]]:
    findings = Findings(text)
    notes = read_retention(Entry(read_toml(text), "", findings))
    return notes, [(fault.place, fault.code) for fault in findings.in_order()]


def test_each_kind_of_record_has_its_years_its_fate_and_its_decree() -> None:
    notes, faults = read(GOOD)
    assert faults == []
    assert notes == (
        RetentionNote(RecordKind.DOCUMENTS, 2, 3, Fate.DESTROY, "keputusan contoh"),
        RetentionNote(RecordKind.FACTS, 5, 0, Fate.PERMANENT),
    )


def test_a_file_without_notes_has_none() -> None:
    assert read('singkatan = "DPMD"') == ((), [])


@pytest.mark.parametrize(
    ("old", "new", "place", "code"),
    [
        ('jenis = "catatan"', 'jenis = "foto"', "retensi[2].jenis", FaultCode.UNKNOWN_WORD),
        ('jenis = "catatan"', "", "retensi[2].jenis", FaultCode.MISSING),
        ('"catatan"', '"berkas serahan"', "retensi[2].jenis", FaultCode.LISTED_TWICE),
        ("aktif = 2", "aktif = -1", "retensi[1].aktif", FaultCode.OUT_OF_RANGE),
        ("aktif = 2", 'aktif = "dua"', "retensi[1].aktif", FaultCode.WRONG_TYPE),
        ("inaktif = 3", "inaktif = 101", "retensi[1].inaktif", FaultCode.OUT_OF_RANGE),
        ('"musnah"', '"dibakar"', "retensi[1].nasib", FaultCode.UNKNOWN_WORD),
        ('dasar = "keputusan contoh"', 'dasar = ""', "retensi[1].dasar", FaultCode.EMPTY),
        ("dasar", "desar", "retensi[1].desar", FaultCode.UNKNOWN_KEY),
        ('keterangan = "asumsi"', "keterangan = 1", "retensi[2].keterangan", FaultCode.WRONG_TYPE),
    ],
)
def test_every_slip_is_told_at_its_place(old: str, new: str, place: str, code: FaultCode) -> None:
    _, faults = read(GOOD.replace(old, new, 1))
    assert (place, code) in faults
