"""Every fault of a SOP file, each by a damaged copy of the shipped one."""

import re
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.acts import Act, button_data
from bot.rules.sop_faults import FaultCode, SopFault, SopFaults
from bot.rules.sop_file import parse_sop
from bot.rules.worktime import WorkUnit

WHOLE = (resources.files("bot") / "sops" / "dpmd_jeneponto.toml").read_text(encoding="utf-8")
# without the ladder of the long steps: that is tests/bot/rules/test_sop_ladder.py
SHIPPED, _, LONG_STEPS = WHOLE.partition("\n# Langkah panjang")
C = FaultCode


def entry_of(table: str, n: int, text: str = SHIPPED) -> tuple[int, int]:
    """Where the n-th [[table]] begins in the text, and where the next heading does."""
    headings = [found.start() for found in re.finditer(r"^\[", text, re.MULTILINE)]
    named = [found.start() for found in re.finditer(rf"^\[+{table}\]", text, re.MULTILINE)]
    start = named[n - 1]
    return start, min((at for at in headings if at > start), default=len(text))


def changed(place: str, old: str, new: str, text: str = SHIPPED) -> str:
    """The text with `old` replaced, once, in the entry that `place` names: `langkah[3].pelaku`."""
    table, n = re.fullmatch(r"(\w+)(?:\[(\d+)\])?.*", place).groups()  # type: ignore[union-attr]
    start, end = entry_of(table, int(n or 1), text)
    entry = text[start:end]
    assert old in entry
    return text[:start] + entry.replace(old, new, 1) + text[end:]


def faults_of(text: str) -> tuple[SopFault, ...]:
    with pytest.raises(SopFaults) as refused:
        parse_sop(text)
    return refused.value.faults


def line_of(text: str, place: str) -> int:
    """The line of the key where it stands in its entry, else the entry's heading."""
    entry, _, key = place.rpartition(".")
    table, n = re.fullmatch(r"(\w+)(?:\[(\d+)\])?", entry or key).groups()  # type: ignore[union-attr]
    start, end = entry_of(table, int(n or 1), text)
    found = re.search(rf"^{key} *=", text[start:end], re.MULTILINE)
    return text.count("\n", 0, start + (found.start() if found else 0)) + 1


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


# a whole entry put in front of the one that is named
ANOTHER = '[[peran]]\nkunci = "{}"\njabatan = "Staf"\nsebutan = "Staf"\n\n[[peran]]'
HEAD_OF_A_SECOND_PENYUSUN = ANOTHER.format("penyusun")
HEAD_OF_A_SECOND_IRBAN_2 = ANOTHER.format("irban-2")

