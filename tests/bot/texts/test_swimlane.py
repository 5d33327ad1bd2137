from datetime import UTC, datetime

import pytest

from bot.rules import moves
from bot.rules.people import Person
from bot.rules.swimlane import Box, BoxState
from bot.texts import swimlane as words

ZONE = "Asia/Makassar"
AT = datetime(2026, 11, 24, 0, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("box", "word", "detail"),
    [
        (Box(0, BoxState.DONE, 1, 1, AT), "selesai", ["24 Nov", "08.20"]),
        (Box(0, BoxState.DONE, 4, 4, AT), "selesai", ["24 Nov", "08.20"]),
        (Box(0, BoxState.OPEN, 1, 0, AT), "batas", ["24 Nov", "08.20"]),
        (Box(0, BoxState.OPEN, 4, 2, AT, hands_in=True), "2 dari 4", ["24 Nov", "08.20"]),
        (Box(0, BoxState.LATE, 1, 0, AT, 1250), "lewat", ["1.250 menit"]),
        (Box(0, BoxState.LATE, 4, 1, AT, 15), "1 dari 4", ["lewat", "15 menit"]),
        (Box(0, BoxState.WAITING, 1), "belum", []),
        (Box(0, BoxState.CANCELLED, 1), "batal", []),
        (Box(0, BoxState.PLANNED, 1), "5 menit", []),
        (Box(0, BoxState.PLANNED, 4, hands_in=True), "serah", ["4 kursi"]),
    ],
)
def test_a_box_says_in_a_word_how_it_stands(jeneponto, box: Box, word: str, detail) -> None:
    step = jeneponto.steps[0]
    assert (words.box_word(step, box), words.box_detail(box, ZONE)) == (word, detail)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Menghimpun data", "Menghimpun data"),
        ("Menghimpun data dan informasi", "Menghimpun data…"),
        ("Menghimpundatayangtidakberspasi", "…"),
    ],
)
def test_an_activity_ends_with_a_whole_word(text: str, shown: str) -> None:
    assert words.some_words(text, 20) == shown


def test_who_acts_is_named_by_what_he_is_and_an_empty_seat_says_so() -> None:
    assert words.who(Person(1, "Sari & Budi", acting="Plh.")) == "Plh. Sari & Budi"
    assert words.who(None) == "kursi kosong"


@pytest.mark.parametrize("ended", ["selesai", "dibatalkan", ""])
def test_the_head_says_where_the_run_stands(course, ended: str) -> None:
    if ended == "selesai":
        course.to_step(6).finish()
    elif ended:
        course.do(moves.cancel(course.run, 7, "kasubbag-perencanaan", "x", course.now))
    said = words.run_line(course.run, ZONE)
    expected = f"{ended} Senin, 23 November 2026 pukul 07.30 WITA" if ended else "langkah 1 dari 6"
    assert said == f"Triwulan III 2026, {expected}"
