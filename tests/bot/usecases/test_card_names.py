"""A card's name says what it is about, and is read as it was written."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.rules.approvals import Approval
from bot.rules.filling import Filling
from bot.rules.moves import open_run
from bot.rules.periods import Period
from bot.rules.run import Document, DocumentState, Task
from bot.rules.sop import ApprovalAct
from bot.usecases import card_names
from bot.usecases.card_names import About, about

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


@pytest.fixture
def run(sop, calendar):
    opened = open_run(1, sop, Period("triwulan", 2026, 3), calendar, NOW).run
    return replace(opened, id=5)


@pytest.fixture
def document():
    return Document(8, "irban-2", "LHP", DocumentState.RECEIVED, NOW, 7)


@pytest.mark.parametrize("name", ["board", "request", "final", "final_print"])
def test_a_card_of_the_run_tells_the_run(run, name: str) -> None:
    assert about(getattr(card_names, name)(run)) == About(5)


def test_the_recap_of_each_closing_is_a_card_of_its_own(run) -> None:
    given = Approval(1, 1, "sekretaris", ApprovalAct.INITIAL, "a" * 64)
    turns = [replace(run, approvals=of) for of in ((), (given,), (given, replace(given, turn=2)))]
    names = [card_names.final(each) for each in turns]
    assert len(set(names)) == 3
    assert not any(card_names.final_print(each) in names for each in turns)


def test_a_receipt_tells_the_seat(run) -> None:
    assert about(card_names.receipt(run, "irban-2")) == About(5, "irban-2")


@pytest.mark.parametrize("name", ["review", "returned"])
def test_a_card_of_a_document_tells_the_document(run, document, name: str) -> None:
    assert about(getattr(card_names, name)(run, document)) == About(5, document=8)


@pytest.mark.parametrize("task", list(Task))
def test_the_card_of_a_duty_and_its_reminders_tell_the_duty(run, task: Task) -> None:
    duty = next(d for d in run.duties if d.task == task)
    told = About(5, duty.seat, task)
    assert about(card_names.duty(run, duty)) == told
    assert about(f"{card_names.duty(run, duty)}:3f2a") == told  # a recap to approve names itself
    assert about(f"{card_names.reminder(run, duty)}:0:1795000000") == told


@pytest.mark.parametrize("name", ["question", "placing", "claim"])
def test_a_card_about_no_run_tells_nothing(name: str) -> None:
    assert about(getattr(card_names, name)(9)) is None


@pytest.mark.parametrize("name", ["", "salam", "papan", "papan:5:6", "tanda:5", "lain:5"])
def test_any_other_name_tells_nothing(name: str) -> None:
    assert about(name) is None


def test_every_plea_of_a_duty_is_a_card_of_its_own(run) -> None:
    duty = run.duty(Task.ORDER, "kasubbag-perencanaan")
    later = replace(duty, pleas=duty.pleas + 1)
    assert card_names.plea(run, duty) != card_names.plea(run, later)


def test_no_two_duties_share_a_card(run) -> None:
    names = {card_names.duty(run, duty) for duty in run.duties}
    assert len(names) == len(run.duties)


def test_the_message_of_a_filling_tells_the_filling_and_its_turn() -> None:
    name = card_names.filling(Filling(9, 5, "irban-2", 7, NOW, turn=3))
    assert card_names.filled(name) == (9, 3)
    assert about(name) is None
    assert card_names.filled(card_names.question(9)) is None
