import json
from decimal import Decimal
from pathlib import Path

import pytest

from bot.papers.format_file import FormatFaults, parse_format
from bot.rules.form_faults import FaultCode
from bot.rules.forms import OfficeFormat
from bot.rules.periods import parse

DATA = Path(__file__).parents[2] / "data"

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


def test_the_shipped_targets_are_those_of_the_worked_triwulan(office_format: OfficeFormat) -> None:
    worked = json.loads((DATA / "capaian_tw3_2026.json").read_text(encoding="utf-8"))
    shipped = [
        {
            "indikator": row.name,
            "satuan": row.unit,
            "arah": row.direction.value,
            "cara_hitung": row.method.value,
            "target_tahun": str(row.target_year),
            "target_triwulan": str(row.target_period),
            "penanggung_jawab": row.seat,
        }
        for row in office_format.indicators
    ]
    assert office_format.period == parse("2026-TW3")
    assert shipped == [{key: row[key] for key in shipped[0]} for row in worked["indikator"]]
    programmes = {row["program"]: Decimal(row["pagu"]) for row in worked["anggaran"]}
    assert programmes == {r.programme: r.budget for r in office_format.indicators if r.programme}


def test_targets_may_be_written_the_indonesian_way() -> None:
    assert parse_format(ROW).indicators[0].target_year == Decimal("1250.5")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('periode = "TW III"' + ROW, {("periode", FaultCode.NOT_A_PERIOD)}),
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
