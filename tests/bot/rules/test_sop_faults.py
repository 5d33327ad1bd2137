"""Every fault of a SOP file is told at its place, each by a damaged copy of the shipped one."""

import pytest

from bot.rules.sop_faults import FaultCode, SopFault
from bot.rules.sop_file import parse_sop
from tests.bot.rules.damaged import SHIPPED, C, changed, faults_of, line_of

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
