"""kantor.toml: what is read, and every fault with its line."""

from importlib.resources import files

import pytest

from bot.rules.office_file import OfficeFileFaults, parse_office_file
from bot.rules.office_settings import OfficeSettings
from bot.rules.sop_faults import FaultCode
from bot.rules.stationery import PaperSize, Stationery


def test_the_shipped_file_has_the_kop_of_the_shipped_sop() -> None:
    shipped = (files("bot.sops") / "kantor_jeneponto.toml").read_text("utf-8")
    found = parse_office_file(shipped).stationery
    assert found.head[0] == "PEMERINTAH KABUPATEN JENEPONTO"
    assert (found.size, found.abbreviation, found.logo) == (PaperSize.F4, "DPMD", b"")


def test_a_file_may_say_all_or_nothing() -> None:
    assert parse_office_file("") == OfficeSettings()
    whole = 'kop = ["A", "B"]\nlogo = "l.jpg"\nkertas = "A4"\nsingkatan = "BAPPEDA"\n'
    assert parse_office_file(f'{whole}klasifikasi = "000.7.2"') == OfficeSettings(
        Stationery(("A", "B"), b"", PaperSize.A4, "BAPPEDA", "000.7.2"), "l.jpg"
    )


def test_another_office_keeps_the_paper_and_the_classification_alone() -> None:
    bears = Stationery(("A",), b"png", PaperSize.A4, "DPMD", "000.7")
    found = OfficeSettings(bears, "l.png").of_another_office()
    assert found == OfficeSettings(Stationery(size=PaperSize.A4, classification="000.7"))


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ('\nkop = "A"\n', 2, FaultCode.WRONG_TYPE),
        ('kop = ["1", "2", "3", "4", "5", "6", "7"]', 1, FaultCode.HOW_MANY),
        (f'kop = ["{"x" * 91}"]', 1, FaultCode.LINE_TOO_LONG),
        ('kertas = "Legal"', 1, FaultCode.UNKNOWN_WORD),
        ('\n\nsingkatan = "dpmd"', 3, FaultCode.NOT_A_CODE),
        ('klasifikasi = "DPMD/1"', 1, FaultCode.NOT_A_CLASSIFICATION),
        ('logo = "../logo.png"', 1, FaultCode.NOT_BESIDE),
        ('logo = ".."', 1, FaultCode.NOT_BESIDE),
        ('kopp = ["A"]', 1, FaultCode.UNKNOWN_KEY),
        ("kop = [", 1, FaultCode.NOT_TOML),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, line: int, code: FaultCode) -> None:
    with pytest.raises(OfficeFileFaults) as refused:
        parse_office_file(text)
    assert [(fault.line, fault.code) for fault in refused.value.faults] == [(line, code)]


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(OfficeFileFaults) as refused:
        parse_office_file('kertas = "A5"\nsingkatan = 1\n')
    assert [fault.line for fault in refused.value.faults] == [1, 2]
