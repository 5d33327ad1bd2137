"""What those who approve a recap read: within a caption, courteous, safe whatever names hold."""

import re
from dataclasses import replace

import pytest

from bot.rehearsal.telegram.html import parse_html, utf16
from bot.rules import approving
from bot.rules.approvals import Approval, ApprovalState
from bot.rules.approving import Decider
from bot.rules.messages import Attachment, Message
from bot.rules.people import Person
from bot.rules.run import Run, RunState
from bot.texts import approvals as texts
from tests.bot.conftest import KASUBBAG, Course

RECAP = Attachment("rekap.xlsx", "a1" * 32)
LONG = "<b>Nama & gelar</b> " * 30
CAPTION = 1024  # characters under a file (Bot API)


@pytest.fixture
def chain(course: Course) -> list[Run]:
    """The run as each act leaves it: asked of three in turn, then approved by all."""
    course.run = replace(course.run, state=RunState.CLOSED, closed_at=course.now)
    course.do(approving.open_chain(course.run, RECAP.digest, course.calendar, course.now))
    stages = [course.run]
    by = Decider(7, LONG, "Plh.", LONG)
    while (asked := approving.awaited(course.run)) is not None:
        course.do(approving.give(course.run, asked, by, course.calendar, course.now))
        stages.append(course.run)
    return stages


def read(message: Message) -> str:
    text, _ = parse_html(message.text)
    assert utf16(text) <= CAPTION
    assert not re.search(r"!|\b(anda|kamu)\b|tanda tangan elektronik", text, re.IGNORECASE)
    return text


def asked_in(run: Run) -> Approval:
    found = approving.awaited(run)
    assert found is not None
    return found


def test_each_is_asked_under_the_recap_with_what_was_recorded_before(
    chain: list[Run], course: Course
) -> None:
    holders = {KASUBBAG: Person(1, LONG)}
    cards = [texts.card(run, asked_in(run), RECAP, course.calendar, holders) for run in chain[:-1]]
    assert [[b.label for row in card.buttons for b in row] for card in cards] == [
        ["Paraf"],
        ["Paraf", "Kembalikan"],
        ["Setujui", "Kembalikan"],
    ]
    told = [read(card) for card in cards]
    assert "untuk diparaf" in told[0]
    assert "untuk disetujui" in told[2]
    assert [text.count("paraf tercatat") for text in told] == [0, 1, 2]
    assert all(f"sidik {RECAP.digest[:12]}" in text for text in told)


def test_who_is_asked_again_reads_why_the_recap_came_back(chain: list[Run], course: Course) -> None:
    sari = Decider(7, "Sari")
    back = approving.return_recap(
        chain[1], asked_in(chain[1]), sari, LONG * 3, course.calendar, course.now
    )
    closed = replace(back.run, state=RunState.CLOSED, closed_at=course.now)
    run = approving.open_chain(closed, "b2" * 32, course.calendar, course.now).run
    by = Decider(7, LONG, "Plh.", LONG)
    while (asked := approving.awaited(run)) is not None:
        acting = {asked.seat: Person(1, LONG, acting="Plh.")}
        told = read(texts.card(run, asked, RECAP, course.calendar, acting))
        assert told.count("Perbaikan atas pengembalian Sekretaris. Alasan: ") == 1
        run = approving.give(run, asked, by, course.calendar, course.now).run
    first = texts.card(chain[0], asked_in(chain[0]), RECAP, course.calendar, {})
    assert "Perbaikan" not in read(first)


def test_what_became_of_a_request_stands_in_its_place(chain: list[Run], course: Course) -> None:
    given = chain[-1].approvals[1]
    void = replace(given, state=ApprovalState.VOID, voided_at=course.now)
    returned = replace(given, state=ApprovalState.RETURNED, reason=LONG * 3)
    for approval, words in ((given, "Paraf tercatat"), (void, "gugur"), (returned, "Alasan:")):
        card = texts.card(chain[-1], approval, RECAP, course.calendar, {})
        assert words in read(card)
        assert card.buttons == ()
        assert words in read(texts.reminder_over(chain[-1], approval, course.calendar))


def test_the_board_tells_who_is_asked_and_who_comes_after(chain: list[Run], course: Course) -> None:
    first = "\n".join(texts.chain(chain[0], course.calendar, {}))
    assert "menunggu paraf sejak Senin, 23 November 2026" in first
    assert first.count("menyusul") == 2
    last = "\n".join(texts.chain(chain[-1], course.calendar, {}))
    assert last.count("tercatat") == 3
    assert read(texts.complete(chain[-1], "Kasubbag", course.calendar, RECAP)).count("• ") == 3


def test_the_board_of_a_returned_recap_keeps_the_reason_from_the_group(
    chain: list[Run], course: Course
) -> None:
    by, run = Decider(7, "Sari"), chain[1]
    back = approving.return_recap(
        run, asked_in(run), by, "Alasan rahasia", course.calendar, course.now
    )
    assert texts.chain(back.run, course.calendar, {}) == [
        "Rekap dikembalikan Sekretaris untuk perbaikan."
    ]
