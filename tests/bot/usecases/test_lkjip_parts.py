"""The chapters of a run and of its year, read from the store."""

import io
from dataclasses import replace
from decimal import Decimal

import docx
import pytest

from bot.rules.calendar import WorkCalendar
from bot.rules.forms import Figure, FilledForm, FormMark, OfficeFormat
from bot.rules.json_form import from_json, to_json
from bot.rules.lkjip import Chapter
from bot.rules.periods import parse
from bot.rules.run import Document, DocumentState, Run, RunState
from bot.rules.stationery import Stationery
from bot.usecases.lkjip_parts import lkjip_of, lkjip_parts, periods_before
from bot.usecases.recapping import recap_of
from storage.unit_of_work import SqlStore
from tests.bot.usecases.conftest import NOW, Opened

ASKED = "Aparatur desa dilatih"  # counted as a sum, in the shipped format


def workbook(run: Run, actual: int, state: DocumentState = DocumentState.ACCEPTED) -> Document:
    rows = from_json(OfficeFormat, run.form).indicators
    row = next(row for row in rows if row.name == ASKED)
    figure = Figure(row, Decimal(actual), actual_at="I7")
    form = FilledForm(FormMark(1, run.id, row.seat, 1), (figure,))
    name = f"Data {run.period.key}.xlsx"
    return Document(
        0, row.seat, "DATA", state, NOW, 7, name=name, digest="ab" * 32, form=to_json(form)
    )


async def kept(
    store: SqlStore, opened: Opened, key: str, actual: int, state: RunState = RunState.CLOSED
) -> Run:
    run = await opened(parse(key), ())
    async with store.work() as uow:
        found = await uow.runs.get(run.id)
        assert found is not None
        filled = workbook(run, actual)
        return await uow.runs.save(replace(found, state=state, documents=(filled,), closed_at=NOW))


async def told(store: SqlStore, run: Run, calendar: WorkCalendar) -> Chapter:
    async with store.look() as uow:
        found = await uow.runs.get(run.id)
        assert found is not None
        return await lkjip_of(uow, found, await recap_of(uow, found, calendar))


async def test_the_year_is_accumulated_from_its_closed_runs_alone(
    store: SqlStore, opened: Opened, calendar: WorkCalendar
) -> None:
    await kept(store, opened, "2025-TW4", 40)
    await kept(store, opened, "2026-TW1", 10)
    await kept(store, opened, "2026-04", 1)
    await kept(store, opened, "2026-05", 500, RunState.CANCELLED)
    await kept(store, opened, "2026-06", 2)
    await kept(store, opened, "2026-TW4", 9000)  # after the period told of
    run = await kept(store, opened, "2026-TW3", 30)
    chapter = await told(store, run, calendar)
    row = next(row for row in chapter.year.rows if row.indicator.name == ASKED)
    assert [quarter.known for quarter in row.quarters] == [10, 3, 30, None]
    assert row.year.value == 43
    assert row.before is not None
    assert row.before.year.value == 40
    assert {run.asked for run in chapter.runs} == {4}
    assert {run.period.key for run in chapter.runs} == {
        "2025-TW4", "2026-TW1", "2026-04", "2026-06", "2026-TW3",
    }  # fmt: skip


async def test_both_chapters_are_made_from_stored_values_and_name_their_workbooks(
    store: SqlStore, opened: Opened, calendar: WorkCalendar
) -> None:
    await kept(store, opened, "2026-TW1", 10)
    run = await kept(store, opened, "2026-TW2", 20, RunState.OPEN)
    chapter = await told(store, run, calendar)
    made = dict(lkjip_parts(chapter, Stationery(run.sop.head)))
    assert list(made) == ["lkjip/bab-3-2026-TW2.docx", "lkjip/bab-3-2026.docx"]
    for make in made.values():
        document = docx.Document(io.BytesIO(make()))
        names = [[cell.text for cell in row.cells] for row in document.tables[-1].rows]
        files = {(row[1], row[3], row[6]) for row in names[1:]}
        assert ("TW II 2026", "Data 2026-TW2.xlsx", "abababababab") in files
        assert ("TW I 2026", "Data 2026-TW1.xlsx", "abababababab") in files
        said = "\n".join(paragraph.text for paragraph in document.paragraphs)
        assert "Putaran pengumpulan data belum selesai" in said


@pytest.mark.parametrize(
    ("key", "first", "last", "count"),
    [("2026-TW3", "2025-TW1", "2026-09", 4 + 2 + 12 + 9), ("2026-01", "2025-TW1", "2025-12", 16)],
)
def test_only_what_leads_up_to_a_period_is_asked_for(
    key: str, first: str, last: str, count: int
) -> None:
    asked = [period.key for period in periods_before(parse(key))]
    assert (asked[0], asked[-1], len(asked)) == (first, last, count)