# place, what stands there, what is put in its stead, the fault
DAMAGES = [
    # keys
    ("sop.name", "nama =", "name =", C.UNKNOWN_KEY),
    ("sop.warna", 'nomor = ""', 'nomor = ""\nwarna = "biru"', C.UNKNOWN_KEY),
    ("peran[5].jumlahh", "jumlah", "jumlahh", C.UNKNOWN_KEY),
    ("langkah[3].pelaku", 'pelaku = ["kasubbag-evlap", "kasubbag-umum"]\n', "", C.MISSING),
    ("peran[2].sebutan", 'sebutan = "Penyusun"\n', "", C.MISSING),
    ("tangga[4].lewat", 'lewat = "pribadi"\n', "", C.MISSING),
    # types
    ("sop.nama", '"Mekanisme Pengumpulan Data Kinerja"', "35", C.WRONG_TYPE),
    ("sop.batas_serah", "0.75", '"0,75"', C.WRONG_TYPE),
    ("sop.batas_serah", "0.75", "true", C.WRONG_TYPE),
    ("sop.tanggal_pengesahan", "2022-03-01", '"1 Maret 2022"', C.WRONG_TYPE),
    ("sop.tanggal_pembuatan", "2022-01-01", "2022-01-01T07:30:00", C.WRONG_TYPE),
    ("sop.nomor", '""', "12", C.WRONG_TYPE),
    ("sop.peralatan", '"Alat tulis kantor"', "4", C.WRONG_TYPE),
    ("peran[5].jumlah", "4", '"empat"', C.WRONG_TYPE),
    ("peran[5].jumlah", "4", "true", C.WRONG_TYPE),
    ("peran[6].mengawasi", "true", '"ya"', C.WRONG_TYPE),
    ("berkas[1].kata", '["lhp", "laporan hasil pemeriksaan"]', '"lhp"', C.WRONG_TYPE),
    ("berkas[1].kata", '"laporan hasil pemeriksaan"', "3", C.WRONG_TYPE),
    ("langkah[4].pelaku", '["kasubbag-evlap", "kasubbag-umum"]', '"irban"', C.WRONG_TYPE),
    ("langkah[4].waktu", "480", "480.5", C.WRONG_TYPE),
    # empty
    ("sop.nama", '"Mekanisme Pengumpulan Data Kinerja"', '""', C.EMPTY),
    ("sop.periode", '["triwulan", "bulan"]', "[]", C.EMPTY),
    ("peran[5].jabatan", '"Inspektur Pembantu"', '"  "', C.EMPTY),
    ("langkah[2].kepada", '"kasubbag-evlap", "kasubbag-umum"', "", C.EMPTY),
    ("langkah[6].output", '"rekap hasil', '"" # "rekap hasil', C.EMPTY),
    # bounds
    ("peran[5].jumlah", "4", "0", C.OUT_OF_RANGE),
    ("peran[5].jumlah", "4", "13", C.OUT_OF_RANGE),
    ("peran[5].jumlah", "4", "1000000000", C.OUT_OF_RANGE),
    ("langkah[1].waktu", "5", "0", C.OUT_OF_RANGE),
    ("langkah[1].waktu", "5", "-5", C.OUT_OF_RANGE),
    ("langkah[1].waktu", "5", "120001", C.OUT_OF_RANGE),
    ("langkah[1].nomor", "1", "0", C.OUT_OF_RANGE),
    ("sop.tambahan_waktu", "120", "0", C.OUT_OF_RANGE),
    ("sop.tambahan_waktu", "60", "120", C.LISTED_TWICE),
    ("sop.tambahan_waktu", "[120, 60, 225, 450]", "[]", C.HOW_MANY),
    ("sop.tambahan_waktu", "[120, 60, 225, 450]", "[1, 2, 3, 4, 5, 6, 7]", C.HOW_MANY),
    ("sop.tambahan_waktu", "60", '"60"', C.WRONG_TYPE),
    ("sop.waktu_perbaikan", "= 60", "= -1", C.OUT_OF_RANGE),
    ("tangga[1].setelah", "0", "-30", C.OUT_OF_RANGE),
    ("sop.batas_serah", "0.75", "0", C.NOT_A_SHARE),
    ("sop.batas_serah", "0.75", "1.01", C.NOT_A_SHARE),
    ("sop.batas_perubahan", "0.5", "0", C.NOT_A_SHARE),
    ("sop.batas_perubahan", "0.5", '"0.5"', C.WRONG_TYPE),
    ("sop.batas_serah", "0.75", "nan", C.NOT_A_SHARE),
    ("sop.batas_serah", "0.75", "9" * 400, C.NOT_A_SHARE),
    # words
    ("langkah[4].jenis", '"himpun"', '"kumpul"', C.UNKNOWN_WORD),
    ("langkah[4].satuan", '"menit"', '"menitt"', C.UNKNOWN_WORD),
    ("tangga[3].kepada", '"atasan"', '"atasannya"', C.UNKNOWN_WORD),
    ("tangga[2].lewat", '"grup"', '"group"', C.UNKNOWN_WORD),
    ("sop.periode", '"bulan"', '"semester"', C.UNKNOWN_WORD),
    ("langkah[3].pelaku", '"kasubbag-umum"', '"kasubbag-evlap"', C.LISTED_TWICE),
    # roles
    ("langkah[3].pelaku", '"kasubbag-umum"', '"kasubag-umum"', C.UNKNOWN_ROLE),
    ("langkah[1].kepada", '"penyusun"', '"staf"', C.UNKNOWN_ROLE),
    ("berkas[2].dari", '"irban"', '"irbann"', C.UNKNOWN_ROLE),
    ("berkas[2].penghimpun", '"kasubbag-evlap"', '"evlap"', C.UNKNOWN_ROLE),
    ("peran[2].atasan", '"kasubbag-perencanaan"', '"camat"', C.UNKNOWN_ROLE),
    ("peran[1].atasan", '"sekretaris"', '"penyusun"', C.CIRCLE),
    ("peran[5].atasan", '"kasubbag-perencanaan"', '"irban"', C.CIRCLE),
    # doubled
    ("peran[3].kunci", "[[peran]]", HEAD_OF_A_SECOND_PENYUSUN, C.ROLE_TWICE),
    ("peran[6].kunci", "[[peran]]", HEAD_OF_A_SECOND_IRBAN_2, C.ROLE_TWICE),
    ("berkas[2].kode", '"LHE"', '"lhp"', C.KIND_TWICE),
    ("langkah[3].nomor", "3", "2", C.NUMBER_TWICE),
    ("langkah[3].nomor", "3", "7", C.NUMBER_OUT_OF_ORDER),
    # spelling
    ("berkas[1].kode", '"LHP"', '"LHP:1"', C.NOT_A_CODE),
    ("berkas[1].kode", '"LHP"', '"LAPORANHASIL1"', C.NOT_A_CODE),
    ("peran[5].sebutan", '"Irban"', f'"{"I" * 41}"', C.SHORT_TOO_LONG),
    # steps
    (
        "langkah[4].pelaku",
        '"kasubbag-evlap", ',
        '"kasubbag-evlap", "penyusun", ',
        C.COLLECTS_NOTHING,
    ),
    ("langkah[3].kepada", '"irban"', '"sekretaris"', C.NOT_ASKED),
    # the ladder
    ("tangga[3].setelah", "120", "29", C.NOT_ASCENDING),
    ("tangga[2].setelah", "30", "0", C.NOT_ASCENDING),
]


