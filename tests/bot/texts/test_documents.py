"""What /berkas finds, page by page, and a document sent again."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.rules.letters import LetterState
from bot.rules.run import Document, DocumentState
from bot.rules.searching import Filed, Search
from bot.texts import documents
from tests.bot.texts.conftest import LONG

SEARCH = Search(2**31, 1, 7, "TW3 <LHP>", datetime(2026, 11, 23, tzinfo=UTC))


@pytest.fixture
def finds(course) -> list[Filed]:
    """Nineteen letters of Irban II."""
    at = course.now
    letter = Document(0, "irban-2", "LHP", DocumentState.ACCEPTED, at, 7, name="a&b.pdf")
    return [
        Filed(5, course.run.period, course.run.sop, replace(letter, id=n)) for n in range(1, 20)
    ]


def labels(message) -> list[list[str]]:
    return [[button.label for button in row] for row in message.buttons]


def test_a_page_numbers_its_documents_on_and_turns_both_ways(finds, read) -> None:
    message = documents.found(SEARCH, finds, 2)
    words = read(message)
    assert words.startswith("Berkas “TW3 <LHP>”\n19 berkas, halaman 2 dari 3.")
    assert "\n9. LHP Irban II — a&b.pdf, TW III 2026 (disetujui)" in words
    assert labels(message)[0] == ["9. LHP Irban II", "10. LHP Irban II"]
    assert labels(message)[-1] == ["Sebelumnya", "Berikutnya"]
    assert [b.data for b in message.buttons[-1]] == [f"berkas:{2**31}:1", f"berkas:{2**31}:3"]
    assert message.buttons[0][0].data == "kirim:5:9"


@pytest.mark.parametrize(
    ("page", "shown", "turns"),
    [
        (1, 8, ["Berikutnya"]),
        (3, 3, ["Sebelumnya"]),
        (99, 3, ["Sebelumnya"]),
        (0, 8, ["Berikutnya"]),
    ],
)
def test_the_first_and_the_last_page_turn_one_way(finds, read, page, shown, turns) -> None:
    message = documents.found(SEARCH, finds, page)
    assert read(message).count("LHP Irban II — ") == shown
    assert labels(message)[-1] == turns


def test_one_page_has_nothing_to_turn(finds, read) -> None:
    message = documents.found(SEARCH, finds[:1], 1)
    assert "1 berkas. Ketuk" in read(message)
    assert labels(message) == [["1. LHP Irban II"]]


def test_nothing_found_says_what_can_be_searched(read) -> None:
    message = documents.found(SEARCH, [], 1)
    assert "Tidak ada berkas yang sesuai dengan “TW3 <LHP>”." in read(message)
    assert "/berkas TW3 2026 LHP Irban II" in read(message)
    assert message.buttons == ()


def test_a_document_is_told_by_version_number_and_what_became_of_it(finds, read) -> None:
    document = replace(
        finds[0].document,
        version=2,
        number="700/12/LHP/2026",
        state=DocumentState.RETURNED,
        reason="Tanpa tanda tangan",
    )
    assert documents.line(replace(finds[0], document=document)) == (
        "LHP Irban II — a&amp;b.pdf (versi 2), nomor 700/12/LHP/2026, TW III 2026 "
        "(dikembalikan: Tanpa tanda tangan)"
    )


def test_nihil_is_told_and_cannot_be_sent(finds, read) -> None:
    none = replace(finds[0], document=replace(finds[0].document, nihil=True))
    message = documents.found(SEARCH, [none], 1)
    assert "1. LHP Irban II: nihil, TW III 2026" in read(message)
    assert message.buttons == ()


def test_a_document_comes_again_with_what_it_is(course, read) -> None:
    kept = course.to_step(4).file("irban-2", "LHP", "a.pdf")
    letter = replace(
        kept,
        number="700/12/LHP/2026",
        dated=date(2026, 10, 5),
        letter=LetterState.CONFIRMED,
        file_id="BQACAg",
    )
    message = documents.again(course.run, letter)
    assert read(message) == (
        "LHP dari Irban II — a.pdf, data kinerja Triwulan III 2026.\n"
        "Nomor 700/12/LHP/2026, tanggal Senin, 5 Oktober 2026."
    )
    assert message.attachment is not None
    assert (message.attachment.file_id, message.attachment.digest) == ("BQACAg", kept.digest)


def test_an_office_of_long_names_fits(large, read) -> None:
    finds = [
        Filed(2**31, large.run.period, large.run.sop, replace(d, number=LONG, reason=LONG))
        for d in large.run.documents
    ]
    read(documents.found(replace(SEARCH, words=LONG), finds, 3))
    read(documents.again(large.run, replace(large.run.documents[0], name=LONG)))
