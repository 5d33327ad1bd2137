from dataclasses import replace

import pytest

from bot.rules.messages import Message
from bot.rules.people import Person
from bot.rules.run import Task
from bot.rules.sop import StepKind
from bot.texts import words


def test_every_task_and_every_step_has_a_name() -> None:
    assert set(words.TASK_NAMES) == set(Task)
    assert set(words.STEP_NAMES) == set(StepKind)


def test_a_salutation_is_official(read) -> None:
    assert read(Message(words.to("Kepala <Dinas>"))) == "Yth. Bapak/Ibu Kepala <Dinas>."


def test_a_seat_calls_its_holder_or_says_that_it_is_empty(course, read) -> None:
    seat = course.run.sop.seat("irban-1")
    held = words.named(seat, {"irban-1": Person(7, "Ani & Budi")})
    assert held == 'Irban I (<a href="tg://user?id=7">Ani &amp; Budi</a>)'
    assert words.named(seat, {}) == "Irban I (kursi kosong)"


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({}, "LHP dari Irban II — a.pdf"),
        ({"version": 2}, "LHP dari Irban II — a.pdf (versi 2)"),
        ({"nihil": True}, "LHP dari Irban II — Nihil"),
    ],
)
def test_a_document_is_named_by_kind_seat_file_and_version(course, changes, name) -> None:
    document = replace(course.to_step(4).file("irban-2", "LHP", "a.pdf"), **changes)
    assert words.document_name(course.run, document) == name


def test_a_run_is_named_by_its_period(course) -> None:
    assert words.run_title(course.run) == "data kinerja Triwulan III 2026"