@pytest.mark.parametrize(("place", "old", "new", "code"), DAMAGES)
def test_one_damage_is_told_at_its_place(place: str, old: str, new: str, code: FaultCode) -> None:
    text = changed(place, old, new)
    (fault,) = faults_of(text)
    assert (fault.code, fault.place) == (code, place)
    assert fault.line == line_of(text, place)


def test_the_line_is_the_one_that_an_editor_shows() -> None:
    text = changed("langkah[3].pelaku", '"kasubbag-umum"', '"kasubag-umum"')
    (fault,) = faults_of(text)
    assert text.splitlines()[(fault.line or 0) - 1] == (
        'pelaku = ["kasubbag-evlap", "kasubag-umum"]'
    )


def test_headings_within_a_long_text_are_not_counted() -> None:
    long_text = "keterangan = '''\n[[langkah]]\npelaku = 3\n'''\noutput"
    text = changed("langkah[2].waktu", "5", "0")
    text = changed("langkah[1]", "output", long_text, text)
    (fault,) = faults_of(text)
    assert text.splitlines()[(fault.line or 0) - 1] == "waktu = 0"


@pytest.mark.parametrize(
    ("place", "old", "new", "near"),
    [
        ("langkah[4]", '"himpun"', '"himpunan"', "himpun"),
        ("langkah[4]", "pelaku", "pelaksana", "pelaku"),
        ("langkah[3]", '"kasubbag-umum"', '"kasubag-umum"', "kasubbag-umum"),
        ("tangga[3]", '"atasan"', '"atasannya"', "atasan"),
        ("sop", "tambahan_waktu", "tambahanwaktu", "tambahan_waktu"),
        ("langkah[4]", '"himpun"', '"xyz"', ""),
    ],
)
def test_the_nearest_known_word_is_suggested(place: str, old: str, new: str, near: str) -> None:
    (fault,) = faults_of(changed(place, old, new))
    assert fault.params["near"] == near


