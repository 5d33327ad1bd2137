"""What is read from a letter as it is offered, reviewed and received; letters handed in twice."""

from dataclasses import replace
from datetime import date

import pytest

from bot.rules.letters import LetterState
from bot.rules.people import Person
from bot.rules.run import Document
from bot.texts import letter_numbers, requests, reviews
from tests.bot.texts.conftest import LONG

NUMBER = "700/12/LHP/IX/2026"


def told(course, seat: str = "irban-1", state: LetterState = LetterState.READ, **more) -> Document:
    """An LHP of the seat with this number and day read from it."""
    kept = course.file(seat, "LHP", f"LHP {len(course.run.documents)}.pdf")
    more = {"number": NUMBER, "dated": date(2026, 10, 5), **more}
    course.run = course.run.with_document(replace(kept, letter=state, **more))
    return course.run.document(kept.id)


def receipt(course, sender: int, seat: str = "irban-1"):
    return requests.receipt(course.run, course.run.sop.seat(seat), sender)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "nomor 700/12/LHP/IX/2026, tanggal Senin, 5 Oktober 2026"),
        ({"dated": None}, "nomor 700/12/LHP/IX/2026"),
        ({"number": ""}, "tanggal Senin, 5 Oktober 2026"),
    ],
)
def test_the_receipt_offers_what_was_read_with_two_buttons(course, read, more, words) -> None:
    letter = told(course.to_step(4), **more)
    message = receipt(course, letter.sender)
    assert f"Terbaca pada LHP 0.pdf: {words}. Mohon dikonfirmasi." in read(message)
    assert [b.label for b in message.buttons[0]] == ["Benar", "Bukan"]
    assert [b.data for b in message.buttons[0]] == [
        f"surat:5:{letter.id}:{a}" for a in ("benar", "bukan")
    ]
    assert message.buttons[1][0].label == "Nihil LHE"


def test_letters_are_listed_as_they_were_sent_whichever_bytes_came_first(course, read) -> None:
    later = told(course.to_step(4), message_id=9)
    first = told(course, message_id=8)
    words = read(receipt(course, later.sender))
    assert words.index(f"1. {first.name}") < words.index(f"2. {later.name}")


def test_somebody_else_s_receipt_asks_nothing(course, read) -> None:
    letter = told(course.to_step(4))
    assert "Terbaca" not in read(receipt(course, letter.sender + 1))


def test_several_letters_are_listed_and_confirmed_at_once_or_one_by_one(course, read) -> None:
    letter = told(course.to_step(4))
    last = told(course, number="700/13/LHP/2026", dated=None)
    message = receipt(course, letter.sender)
    words = read(message)
    assert "Terbaca, mohon dikonfirmasi:\n1. LHP 0.pdf: nomor 700/12/LHP/IX/2026, tanggal" in words
    assert "\n2. LHP 1.pdf: nomor 700/13/LHP/2026." in words
    assert [[b.label for b in row] for row in message.buttons[:2]] == [
        ["Semua benar"],
        ["Benar (1)", "Bukan (1)"],
    ]
    assert message.buttons[0][0].data == f"surat:5:{last.id}:semua"
    assert message.buttons[1][1].data == f"surat:5:{letter.id}:bukan"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (LetterState.READ, "2026 (terbaca, belum dikonfirmasi)."),
        (LetterState.CONFIRMED, "tanggal Senin, 5 Oktober 2026."),
        (LetterState.DENIED, "2026 (bukan, menurut pengirim)."),
        (LetterState.GIVEN, "2026 (ditulis pengirim, belum dikonfirmasi)."),
    ],
)
def test_the_collector_sees_what_was_read_and_what_its_sender_said(
    course, read, state, said
) -> None:
    words = read(reviews.review(course.run, told(course.to_step(4), state=state)))
    assert "\nNomor 700/12/LHP/IX/2026, " in words
    assert said in words


