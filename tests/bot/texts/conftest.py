"""An office as large and as long-winded as one may be, and what every message must keep to."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.rehearsal.telegram.html import parse_html, utf16
from bot.rules import moves
from bot.rules.messages import Attachment, Message
from bot.rules.people import Person
from bot.rules.sop import Sop

UNCOURTEOUS = re.compile(r"\b(Anda|kamu)\b|!", re.IGNORECASE)
PAPER = Attachment("rekap.xlsx", "3f2a" * 16)
LONG = "Nama & gelar <S.Sos., M.Si.> yang 🙂 panjang sekali, " * 3


def read(message: Message) -> str:
    """The words as people see them; fails where Telegram or courtesy would."""
    words, _entities = parse_html(message.text)
    assert utf16(words) <= (1024 if message.attachment else 4096)
    labels = [button.label for row in message.buttons for button in row]
    assert all(0 < utf16(label) <= 100 for label in labels)
    for row in message.buttons:
        for button in row:
            assert bool(button.data) != bool(button.url)
            assert len(button.data.encode()) <= 64
    assert sum(map(len, message.buttons)) <= 100
    assert not UNCOURTEOUS.search(words)
    return words


@pytest.fixture(name="read")
def reading() -> Callable[[Message], str]:
    return read


@pytest.fixture
def paper() -> Attachment:
    return PAPER


@pytest.fixture
def holders(course) -> dict[str, Person]:
    """Everybody but Irban II."""
    seats = [seat.key for seat in course.run.sop.seats if seat.key != "irban-2"]
    return {key: Person(n, f"Nama {n}", reachable=True) for n, key in enumerate(seats, 1)}


@pytest.fixture
def large(course, jeneponto: Sop):
    """Twelve Irban, every name long, sixty documents waiting, at step 4 and late."""
    roles = tuple(
        replace(role, short="Inspektur Pembantu Wilayah Kerja", count=12)
        if role.key == "irban"
        else replace(role, title=f"{role.title} {LONG}")
        for role in jeneponto.roles
    )
    kinds = tuple(replace(kind, name=f"{kind.name} {LONG}") for kind in jeneponto.kinds)
    sop = replace(jeneponto, name=LONG, roles=roles, kinds=kinds)
    run = moves.open_run(1, sop, course.run.period, course.calendar, course.now).run
    course.run = replace(run, id=2**31 - 1)
    course.to_step(4)
    for number in range(60):
        seat = sop.suppliers[number % 12].key
        course.file(seat, ("LHP", "LHE", "TLHP")[number % 3], f"{number} {LONG}.pdf")
    return course.at("2026-11-24 10:00")


@pytest.fixture
def crowd(large) -> dict[str, Person]:
    """Every seat held by somebody with as long a name as Telegram takes."""
    seats = enumerate(large.run.sop.seats)
    return {seat.key: Person(10**10 + n, LONG[:129], reachable=n % 2 == 0) for n, seat in seats}
