import pytest

from bot.rules.printed import PaperKind
from bot.rules.sop import Hardcopies, Sop
from bot.rules.sop_faults import FaultCode, SopFaults
from bot.rules.sop_file import parse_sop

SIGNED = ("lembar disposisi", "berita acara", "rekap", "kartu kendali")


def without_table(sop: Sop) -> str:
    return sop.source.partition("\n[naskah_fisik]\n")[0]


def test_the_shipped_sop_waits_for_what_is_signed(jeneponto: Sop) -> None:
    assert jeneponto.hardcopies == Hardcopies(tuple(map(PaperKind, SIGNED)), 5, 5)


def test_without_the_table_nothing_is_waited_for(jeneponto: Sop) -> None:
    assert parse_sop(without_table(jeneponto)).hardcopies == Hardcopies()


def test_the_kinds_stand_in_binding_order(jeneponto: Sop) -> None:
    text = f'{without_table(jeneponto)}\n[naskah_fisik]\njenis = ["rekap", "berita acara"]\n'
    assert parse_sop(text).hardcopies == Hardcopies((PaperKind.MINUTES, PaperKind.RECAP), 5, 5)


@pytest.mark.parametrize(
    ("table", "place", "code"),
    [
        ('jenis = ["surat"]', "naskah_fisik.jenis", FaultCode.UNKNOWN_WORD),
        ('jenis = ["rekap", "rekap"]', "naskah_fisik.jenis", FaultCode.LISTED_TWICE),
        ("hari_kerja = 5", "naskah_fisik.jenis", FaultCode.MISSING),
        ('jenis = ["rekap"]\nhari_kerja = 0', "naskah_fisik.hari_kerja", FaultCode.OUT_OF_RANGE),
        ('jenis = ["rekap"]\nulang = "5"', "naskah_fisik.ulang", FaultCode.WRONG_TYPE),
        ('jenis = ["rekap"]\nhari = 5', "naskah_fisik.hari", FaultCode.UNKNOWN_KEY),
    ],
)
def test_a_fault_is_told_with_its_place(
    jeneponto: Sop, table: str, place: str, code: FaultCode
) -> None:
    with pytest.raises(SopFaults) as refused:
        parse_sop(f"{without_table(jeneponto)}\n[naskah_fisik]\n{table}\n")
    assert [(fault.place, fault.code) for fault in refused.value.faults] == [(place, code)]
