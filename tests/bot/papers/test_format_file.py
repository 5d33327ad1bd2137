from decimal import Decimal

import pytest

from bot.papers.format_file import FormatFaults, parse_format
from bot.rules.form_faults import FaultCode
from bot.rules.forms import OfficeFormat

ROW = """
[[indikator]]
sasaran = "Sasaran"
nama = "Jumlah desa"
satuan = "desa"
arah = "naik"
cara_hitung = "jumlah"
target_tahun = "1.250,5"
target_periode = 5
penanggung_jawab = "kabid-1"
"""


def test_the_shipped_format_has_nine_indicators_and_three_programmes(
    office_format: OfficeFormat,
) -> None:
    programmes = {row.programme: row.budget for row in office_format.indicators if row.programme}
    assert [row.number for row in office_format.indicators] == list(range(1, 10))
    assert programmes == {
        "Penataan Desa": Decimal(310_000_000),
        "Pemberdayaan Lembaga Kemasyarakatan": Decimal(640_000_000),
        "Administrasi Pemerintahan Desa": Decimal(1_250_000_000),
    }


def test_targets_may_be_written_the_indonesian_way() -> None:
    assert parse_format(ROW).indicators[0].target_year == Decimal("1250.5")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {("indikator", FaultCode.NO_ROWS)}),
        ("= ?", {("", FaultCode.NOT_TOML)}),
        (ROW + "warna = 1", {("indikator 1: warna", FaultCode.UNKNOWN_KEY)}),
        (ROW.replace('"naik"', '"miring"'), {("indikator 1: arah", FaultCode.NOT_A_CHOICE)}),
        (ROW.replace("= 5", '= "lima"'), {("indikator 1: target_periode", FaultCode.NOT_A_NUMBER)}),
        (
            ROW.replace('"desa"', '""').replace('"kabid-1"', '""'),
            {
                ("indikator 1: satuan", FaultCode.REQUIRED_EMPTY),
                ("indikator 1: penanggung_jawab", FaultCode.REQUIRED_EMPTY),
            },
        ),
        (
            2 * (ROW + 'program = "Satu"\npagu = 10\n'),
            {("indikator 2: program", FaultCode.PROGRAMME_TWICE)},
        ),
    ],
)
def test_every_fault_of_a_format_file_is_told_with_its_place(
    text: str, expected: set[tuple[str, FaultCode]]
) -> None:
    with pytest.raises(FormatFaults) as refused:
        parse_format(text)
    assert {(fault.cell, fault.code) for fault in refused.value.faults} == expected
