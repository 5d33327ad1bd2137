"""A SOP file as it is read, whole or edited anyhow."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.sop_faults import SopFaults
from bot.rules.sop_file import parse_sop
from bot.rules.worktime import WorkUnit
from tests.bot.rules.damaged import LONG_STEPS, SHIPPED, WHOLE, changed


def test_the_shipped_file_is_read_without_a_fault() -> None:
    sop = parse_sop(WHOLE)
    assert LONG_STEPS
    assert sop.source == WHOLE
    assert sop.name == "Mekanisme Pengumpulan Data Kinerja"
    assert sop.agency.endswith("Kabupaten Jeneponto")
    assert (sop.period_kinds, sop.extension, sop.correction) == (("triwulan", "bulan"), 120, 60)


def test_what_the_sop_leaves_open_has_its_usual_value() -> None:
    text = changed("sop", "batas_serah = 0.75\n", "")
    text = changed("sop", "tambahan_waktu = [120, 60, 225, 450]\n", "", text)
    text = changed("sop", "waktu_perbaikan = 60\n", "", text)
    text = changed("sop", "batas_perubahan = 0.5\n", "", text)
    text = changed("sop", 'instansi = "Dinas', 'peringatan = ""\nketerangan = "Dinas', text)
    text = text.replace('peringatan = "Jika', '# "Jika', 1)
    sop = parse_sop(text)
    assert (sop.hand_in_share, sop.extension, sop.correction) == (0.75, 120, 60)
    assert sop.change_share == 0.5
    assert sop.agency == ""


def test_one_height_of_the_ladder_may_speak_to_several() -> None:
    sop = parse_sop(changed("tangga[4]", "240", "120"))
    assert [rung.after for rung in sop.ladder] == [0, 30, 120, 120]


@pytest.mark.parametrize("unit", WorkUnit)
def test_a_time_may_be_written_in_every_unit(unit: WorkUnit) -> None:
    sop = parse_sop(
        changed("langkah[4]", 'waktu = 480\nsatuan = "menit"', f'waktu = 2\nsatuan = "{unit}"')
    )
    assert (sop.step(4).limit.amount, sop.step(4).limit.unit) == (2, unit)


def test_a_remark_may_stand_anywhere() -> None:
    text = re.sub(r"^(\[.*\])$", r'\1\nketerangan = "Lihat rapat."', SHIPPED, flags=re.MULTILINE)
    assert text.count("keterangan =") == 1 + 7 + 4 + 6 + 4
    assert parse_sop(text).roles == parse_sop(SHIPPED).roles


LINES = SHIPPED.split("\n")
SCRAPS = st.sampled_from([*LINES, '""', "= 1", "[", "[[peran]]", "[sop]", 'kunci = ""', "\0", "\r"])
EDITS = st.lists(
    st.tuples(st.integers(0, len(LINES) - 1), st.integers(0, 3), SCRAPS), min_size=1, max_size=8
)


def edited(edits: list[tuple[int, int, str]]) -> str:
    lines = list(LINES)
    for at, cut, scrap in edits:
        lines[at % len(lines) : at % len(lines) + cut] = [scrap] if cut != 1 else []
    return "\n".join(lines)


@given(EDITS)
def test_edited_lines_are_read_or_refused_and_nothing_else(
    edits: list[tuple[int, int, str]],
) -> None:
    text = edited(edits)
    try:
        assert parse_sop(text).source == text
    except SopFaults as refused:
        assert refused.faults
        last = text.count("\n") + 1
        assert all(1 <= (fault.line or 1) <= last for fault in refused.faults)


VALUES = st.sampled_from(
    ['""', "0", "-1", "true", "[]", '[""]', "[1]", "1e400", "nan", "1979-05-27", "{}", '"irban"']
)


@given(st.lists(st.tuples(st.integers(0, len(LINES) - 1), VALUES), min_size=1, max_size=6))
def test_any_value_under_any_key_is_read_or_refused(edits: list[tuple[int, str]]) -> None:
    lines = list(LINES)
    for at, value in edits:
        lines[at] = re.sub(r"^(\w+) = .*", lambda found, v=value: f"{found[1]} = {v}", lines[at])
    text = "\n".join(lines)
    try:
        assert parse_sop(text).source == text
    except SopFaults as refused:
        assert refused.faults