def test_what_is_known_comes_with_an_unknown_role() -> None:
    (fault,) = faults_of(changed("langkah[1]", '"penyusun"', '"staf"'))
    assert fault.params["known"] == tuple(role.key for role in parse_sop(SHIPPED).roles)


def without(key: str, text: str = SHIPPED) -> str:
    return re.sub(rf"^{key} = .*\n", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("key", "place", "code"),
    [
        ("atasan", "tangga[3].kepada", C.NO_SUPERIOR),
        ("mengawasi", "tangga[4].kepada", C.NO_OVERSEER),
    ],
)
def test_a_rung_has_somebody_to_tell(key: str, place: str, code: FaultCode) -> None:
    (fault,) = faults_of(without(key))
    assert (fault.code, fault.place) == (code, place)
    assert fault.line == line_of(without(key), place)


def test_a_sop_without_superiors_may_have_a_ladder_to_the_holder() -> None:
    text = without("mengawasi", without("atasan"))
    sop = parse_sop(text[: entry_of("tangga", 3, text)[0]])
    assert [rung.after for rung in sop.ladder] == [0, 30]


@pytest.mark.parametrize("written", ['mengawasi = "ya"', "mengawas = true", "mengawasii = true"])
def test_an_overseer_that_was_not_read_is_not_told_as_missing(written: str) -> None:
    text = changed("peran[6]", "mengawasi = true", written)
    (fault,) = faults_of(changed("peran[7]", "mengawasi = true", "", text))
    assert fault.code in (C.WRONG_TYPE, C.UNKNOWN_KEY)


def with_seats(*counts: int) -> str:
    """The shipped SOP, of ten seats, with further roles of so many seats before the last."""
    roles = "".join(
        f'[[peran]]\nkunci = "bidang-{letter}"\njabatan = "Kepala Bidang {letter}"\n'
        f'sebutan = "Bidang"\njumlah = {count}\n\n'
        for letter, count in zip("abcdefgh", counts, strict=False)
    )
    start = entry_of("peran", 7)[0]
    return SHIPPED[:start] + roles + SHIPPED[start:]


def test_a_hundred_seats_fit_a_keyboard() -> None:
    assert len(parse_sop(with_seats(*[12] * 7, 6)).seats) == 100


def test_more_seats_are_told_at_the_role_with_which_they_are_too_many() -> None:
    text = with_seats(*[12] * 7, 8)
    (fault,) = faults_of(text)
    assert (fault.code, fault.place) == (C.TOO_MANY_SEATS, "peran[14].jumlah")
    assert fault.params == {"seats": 102, "most": 100}
    assert fault.line == line_of(text, fault.place)


def test_a_short_name_of_forty_characters_fits_a_button() -> None:
    sop = parse_sop(changed("peran[5]", '"Irban"', f'"{"I" * 40}"'))
    assert sop.role("irban").short == "I" * 40


@pytest.mark.parametrize(
    ("place", "old", "new"),
    [
        ("peran[5]", "kunci", "kunc"),  # else every "irban" were unknown
        ("langkah[4]", "jenis", "jeni"),  # else no step would collect
        ("langkah[2]", "nomor", "nomer"),  # else step 3 were out of order
        ("langkah[3]", '"irban"', '"irbann"'),  # else the irban were not asked
    ],
)
def test_a_fault_does_not_drag_others_behind_it(place: str, old: str, new: str) -> None:
    assert len(faults_of(changed(place, old, new))) == 1


