"""What `himpun sop check` says: every fault has its sentence, every SOP its outline."""

import re
from importlib import resources

import pytest

from bot.rules.sop import Limit, Sop
from bot.rules.sop_faults import FaultCode, SopFault, SopFaults, ValueType
from bot.rules.sop_file import parse_sop
from bot.rules.worktime import WorkUnit
from bot.texts.sops import fault_sentence, fault_sentences, total_time

C = FaultCode
ROLES = ("penyusun", "kasubbag-evlap")


def shipped(name: str) -> Sop:
    text = (resources.files("bot") / "sops" / f"{name}.toml").read_text(encoding="utf-8")
    return parse_sop(text)


# every code with the params that it carries, and words that its sentence must have
FAULTS = [
    (C.NOT_TOML, {}, "format TOML"),
    (C.WRITTEN_TWICE, {}, "sudah ditulis"),
    (
        C.UNKNOWN_KEY,
        {"key": "nam", "known": ("nama",), "near": "nama"},
        "mungkin maksudnya “nama”.",
    ),
    (C.UNKNOWN_KEY, {"key": "x", "known": ("nama", "dari"), "near": ""}, "yang ada: nama, dari"),
    (C.MISSING, {}, "wajib diisi"),
    (C.WRONG_TYPE, {"wanted": ValueType.DATE}, "tanggal seperti 2026-12-24"),
    (C.EMPTY, {}, "tidak boleh kosong"),
    (C.OUT_OF_RANGE, {"value": 120001, "low": 1, "high": 120000}, "120.001 di luar batas 1 s.d."),
    (C.OUT_OF_RANGE, {"value": 10**60, "low": 1, "high": 12}, f"{10**60} di luar batas"),
    (C.NOT_A_SHARE, {"value": 1.5}, "nilai 1.5 harus lebih dari 0"),
    (C.NOT_A_SLUG, {"value": "Irban"}, "“Irban” hanya boleh memuat huruf kecil"),
    (C.NOT_A_CODE, {"value": "L:P"}, "“L:P” hanya boleh"),
    (C.NOT_A_CLASSIFICATION, {"value": "A/1"}, "“A/1” hanya boleh memuat angka dan titik"),
    (C.UNKNOWN_WORD, {"word": "x", "known": ("menit", "jam"), "near": ""}, "yang ada: menit, jam"),
    (C.UNKNOWN_ROLE, {"role": "kasubag", "known": ROLES, "near": ""}, "yang ada: penyusun, kasub"),
    (C.LISTED_TWICE, {"word": "irban"}, "“irban” tercantum"),
    (C.ROLE_TWICE, {"seat": "irban-2"}, "“irban-2” sudah dipakai"),
    (C.KIND_TWICE, {"kind": "LHP"}, "“LHP” sudah dipakai"),
    (C.NUMBER_TWICE, {"number": 2}, "nomor 2 sudah dipakai"),
    (C.NUMBER_OUT_OF_ORDER, {"number": 7, "expected": 3}, "nomor 7 tidak berurutan; seharusnya 3"),
    (C.SHORT_TOO_LONG, {"value": "I" * 41, "most": 40}, f"“{'I' * 41}” lebih dari 40 karakter"),
    (C.TOO_MANY_SEATS, {"seats": 1001, "most": 100}, "berjumlah 1.001, padahal paling banyak 100"),
    (C.CIRCLE, {"roles": ("a", "b", "a")}, "a → b → a"),
    (C.NO_STEP, {"kind": "rekap"}, "belum ada langkah berjenis “rekap”"),
    (C.SEVERAL_STEPS, {"kind": "rekap"}, "“rekap” hanya boleh satu"),
    (C.ORDER_NOT_FIRST, {}, "langkah pertama"),
    (C.COMPILE_BEFORE_COLLECT, {}, "sesudah semua langkah berjenis “himpun”"),
    (C.ANALYSE_NOT_LAST, {}, "langkah terakhir"),
    (
        C.NOT_ASKED,
        {"roles": ("irban", "kabid"), "step": 4},
        "langkah 4 belum sampai kepada irban, k",
    ),
    (C.COLLECTOR_WITHOUT_STEP, {"role": "umum", "known": ROLES}, "pelakunya: penyusun"),
    (C.COLLECTS_NOTHING, {"role": "penyusun"}, "“penyusun” belum menjadi penghimpun"),
    (C.COLLECTED_TWICE, {"role": "irban", "step": 4}, "langkah 4"),
    (C.SECOND_WORKBOOK, {"role": "irban", "kind": "DATA"}, "buku kerja “DATA”"),
    (C.NOT_ASCENDING, {"value": 29, "before": 30}, "nilai 29 harus lebih besar"),
    (C.HOW_MANY, {"value": 7, "most": 6}, "jumlah isian 7; harus 1 s.d. 6"),
    (C.WHEN_UNCLEAR, {"known": ("bagian", "sebelum")}, "tepat satu dari bagian, sebelum"),
    (C.NOT_BEFORE, {}, "setelah = 0"),
    (C.REPEATED_BEFORE, {}, "tidak dapat diulang"),
    (C.STEP_UNKNOWN, {"number": 7, "known": (1, 2)}, "langkah 7 tidak ada; yang ada: 1, 2"),
    (C.TOO_EARLY, {"value": 60, "step": 3, "minutes": 10}, "60 menit sebelum batas tidak kurang"),
    (C.LEVEL_OF_NOBODY, {}, "hanya berlaku bagi pengingat kepada atasan"),
    (C.NOTHING_COLLECTED, {}, "tidak menghimpun berkas"),
    (C.NO_SUPERIOR, {}, "belum ada peran yang memiliki atasan"),
    (C.LINE_TOO_LONG, {"value": "x" * 91, "most": 90}, "lebih dari 90 karakter"),
    (C.NOT_BESIDE, {"value": "logo.png"}, "“logo.png” tidak ada di sebelah berkas ini"),
    (C.NOT_A_LOGO, {"value": "logo.png"}, "Mohon memakai PNG atau JPEG"),
    (C.NO_OVERSEER, {}, "belum ada peran dengan mengawasi = true"),
    (C.APPROVED_TWICE, {"role": "kepala"}, "“kepala” sudah dimintai persetujuan"),
    (C.APPROVED_BY_MANY, {"role": "irban", "seats": 4}, "“irban” memiliki 4 kursi"),
    (C.NOBODY_APPROVES, {}, "belum ada [[persetujuan]]"),
    (C.NOT_PRIVATE, {}, "hanya lewat “pribadi”"),
]


