import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.rules.errors.hardcopies import MistypedCode
from bot.rules.print_codes import (
    LENGTH,
    LETTERS,
    code_and_rest,
    code_searched,
    made_code,
    read_code,
)

ANY = st.text(max_size=20)
PLACE = st.integers(0, LENGTH - 1)
LETTER = st.sampled_from(LETTERS + "U")


def letters_of(code: str) -> list[str]:
    return list(code.replace("-", ""))


@given(ANY, st.integers(0, 3))
def test_a_code_is_read_as_it_was_made(about: str, attempt: int) -> None:
    code = made_code(about, attempt)
    assert read_code(code) == code == made_code(about, attempt)
    assert len(code) == 9 and code[4] == "-"


@given(ANY)
def test_a_code_is_read_however_it_is_typed(about: str) -> None:
    code = made_code(about)
    spoken = code.replace("0", "o").replace("1", "l")
    for typed in (code.lower(), code.replace("-", ""), f" {code[:2]} {code[2:]} ", spoken):
        assert read_code(typed) == code
    assert read_code(code.replace("-", "–").replace("1", "I")) == code


@given(ANY, PLACE, LETTER)
def test_one_wrong_letter_is_told(about: str, place: int, letter: str) -> None:
    letters = letters_of(made_code(about))
    assume(letters[place] != letter)
    letters[place] = letter
    with pytest.raises(MistypedCode):
        read_code("".join(letters))


@given(ANY, PLACE, PLACE)
def test_two_letters_that_changed_places_are_told(about: str, one: int, other: int) -> None:
    letters = letters_of(made_code(about))
    assume(letters[one] != letters[other])
    letters[one], letters[other] = letters[other], letters[one]
    with pytest.raises(MistypedCode):
        read_code("".join(letters))


@pytest.mark.parametrize("written", ["", "-", "A", "ABCD-EFG", "ABCD-EFGHJ", "lemari 2", "😀" * 8])
def test_what_is_no_code_is_told(written: str) -> None:
    with pytest.raises(MistypedCode):
        read_code(written)


def test_each_attempt_makes_another_code() -> None:
    assert len({made_code("rekap", attempt) for attempt in range(100)}) == 100


CODE = made_code("rekap")


@pytest.mark.parametrize(
    ("written", "rest"),
    [
        (CODE, ""),
        (f"{CODE} lemari 2, map 5", "lemari 2, map 5"),
        (f"{CODE}, lemari 2", "lemari 2"),
        (f" {CODE[:4].lower()} {CODE[5:]}\nlemari 2", "lemari 2"),
        (f"{CODE.replace('-', '')}  rak", "rak"),
    ],
)
def test_a_code_stands_before_the_place(written: str, rest: str) -> None:
    assert code_and_rest(written) == (CODE, rest)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (CODE, CODE),
        (f"kode {CODE.lower()}", CODE),
        (f"{CODE} LHP", None),
        ("TW3 2026 LHP Irban II", None),
        ("ABCD-EFGH", None),
        ("", None),
    ],
)
def test_a_code_alone_is_looked_for(words: str, code: str | None) -> None:
    assert code_searched(words) == code
