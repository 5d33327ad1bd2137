import pytest

from bot.commands import WRONGLY_USED
from bot.commands.parser import build_parser


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([], "Belum diisi: PERINTAH."),
        (["hapus", "1", "--jenis", "pindaian"], "Belum diisi: --alasan, --paket."),
        (["gladi", "--port"], "Belum diisi: --port."),
        (["gladi", "--port", "satu"], "Isian --port tidak dikenal: satu."),
        (["sop", "print", "sop.toml", "--kertas", "A5"], "Isian --kertas tidak dikenal: A5."),
        (["verify", "--semua"], "Tidak dikenal: --semua."),
        (["terbang"], "Isian PERINTAH tidak dikenal: terbang."),
    ],
)
def test_a_wrong_use_names_what_is_missing_or_unknown(
    given: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        build_parser().parse_args(given)
    assert ended.value.code == WRONGLY_USED
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith(f"{told} Bantuan: himpun")
