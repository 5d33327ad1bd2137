import pytest

from bot.rules.form_faults import FaultCode, FormFault, Weight
from bot.texts import form_faults as words

ABOUT = {"nomor": "5", "isi": "83", "semula": "1500000.50", "paling": "82", "periode": "2026-TW2"}


@pytest.mark.parametrize(
    ("code", "params", "said"),
    [
        (
            FaultCode.NOT_A_NUMBER,
            {"kolom": "Realisasi", "isi": "{banyak}"},
            "Data Kinerja I7: Realisasi berisi “{banyak}”, mohon diisi angka",
        ),
        (
            FaultCode.ABOVE_BASE,
            ABOUT,
            "Data Kinerja I7: indikator 5: realisasi 83 melebihi 82, mohon diperiksa kembali",
        ),
        (
            FaultCode.SPENT_SHRANK,
            ABOUT,
            "Data Kinerja I7: indikator 5: realisasi Rp83, lebih rendah daripada "
            "Triwulan II 2026 (Rp1.500.000,5)",
        ),
        (
            FaultCode.CHANGED,
            {"nomor": "5", "isian": "target_period", "isi": "1", "semula": "42.68"},
            "Data Kinerja I7: indikator 5: Target periode berubah menjadi “1”, "
            "mohon dikembalikan menjadi “42,68”",
        ),
        (
            FaultCode.TLHP_VALUE,
            {**ABOUT, "lhp": "700/1", "jumlah": "G6, G7"},
            "Data Kinerja I7: LHP 700/1: nilai rekomendasi Rp83 (jumlah G6, G7), sedangkan "
            "Triwulan II 2026 Rp1.500.000,5",
        ),
        (
            FaultCode.LHP_GONE,
            {**ABOUT, "lhp": "700/1", "sisa": "30"},
            "Data Kinerja I7: LHP 700/1 pada Triwulan II 2026 belum selesai (sisa Rp30), tetapi "
            "tidak tercantum lagi",
        ),
    ],
)
def test_a_fault_names_its_cell_what_is_wrong_and_what_to_do(
    code: FaultCode, params: dict[str, str], said: str
) -> None:
    assert words.fault(FormFault("Data Kinerja", "I7", code, tuple(params.items()))) == said


@pytest.mark.parametrize("code", FaultCode)
def test_every_fault_has_a_sentence_and_an_error_says_what_to_do(code: FaultCode) -> None:
    found = FormFault("", "", code, tuple(ABOUT.items()))
    said = words.fault(found)
    assert said
    assert "{" not in said
    of_a_file = {FaultCode.UNKNOWN_KEY, FaultCode.NOT_TOML}
    assert ("mohon" in said) == (found.weight is Weight.ERROR and code not in of_a_file)
