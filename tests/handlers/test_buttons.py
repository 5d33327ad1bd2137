import pytest

from handlers.buttons import shortened


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Berkas diterima.", "Berkas diterima."),
        ("x" * 200, "x" * 200),
        ("kata  " * 33 + "ya", "kata  " * 33 + "ya"),  # fits: the spacing stays
        ("kata\n" * 50, "kata\n" * 39 + "kata…"),
        ("x" * 199 + " ya", "x" * 199 + "…"),
        ("x" * 198 + "  ya", "x" * 198 + "…"),
        ("ya " + "x" * 300, "ya…"),
        ("x" * 300, "x" * 199 + "…"),  # one word alone is cut where it must be
        ("", ""),
    ],
)
def test_an_answer_too_long_ends_with_a_whole_word(text: str, answer: str) -> None:
    assert shortened(text) == answer
    assert len(answer) <= 200
