import subprocess
import sys

import pytest

from bot.papers import typeset
from bot.papers.printable import MAY_BREAK, all_printable, printable
from bot.papers.recap_picture import picture_data
from bot.rules.recap import Recap


def test_a_missing_face_is_no_page_in_another_one(
    recap: Recap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typeset, "FACES", ())
    with pytest.raises(typeset.TypesetFault, match="unknown font family"):
        typeset.typeset_png("gambar.typ", picture_data(recap))


def test_a_template_that_does_not_compile_is_a_fault() -> None:
    with pytest.raises(typeset.TypesetFault):
        typeset.typeset_png("gambar.typ", {})


def test_the_compiler_is_loaded_by_the_first_page() -> None:
    code = (
        "import sys, bot.usecases.post_recap as used; assert 'typst' not in sys.modules;"
        "from bot.papers.typeset import typeset_png, TypesetFault\n"
        "try: typeset_png('gambar.typ', {})\n"
        "except TypesetFault: assert 'typst' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Desa\r\nMaju\rdan\tMandiri", "Desa\nMaju\ndan Mandiri"),
        ("a\x00b\x07c\x9fd", "abcd"),
        ("Rp1\u202e000\u2069", "Rp1000"),
        ("\ud800sendiri", "sendiri"),
        ("pertanggungjawabannya", "pertanggungjawabannya"),
        ("x" * 50, f"{'x' * 24}{MAY_BREAK}{'x' * 24}{MAY_BREAK}xx"),
        ("x" * 24, "x" * 24),
    ],
)
def test_what_moves_or_hides_text_is_taken_out(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_every_text_of_a_value_is_made_printable() -> None:
    given = {"a": ["b\x00", {"c": "d\x01"}], "n": 1, "none": None, "t": ("e\x02",)}
    assert all_printable(given) == {"a": ["b", {"c": "d"}], "n": 1, "none": None, "t": ["e"]}
