"""The same letter twice: by its bytes, or by its number."""

from dataclasses import replace
from datetime import date

import pytest

from bot.rules import confirming
from bot.rules.confirming import LetterAnswered, confirm_letter, to_confirm
from bot.rules.errors.files import LetterSettled
from bot.rules.errors.runs import RunNotOpen
from bot.rules.filing import CameAgain, came_again
from bot.rules.letters import LetterHead, LetterState
from bot.rules.moves import cancel
from bot.rules.run import Document
from bot.rules.twins import counted_once, twins
from tests.bot.rules.asking import KASUBBAG

NUMBER = "700/12/LHP/IX/2026"


def numbered(
    course, seat: str, number: str = NUMBER, kind: str = "LHP", name: str = ""
) -> Document:
    """Filed, with this number read from it."""
    kept = course.file(seat, kind, name or f"{kind} {seat} {len(course.run.documents)}.pdf")
    read = replace(kept, number=number, letter=LetterState.READ)
    course.run = course.run.with_document(read)
    return read


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        ({"seat": "irban-2"}, True),
        ({"seat": "irban-1"}, True),
        ({"seat": "irban-2", "number": "700/12/lhp/ix/2026"}, True),  # however it is written
        ({"seat": "irban-2", "number": "700/13/LHP/IX/2026"}, False),
        ({"seat": "irban-2", "kind": "TLHP"}, False),  # a follow-up bears the LHP's number
        ({"seat": "irban-2", "number": ""}, False),
    ],
)
def test_one_number_of_one_kind_is_one_letter(asked, other: dict[str, str], alike: bool) -> None:
    one, two = numbered(asked, "irban-1"), numbered(asked, **other)
    assert twins(asked.run, two) == ((one,) if alike else ())
    assert len(counted_once((one, two))) == (1 if alike else 2)


def test_the_same_bytes_are_one_letter_whatever_its_kind(asked) -> None:
    one = asked.file("irban-1", "LHP", content="isi")
    assert twins(asked.run, asked.file("irban-2", "LHE", content="isi")) == (one,)


def test_what_does_not_count_has_no_twin(asked) -> None:
    one, two = numbered(asked, "irban-1"), numbered(asked, "irban-2")
    asked.give_back(one)
    assert twins(asked.run, two) == ()
    assert twins(asked.run, asked.run.document(one.id)) == ()
    assert twins(asked.run, asked.nihil("irban-3", "LHP")) == ()


def test_letters_without_a_number_are_each_their_own(asked) -> None:
    letters = [asked.file("irban-1", "LHP", f"{n}.pdf") for n in range(3)]
    assert counted_once(letters) == tuple(letters)


@pytest.mark.parametrize(
    ("right", "state", "alike"),
    [(True, LetterState.CONFIRMED, True), (False, LetterState.DENIED, False)],
)
def test_a_number_that_is_denied_makes_no_twin(
    asked, right: bool, state: LetterState, alike: bool
) -> None:
    one, two = numbered(asked, "irban-1"), numbered(asked, "irban-2")
    outcome = asked.do(confirm_letter(asked.run, two, 7, asked.now, right=right))
    (fact,) = outcome.facts
    assert (fact.verb, fact.detail["nomor"], fact.detail["surat"]) == (
        f"nomor {state}",
        NUMBER,
        state,
    )
    assert isinstance(outcome.notices[0], LetterAnswered)
    answered = asked.run.document(two.id)
    assert (answered.letter, answered.number) == (state, NUMBER)
    assert (twins(asked.run, answered) == (one,)) == alike