def test_all_faults_are_told_at_once_in_the_order_of_the_lines() -> None:
    text = changed("tangga[4].setelah", "240", "1")
    text = changed("langkah[4].waktu", "480", "0", text)
    text = changed("langkah[2].satuan", '"menit"', '"menitan"', text)
    text = changed("berkas[1].nama", '"Laporan Hasil Pemeriksaan"', '""', text)
    text = changed("peran[1].atasan", '"sekretaris"', '"bupati"', text)
    text = changed("sop.batas_serah", "0.75", "75", text)
    faults = faults_of(text)
    assert [(fault.code, fault.place) for fault in faults] == [
        (C.NOT_A_SHARE, "sop.batas_serah"),
        (C.UNKNOWN_ROLE, "peran[1].atasan"),
        (C.EMPTY, "berkas[1].nama"),
        (C.UNKNOWN_WORD, "langkah[2].satuan"),
        (C.OUT_OF_RANGE, "langkah[4].waktu"),
        (C.NOT_ASCENDING, "tangga[4].setelah"),
    ]
    assert [fault.line for fault in faults] == [line_of(text, fault.place) for fault in faults]


def test_one_supplier_fills_one_workbook() -> None:
    text = changed("berkas[3]", "kata", "buku_kerja = true\nkata")
    (fault,) = faults_of(text)
    assert (fault.code, fault.place) == (C.SECOND_WORKBOOK, "berkas[4].buku_kerja")
    assert fault.params == {"role": "irban", "kind": "TLHP"}


def test_a_circle_of_superiors_is_told_once() -> None:
    (fault,) = faults_of(changed("peran[7]", "mengawasi", 'atasan = "penyusun"\nmengawasi'))
    assert fault.place == "peran[1].atasan"
    assert fault.params["roles"] == (
        *("kasubbag-perencanaan", "sekretaris", "kepala", "penyusun"),
        "kasubbag-perencanaan",
    )


@pytest.mark.parametrize(
    "key",
    ["Irban", "irban_1", "-irban", "irban-", "ir--ban", "irban 1", "irban:1", "írban", "i" * 25],
)
def test_a_key_that_no_button_could_carry_is_refused(key: str) -> None:
    (fault,) = faults_of(SHIPPED.replace('"irban"', f'"{key}"'))
    assert (fault.code, fault.place) == (C.NOT_A_SLUG, "peran[5].kunci")


def test_the_longest_keys_still_fit_a_button() -> None:
    text = SHIPPED.replace('"irban"', f'"{"i" * 24}"').replace('"DATA"', f'"{"D" * 12}"')
    sop = parse_sop(changed("peran[5]", "jumlah = 4", "jumlah = 12", text))
    run, seat = 2**31 - 1, f"{'i' * 24}-12"
    assert seat in {seat.key for seat in sop.seats}
    assert len(button_data(Act.CONVEY, run, 99, seat, "f" * 8)) <= 64
    assert len(button_data(Act.DECLARE_NIHIL, run, seat, "D" * 12)) <= 64


