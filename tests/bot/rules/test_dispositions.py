"""An arahan as it is typed, its letter as it is told, and what may become of it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.rules import disposing
from bot.rules.arahan import LONGEST, Arahan, read_arahan
from bot.rules.dispositions import Disposition, DispositionState, Nature
from bot.rules.errors.dispositions import ArahanOver, ArahanTooLong, ArahanTooShort
from bot.rules.letter_caption import LetterTold, letter_told
from bot.rules.letters import LetterHead
from tests.bot.conftest import KASUBBAG, Course

NEW = Disposition(
    1, 1, 2026, 3, DispositionState.WAITING, datetime(2026, 11, 23, tzinfo=UTC), 7, "sekretaris"
)
READ = LetterHead("700/1/2026", date(2026, 11, 2))
DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("words", "nature", "instruction"),
    [
        ("Himpun data", Nature.ORDINARY, "Himpun data"),
        ("segera Himpun data", Nature.URGENT, "Himpun data"),
        ("SANGAT  SEGERA: himpun\ndata", Nature.VERY_URGENT, "himpun\ndata"),
        ("rahasia, telaah surat", Nature.CONFIDENTIAL, "telaah surat"),
        ("sifat: biasa – himpun data", Nature.ORDINARY, "himpun data"),
        ("segerakan data", Nature.ORDINARY, "segerakan data"),
        ("x" * LONGEST, Nature.ORDINARY, "x" * LONGEST),
    ],
)
def test_the_sifat_may_stand_before_an_arahan(words: str, nature: Nature, instruction: str) -> None:
    assert read_arahan(words) == Arahan(instruction, nature)


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ("", ArahanTooShort),
        (" \n ", ArahanTooShort),
        ("segera", ArahanTooShort),
        ("segera ok", ArahanTooShort),
        ("x" * (LONGEST + 1), ArahanTooLong),
    ],
)
def test_words_without_an_arahan_or_with_too_much_are_refused(
    words: str, refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        read_arahan(words)


@pytest.mark.parametrize(
    ("caption", "told"),
    [
        ("", LetterTold("", READ.number, READ.dated, "")),
        ("Undangan rapat", LetterTold("", READ.number, READ.dated, "Undangan rapat")),
        ("050/7/2026, 20 November 2026", LetterTold("", "050/7/2026", DAY, "")),
        (
            "dari: Bappeda; nomor: 050/7/2026; tanggal: 20-11-2026; hal: Data, segera",
            LetterTold("Bappeda", "050/7/2026", DAY, "Data, segera"),
        ),
        (
            "Dari Bappeda\nNo. 050/7/2026 tanggal 20-11-2026\nPerihal Data",
            LetterTold("Bappeda", "050/7/2026", DAY, "Data"),
        ),
        ("hal: Data", LetterTold("", READ.number, READ.dated, "Data")),
        ("dari: Bappeda; nomor: tanpa nomor", LetterTold("Bappeda", "", READ.dated, "")),
    ],
)
def test_what_is_written_of_a_letter_stands_before_what_its_page_tells(
    caption: str, told: LetterTold
) -> None:
    assert letter_told(caption, READ) == told


def test_an_arahan_is_decided_once(course: Course) -> None:
    ready = disposing.prepared(NEW, course.run)
    assert (ready.state, ready.run_id) == (DispositionState.PREPARED, course.run.id)
    for decided in (ready, disposing.joined(NEW, course.run), disposing.withdrawn(NEW)):
        with pytest.raises(ArahanOver):
            disposing.prepared(decided, course.run)
        with pytest.raises(ArahanOver):
            disposing.joined(decided, course.run)


@pytest.mark.parametrize(
    ("state", "may"),
    [
        (DispositionState.WAITING, True),
        (DispositionState.PREPARED, True),
        (DispositionState.ORDERED, False),
        (DispositionState.JOINED, False),
        (DispositionState.WITHDRAWN, False),
    ],
)
def test_an_arahan_is_withdrawn_until_something_was_ordered_on_it(
    state: DispositionState, may: bool
) -> None:
    arahan = replace(NEW, state=state, run_id=5)
    assert arahan.may_be_withdrawn == may
    if not may:
        with pytest.raises(ArahanOver):
            disposing.withdrawn(arahan)
        return
    over = disposing.withdrawn(arahan)
    assert (over.state, over.run_id, over.number) == (DispositionState.WITHDRAWN, None, 3)


def test_an_arahan_goes_to_who_orders_on_behalf_of_the_highest(course: Course) -> None:
    sop = course.run.sop
    assert [seat.key for seat in disposing.orderers(sop)] == [KASUBBAG]
    assert disposing.on_behalf(sop, sop.seat("sekretaris")) == "kepala"
    assert disposing.on_behalf(sop, sop.seat("kepala")) == ""


def test_of_a_run_s_dispositions_one_is_its_sheet_whatever_their_numbers(course: Course) -> None:
    first = disposing.joined(NEW, course.run)
    second = disposing.ordered(disposing.prepared(replace(NEW, number=4), course.run))
    assert disposing.sheet_of((first, second)) == second
    assert disposing.added_to((first, second)) == (first,)
    assert disposing.sheet_of((first,)) is None