@pytest.mark.parametrize(("code", "params", "words"), FAULTS)
def test_a_fault_is_told_with_what_it_carries(
    code: FaultCode, params: dict[str, object], words: str
) -> None:
    sentence = fault_sentence(SopFault(41, "langkah[3].pelaku", code, params))
    assert sentence.startswith("baris 41, langkah 3, pelaku: ")
    assert words in sentence
    assert sentence.endswith(".")


def test_no_code_is_without_its_sentence() -> None:
    assert {code for code, _, _ in FAULTS} == set(FaultCode)


@pytest.mark.parametrize("wanted", ValueType)
def test_every_type_is_named_in_words(wanted: ValueType) -> None:
    fault = SopFault(None, "sop.nama", C.WRONG_TYPE, {"wanted": wanted})
    found = re.fullmatch(r"sop, nama: isian harus berupa (.+)\.", fault_sentence(fault))
    assert found is not None
    assert found[1] != wanted.value


def test_the_tone_is_courteous() -> None:
    said = " ".join(fault_sentence(SopFault(1, "sop", code, p)) for code, p, _ in FAULTS)
    assert not re.search(r"!|\b(anda|kamu|salah ketik)\b", said, re.IGNORECASE)


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (SopFault(7, "", C.NOT_TOML), "baris 7: penulisan tidak sesuai format TOML."),
        (SopFault(None, "langkah", C.MISSING), "langkah: wajib diisi."),
        (SopFault(3, "sop.periode", C.EMPTY), "baris 3, sop, periode: isian tidak boleh kosong."),
    ],
)
def test_a_place_is_told_as_far_as_it_is_known(fault: SopFault, sentence: str) -> None:
    assert fault_sentence(fault).startswith(sentence)


def test_an_unknown_role_of_a_real_file_reads_well() -> None:
    text = shipped("dpmd_banten").source.replace('["sekretaris"]', '["sekertaris"]', 1)
    with pytest.raises(SopFaults) as refused:
        parse_sop(text)
    line = text[: text.index('["sekertaris"]')].count("\n") + 1
    assert fault_sentences(refused.value) == (
        "SOP belum dapat dipakai. Mohon diperbaiki:\n"
        f"• baris {line}, langkah 1, kepada: peran “sekertaris” tidak dikenal; mungkin maksudnya "
        "“sekretaris”; yang ada: kadis, sekretaris, kasubag-renkeu, kabid."
    )


@pytest.mark.parametrize(
    ("limits", "total"),
    [
        ([(5, WorkUnit.MINUTE), (480, WorkUnit.MINUTE)], "485 menit kerja"),
        ([(30, WorkUnit.MINUTE), (2, WorkUnit.DAY)], "2 hari kerja dan 30 menit kerja"),
        (
            [(1, WorkUnit.HOUR), (1, WorkUnit.WEEK), (10, WorkUnit.SECOND)],
            "1 minggu kerja, 1 jam kerja dan 10 detik kerja",
        ),
    ],
)
def test_times_are_added_within_their_units(limits: list[tuple[int, WorkUnit]], total: str) -> None:
    assert total_time([Limit(amount, unit) for amount, unit in limits]) == total
