"""A filled workbook against its run's format and the periods before, read from the store."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, cast

import pytest

from bot.rules.errors.files import FormRefused
from bot.rules.form_faults import FaultCode, FormFault
from bot.rules.forms import Figure, FilledForm, FormMark, OfficeFormat
from bot.rules.json_form import from_json, to_json
from bot.rules.people import Office
from bot.rules.periods import Period, parse
from bot.rules.run import Document, DocumentState, Run, RunState
from bot.usecases.check_form import check_form
from bot.usecases.desk import Desk
from bot.usecases.work import Work
from storage.unit_of_work import SqlStore

Opened = Callable[[Period, tuple[Document, ...]], Awaitable[Run]]
NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
SEAT = "irban-1"


def filled(run: Run, actual: str, **changed: Any) -> FilledForm:
    rows = from_json(OfficeFormat, run.form).of(SEAT)
    figures = [Figure(replace(row, **changed), Decimal(actual), actual_at="I6") for row in rows]
    return FilledForm(FormMark(1, run.id, SEAT, 1), tuple(figures))


async def checked(store: SqlStore, office: Office, run: Run, read: Mapping[str, Any]) -> Any:
    async with store.look() as uow:
        work = Work(uow, cast("Desk", None), office, {}, NOW)
        return await check_form(work, run, run.sop.seat(SEAT), "data.xlsx", dict(read))


@pytest.fixture
async def before(store: SqlStore, opened: Opened) -> Run:
    """The triwulan before, closed with what Irban I handed in."""
    run = await opened(parse("2026-TW2"), ())
    form = to_json(filled(run, "40"))
    document = Document(0, SEAT, "DATA", DocumentState.ACCEPTED, NOW, 7, form=form)
    async with store.work() as uow:
        kept = await uow.runs.get(run.id)
        assert kept is not None
        closed = replace(kept, state=RunState.CLOSED, documents=(document,), closed_at=NOW)
        return await uow.runs.save(closed)


@pytest.mark.usefixtures("before")
async def test_a_fall_is_told_with_both_figures_and_the_form_is_taken(
    store: SqlStore, office: Office, run: Run
) -> None:
    found = await checked(store, office, run, {"form": to_json(filled(run, "4"))})
    assert {fault.code for fault in found} == {FaultCode.SHRANK, FaultCode.FAR_FROM_LAST}
    assert {dict(fault.params)["semula"] for fault in found} == {"40"}
    assert await checked(store, office, run, {"form": to_json(filled(run, "40"))}) == ()


@pytest.mark.usefixtures("before")
async def test_errors_and_what_stands_out_are_told_together(
    store: SqlStore, office: Office, run: Run
) -> None:
    form = filled(run, "4", target_period=Decimal(1))
    with pytest.raises(FormRefused) as refused:
        await checked(store, office, run, {"form": to_json(form)})
    codes = {fault.code for fault in refused.value.faults}
    assert {FaultCode.CHANGED, FaultCode.SHRANK} <= codes


async def test_what_could_not_be_read_is_refused_as_it_was_told(
    store: SqlStore, office: Office, run: Run
) -> None:
    fault = FormFault("Data Kinerja", "I6", FaultCode.REQUIRED_EMPTY)
    with pytest.raises(FormRefused) as refused:
        await checked(store, office, run, {"faults": to_json((fault,))})
    assert refused.value.faults == (fault,)


@pytest.mark.usefixtures("before")
async def test_what_could_be_read_of_it_is_looked_over_too(
    store: SqlStore, office: Office, run: Run
) -> None:
    form = filled(run, "4", target_period=Decimal(1))
    fault = FormFault("TLHP", "K6", FaultCode.NOT_A_CHOICE)
    with pytest.raises(FormRefused) as refused:
        await checked(store, office, run, {"faults": to_json((fault,)), "form": to_json(form)})
    codes = {fault.code for fault in refused.value.faults}
    assert {FaultCode.NOT_A_CHOICE, FaultCode.CHANGED, FaultCode.SHRANK} <= codes
