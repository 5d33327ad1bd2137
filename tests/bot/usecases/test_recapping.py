"""When the recap is dated: by the last thing that stands in it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.rules.forms import FilledForm, FormMark
from bot.rules.run import Document, DocumentState, Run, Task
from bot.usecases.recapping import last_change, origin_of

AT = datetime(2026, 11, 24, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
DOCUMENT = Document(1, "irban-1", "LHP", DocumentState.ACCEPTED, AT, 5, chat_id=-100, message_id=9)


@pytest.fixture
def run(course: Any) -> Run:
    bare = replace(course.run, documents=(DOCUMENT,), remarked_at=None, closed_at=None)
    duties = tuple(replace(duty, done_at=None) for duty in bare.duties)
    return replace(bare, duties=duties)


def test_a_recap_of_documents_alone_is_dated_by_the_last_of_them(run: Run) -> None:
    decided = replace(DOCUMENT, decided_at=AT + HOUR)
    assert last_change(run) == AT
    assert last_change(replace(run, documents=(decided, DOCUMENT))) == AT + HOUR


@pytest.mark.parametrize("task", [Task.COMPILE, Task.ANALYSE])
def test_an_act_that_is_told_under_it_dates_it(run: Run, task: Task) -> None:
    duties = tuple(replace(d, done_at=AT + HOUR if d.task == task else None) for d in run.duties)
    assert last_change(replace(run, duties=duties)) == AT + HOUR


def test_a_remark_an_explanation_and_the_closing_date_it(run: Run) -> None:
    explained = replace(DOCUMENT, explained_at=AT + HOUR)
    assert last_change(replace(run, documents=(explained,))) == AT + HOUR
    assert last_change(replace(run, remarked_at=AT + HOUR)) == AT + HOUR
    assert last_change(replace(run, closed_at=AT + HOUR)) == AT + HOUR


def test_the_order_that_no_recap_tells_does_not_date_it(run: Run) -> None:
    duties = tuple(replace(d, done_at=AT + HOUR if d.step < 4 else None) for d in run.duties)
    assert last_change(replace(run, duties=duties)) == AT


def test_a_workbook_s_origin_is_its_message() -> None:
    form = FilledForm(FormMark(1, 1, "irban-1", 1), (), formulas=("Data Kinerja I6",))
    origin = origin_of(DOCUMENT, form)
    assert (origin.message_id, origin.in_group, origin.formulas) == (9, True, form.formulas)