def test_a_number_that_its_sender_writes_makes_twins_and_the_fact_keeps_both(asked) -> None:
    one, two = numbered(asked, "irban-1"), numbered(asked, "irban-2", "094/7/ST/2026")
    asked.do(confirm_letter(asked.run, two, 7, asked.now, right=False))
    head = LetterHead(NUMBER, date(2026, 11, 3))
    denied = asked.run.document(two.id)
    (fact,) = asked.do(confirming.give_letter(asked.run, denied, head, 7, asked.now)).facts
    assert (fact.verb, fact.detail["nomor"], fact.detail["tanggal"]) == (
        "nomor ditulis",
        NUMBER,
        "2026-11-03",
    )
    assert fact.detail["semula"] == {"nomor": "094/7/ST/2026", "tanggal": "", "surat": "dibantah"}
    written = asked.run.document(two.id)
    assert twins(asked.run, written) == (one,)
    assert to_confirm(asked.run, "irban-2", two.sender) == ()  # asked where it was written
    asked.do(confirm_letter(asked.run, written, 7, asked.now, right=True))
    assert asked.run.document(two.id).letter == LetterState.CONFIRMED


def test_a_letter_without_a_number_says_so_once(asked) -> None:
    scan, data = asked.file("irban-1", "LHE"), asked.file("irban-1", "DATA")
    assert confirming.without_number(asked.run, "irban-1", scan.sender) == (scan,)
    asked.do(confirming.give_letter(asked.run, scan, LetterHead(), 7, asked.now))
    settled = asked.run.document(scan.id)
    assert (settled.letter, settled.number) == (LetterState.NONE, "")
    assert confirming.without_number(asked.run, "irban-1", scan.sender) == ()
    for letter in (settled, data, numbered(asked, "irban-1")):
        with pytest.raises(LetterSettled):
            confirming.give_letter(asked.run, letter, LetterHead(NUMBER), 7, asked.now)


def test_a_letter_is_answered_once_and_in_an_open_run(asked) -> None:
    letter, unread = numbered(asked, "irban-1"), asked.file("irban-1", "LHE")
    asked.do(confirm_letter(asked.run, letter, 7, asked.now, right=True))
    for settled in (asked.run.document(letter.id), unread):
        with pytest.raises(LetterSettled):
            confirm_letter(asked.run, settled, 7, asked.now, right=False)
    later = numbered(asked, "irban-1", "700/13/LHP/2026")
    asked.do(cancel(asked.run, 7, KASUBBAG, "Salah periode", asked.now))
    with pytest.raises(RunNotOpen):
        confirming.confirm_letter(asked.run, later, 7, asked.now, right=True)


def test_all_that_was_asked_is_confirmed_and_what_came_later_is_not(asked) -> None:
    letters = [numbered(asked, "irban-1", f"700/{n}/LHP/2026") for n in range(3)]
    outcome = asked.do(confirming.confirm_all(asked.run, letters[1], 7, asked.now))
    assert [fact.detail["nomor"] for fact in outcome.facts] == ["700/0/LHP/2026", "700/1/LHP/2026"]
    assert to_confirm(asked.run, "irban-1", letters[0].sender) == (letters[2],)
    with pytest.raises(LetterSettled):
        confirming.confirm_all(asked.run, letters[1], 7, asked.now)


def test_its_sender_is_asked_about_what_stands(asked) -> None:
    first, second = numbered(asked, "irban-1"), numbered(asked, "irban-1", "700/13/LHP/2026")
    asked.give_back(first)
    assert to_confirm(asked.run, "irban-1", second.sender) == (second,)
    assert to_confirm(asked.run, "irban-1", second.sender + 1) == ()


def test_bytes_that_come_again_are_noted_on_the_one_that_counts(asked) -> None:
    letter = asked.file("irban-1", "LHP", content="isi")
    for times in (1, 2):
        outcome = asked.do(came_again(asked.run, letter.id, 7, asked.now))
        assert asked.run.document(letter.id).repeats == times
    assert outcome.facts[0].verb == "berkas dikirim lagi"
    assert outcome.facts[0].detail["sidik"] == letter.digest
    assert isinstance(outcome.notices[0], CameAgain)
    assert len(asked.run.documents) == 1
