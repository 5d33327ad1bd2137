"""A chapter of the worked example, and what stands in a Word document, read by python-docx."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import docx

from bot.rules.background import Background
from bot.rules.forms import FilledForm
from bot.rules.gathered import Gathered
from bot.rules.lkjip import Chapter, chapter
from bot.rules.periods import parse
from bot.rules.recap import Recap
from bot.rules.run import RunState
from tests.bot.papers.conftest import scaled

Forms = Mapping[str, FilledForm]


def of_example(recap: Recap, forms: Forms, background: Background, *before: str) -> Chapter:
    """The example's run; `before` are periods like "2026-TW2=0.9", so many times its figures."""
    past = [part.split("=") for part in before]
    runs = [Gathered(recap.period, forms, background.origins)]
    for key, by in past:
        origins = {s: replace(o, name=f"{s} {key}.xlsx") for s, o in background.origins.items()}
        runs.append(Gathered(parse(key), {s: scaled(f, by) for s, f in forms.items()}, origins))
    history = tuple((run.period, run.forms) for run in sorted(runs[1:], key=_period, reverse=True))
    return chapter(
        replace(recap, background=replace(background, history=history)), runs, RunState.CLOSED
    )


def _period(run: Gathered) -> Any:
    return run.period


def opened(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def said(document: Any) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def rows_of(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def tables_under(document: Any, *headings: str) -> Iterable[list[list[str]]]:
    """The rows of each table that has these among its headings."""
    every = (rows_of(table) for table in document.tables)
    return [rows for rows in every if set(headings) <= set(rows[0])]
