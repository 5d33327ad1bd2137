import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rehearsal.telegram.html import parse_html, utf16
from bot.texts.fitting import because, brief, measure, short, some_lines, some_names

WORDS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=200)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("lapor.pdf", "lapor.pdf"),
        ("a" * 10, "a" * 10),
        ("a" * 11, "a" * 9 + "…"),
        ("satu dua tiga", "satu dua…"),
        ("🙂" * 6, "🙂" * 4 + "…"),  # two units each
        ("baris\nbaru", "baris baru"),
    ],
)
def test_a_long_text_is_cut_with_an_ellipsis(text: str, kept: str) -> None:
    assert brief(text, 10) == kept


@given(WORDS, st.integers(1, 80))
def test_what_is_cut_fits_and_is_safe(text: str, most: int) -> None:
    words, entities = parse_html(short(text, most))
    assert utf16(words) <= most
    assert entities == []


@pytest.mark.parametrize("reason", ["Format keliru", "Format keliru.", "Format keliru. . "])
def test_a_reason_ends_with_one_full_stop(reason: str) -> None:
    assert because(reason) == "Alasan: Format keliru."


@pytest.mark.parametrize(
    ("room", "named"),
    [(100, "A, B, C dan D"), (9, "A, B, C dan 1 lainnya"), (1, "A dan 3 lainnya")],
)
def test_names_that_take_too_much_room_are_counted(room: int, named: str) -> None:
    assert some_names(["A", "B", "C", "D"], room) == named


@given(st.lists(WORDS.filter(bool), max_size=40), st.integers(0, 3000))
def test_no_line_is_lost_uncounted(lines: list[str], room: int) -> None:
    shown = some_lines(lines, room)
    if shown == lines:
        return
    assert shown[:-1] == lines[: len(shown) - 1]
    assert shown[-1] == f"• dan {len(lines) - len(shown) + 1} lainnya"
    assert len(shown) == 2 or measure("\n".join(shown[:-1])) <= room