def test_a_letter_that_tells_nothing_says_nothing(course, read) -> None:
    letter = course.to_step(4).file("irban-1", "LHP", "a.pdf")
    words = read(reviews.review(course.run, letter)) + read(receipt(course, letter.sender))
    assert "omor" not in words


def test_a_scan_has_one_quiet_button_for_its_number_and_nothing_is_asked(course, read) -> None:
    scans = [course.to_step(4).file("irban-1", "LHP", f"foto {n}.jpg") for n in range(2)]
    message = receipt(course, scans[0].sender)
    assert "nomor" not in read(message)
    assert message.buttons[-1][0].label == "Beri nomor"
    assert message.buttons[-1][0].data == f"surat:5:{scans[0].id}:beri"
    told(course, state=LetterState.NONE, number="", dated=None)
    assert len(receipt(course, scans[0].sender).buttons) == len(message.buttons)


def test_the_sender_is_asked_for_the_number_privately_or_by_name(course, read) -> None:
    letter = told(course.to_step(4), state=LetterState.DENIED)
    message = letter_numbers.ask_number(course.run, letter)
    assert read(message).startswith("Mohon menuliskan nomor dan tanggal LHP LHP 0.pdf dalam satu")
    assert [[b.data for b in row] for row in message.buttons] == [[f"surat:5:{letter.id}:tanpa"]]
    called = letter_numbers.ask_number(course.run, letter, Person(7, "Ani & Budi"))
    assert read(called).startswith("Ani & Budi, mohon menuliskan")
    assert called.ask
    assert not called.buttons


@pytest.mark.parametrize(
    ("state", "end", "labels"),
    [
        (LetterState.GIVEN, "2026. Mohon dikonfirmasi.", ["Benar", "Bukan"]),
        (LetterState.CONFIRMED, "2026. Telah dicatat. Terima kasih.", []),
        (LetterState.DENIED, "bukan nomor dan tanggal surat ini.", []),
        (LetterState.NONE, "LHP 0.pdf tercatat tanpa nomor dan tanggal. Terima kasih.", []),
    ],
)
def test_what_its_sender_wrote_is_shown_until_he_confirms_it(
    course, read, state, end, labels
) -> None:
    letter = told(course.to_step(4), state=state)
    message = letter_numbers.number_given(course.run, letter)
    assert read(message).endswith(end)
    assert [b.label for row in message.buttons for b in row] == labels
    read(letter_numbers.number_answered(replace(letter, name=LONG)))


def test_a_letter_that_has_no_number_says_so_to_its_collector(course, read) -> None:
    letter = told(course.to_step(4), state=LetterState.NONE, number="", dated=None)
    assert "Tanpa nomor dan tanggal, menurut pengirim." in read(reviews.review(course.run, letter))


def test_a_shared_letter_is_told_on_both_sides_and_counts_once(course, read) -> None:
    told(course.to_step(4), "irban-2")
    letter = told(course)
    twin = "Sama dengan LHP Irban II (nomor sama); dihitung satu kali."
    assert twin in read(reviews.review(course.run, letter))
    assert f"LHP 1.pdf: {twin}" in read(receipt(course, letter.sender))
    told(course)
    words = read(receipt(course, letter.sender))
    assert "Diterima: LHP." in words
    assert "Sama dengan LHP Irban II dan LHP Irban I (nomor sama)" in words


def test_bytes_that_came_again_are_told(course, read) -> None:
    letter = told(course.to_step(4), repeats=2)
    assert "Berkas yang sama dikirim 3 kali; dihitung satu kali." in read(
        reviews.review(course.run, letter)
    )


def test_an_office_of_shared_letters_fits(large, read) -> None:
    for document in large.run.documents:
        shared = replace(document, number=NUMBER, letter=LetterState.READ, name=LONG, repeats=3)
        large.run = large.run.with_document(shared)
    read(receipt(large, large.run.documents[0].sender))
    read(reviews.review(large.run, large.run.documents[0]))