def steps(*order: int) -> str:
    """The shipped SOP with these of its steps, in this order, numbered anew."""
    blocks = [SHIPPED[slice(*entry_of("langkah", n))] for n in range(1, 7)]
    start, end = entry_of("langkah", 1)[0], entry_of("langkah", 6)[1]
    chosen = (
        re.sub(r"^nomor = \d", f"nomor = {n}", blocks[old - 1], flags=re.MULTILINE)
        for n, old in enumerate(order, 1)
    )
    return SHIPPED[:start] + "".join(chosen) + SHIPPED[end:]


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ((2, 3, 4, 5, 6), [(C.NO_STEP, "langkah")]),
        ((1, 4, 5, 6), [(C.NO_STEP, "langkah")]),
        ((1, 2, 3, 5, 6), [(C.NO_STEP, "langkah")]),
        ((1, 2, 3, 4, 6), [(C.NO_STEP, "langkah")]),
        ((1, 2, 3, 4, 5), [(C.NO_STEP, "langkah")]),
        ((2, 1, 3, 4, 5, 6), [(C.ORDER_NOT_FIRST, "langkah[2].jenis")]),
        ((1, 1, 2, 3, 4, 5, 6), [(C.SEVERAL_STEPS, "langkah[2].jenis")]),
        ((1, 2, 3, 4, 5, 5, 6), [(C.SEVERAL_STEPS, "langkah[6].jenis")]),
        ((1, 2, 3, 4, 5, 6, 6), [(C.SEVERAL_STEPS, "langkah[7].jenis")]),
        ((1, 2, 3, 5, 4, 6), [(C.COMPILE_BEFORE_COLLECT, "langkah[4].jenis")]),
        ((1, 2, 3, 4, 6, 5), [(C.ANALYSE_NOT_LAST, "langkah[5].jenis")]),
        # the Irban are not asked at all, only after, or something else is conveyed last
        ((1, 2, 4, 5, 6), [(C.NOT_ASKED, "langkah[2].kepada")]),
        ((1, 4, 2, 3, 5, 6), [(C.NOT_ASKED, "langkah[2].jenis")]),
        ((1, 3, 2, 4, 5, 6), [(C.NOT_ASKED, "langkah[3].kepada")]),
        # evlap, umum and the irban
        ((1, 2, 3, 4, 4, 5, 6), [(C.COLLECTED_TWICE, "langkah[5].pelaku")] * 3),
    ],
)
def test_the_steps_lead_from_the_order_to_the_analysis(
    order: tuple[int, ...], told: list[tuple[FaultCode, str]]
) -> None:
    assert [(fault.code, fault.place) for fault in faults_of(steps(*order))] == told


def test_two_levels_may_collect_one_after_the_other() -> None:
    text = changed(
        "berkas[4]", 'dari = "irban"', 'dari = "kasubbag-evlap"', steps(1, 2, 3, 4, 4, 5, 6)
    )
    text = changed("langkah[4]", ', "kasubbag-umum"]', "]", text)
    text = changed("langkah[5]", '"kasubbag-evlap", ', "", text)
    assert [step.actors for step in parse_sop(text).steps[3:5]] == [
        ("kasubbag-evlap",),
        ("kasubbag-umum",),
    ]


def test_a_kind_is_collected_by_an_actor_of_a_collect_step() -> None:
    text = changed("berkas[4]", '"kasubbag-umum"', '"penyusun"')
    assert [(fault.code, fault.place) for fault in faults_of(text)] == [
        (C.COLLECTOR_WITHOUT_STEP, "berkas[4].penghimpun"),
        (C.COLLECTS_NOTHING, "langkah[4].pelaku"),
    ]


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


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ('[sop]\nnama = "Pengumpulan\nnomor = ""\n', 2, C.NOT_TOML),
        ("[sop]\nnama = Pengumpulan\n", 2, C.NOT_TOML),
        ('[sop]\nperiode = ["bulan"', 2, C.NOT_TOML),
        ('[sop]\nnama = "a"\nnama = "b"\n', 3, C.WRITTEN_TWICE),
        ('[sop]\nnama = "a"\n[sop]\n', 3, C.WRITTEN_TWICE),
        ("[sop]\nnomor = " + "9" * 5000, 2, C.NOT_TOML),
        ("[sop]\nnomor = " + "[" * 9000, 2, C.NOT_TOML),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(text: str, line: int, code: FaultCode) -> None:
    assert faults_of(text) == (SopFault(line, "", code),)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", ["sop", "peran", "berkas", "langkah", "tangga"]),
        ("sop = 1\nperan = 2\nberkas = 3\nlangkah = 4\ntangga = 5", list("12345")),
        ("peran = [1]\nberkas = []\nlangkah = {}\ntangga = [[]]\nsop = []", list("12345")),
    ],
)
def test_every_table_is_asked_for_and_none_is_believed(text: str, places: list[str]) -> None:
    faults = faults_of(text)
    assert [str(fault.line or fault.place) for fault in faults] == places


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
