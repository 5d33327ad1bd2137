from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.papers.heights import NARROWER, lines_in


@given(st.text("ab -\t\xa0é", max_size=60), st.integers(1, 30))
def test_a_text_takes_as_many_lines_as_textwrap_makes_of_it(text: str, letters: int) -> None:
    width = (letters + 0.5) / NARROWER
    assert lines_in(text, width) == (1 if len(text) <= letters else len(wrap(text, letters)))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("satu dua", 1),
        ("satu dua tiga", 2),
        ("pendampingandesa", 2),
        ("ya pendampingandesa", 2),  # a word too long begins where the line is
        ("satu\ndua\n\ntiga", 4),
        ("rata-rata desa", 2),
    ],
)
def test_lines_of_ten_letters(text: str, lines: int) -> None:
    assert lines_in(text, 10 / NARROWER + 0.01) == lines
