import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.pages import TAG, cut, length, pages, plain

WORDS = st.lists(st.sampled_from(["a", "b", " ", "\n", "𝄞", "&lt;", "&amp;"]), max_size=40).map(
    "".join
)
TAGGED = st.recursive(
    WORDS,
    lambda inner: st.tuples(
        st.sampled_from(["b", "i", "blockquote"]), st.lists(inner, max_size=4)
    ).map(lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"),
    max_leaves=12,
)


def balanced(text: str) -> bool:
    stack: list[str] = []
    for closing, name, _ in TAG.findall(text):
        if not closing:
            stack.append(name)
        elif not stack or stack.pop() != name:
            return False
    return not stack


@given(TAGGED, st.integers(2, 30))
def test_every_page_fits_is_whole_html_and_no_word_is_lost(text: str, limit: int) -> None:
    split = pages(text, limit)
    assert all(length(page) <= limit and balanced(page) for page in split)
    assert re.sub(r"\s", "", "".join(map(plain, split))) == re.sub(r"\s", "", plain(text))


def test_a_text_is_split_at_line_ends() -> None:
    lines = [f"Irban {n}: LHP, LHE" for n in range(400)]
    split = pages("\n".join(lines), 4096)
    assert len(split) == 2
    assert [line for page in split for line in page.split("\n")] == lines


def test_a_bold_passage_goes_on_bold_on_the_next_page() -> None:
    assert pages("<b>satu\ndua</b>", 5) == ("<b>satu</b>", "<b>dua</b>")


def test_a_link_keeps_its_address_on_both_pages() -> None:
    split = pages('<a href="tg://user?id=1">satu\ndua</a>', 5)
    assert split[1] == '<a href="tg://user?id=1">dua</a>'


def test_entities_are_never_cut() -> None:
    assert pages("&lt;&amp;&gt;", 2) == ("&lt;&amp;", "&gt;")


@pytest.mark.parametrize(
    ("text", "units"),
    [("Irban", 5), ("<b>Irban</b>", 5), ("&lt;", 1), ("𝄞", 2), ("", 0)],
)
def test_length_counts_utf16_units_after_parsing(text: str, units: int) -> None:
    assert length(text) == units


def test_a_short_text_is_not_cut() -> None:
    assert cut("<b>lengkap</b>", 7) == "<b>lengkap</b>"


def test_a_cut_text_ends_with_an_ellipsis_and_fits() -> None:
    short = cut("<b>" + "panjang " * 300 + "</b>", 1024)
    assert short.endswith("…")
    assert length(short) <= 1024
    assert balanced(short)
