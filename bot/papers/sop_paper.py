"""A SOP in the form of Permenpan 35/2012: cover, flow table with the mutu baku, and annex."""

import textwrap
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from itertools import zip_longest
from typing import Any

from bot.papers.sheet import picture
from bot.papers.typeset import typeset_pdf
from bot.rules.sop import Sop
from bot.rules.sop_chart import Chart, ChartRow, Mark, chart_of, official
from bot.rules.sop_cover import Told, cover, notes
from bot.rules.stationery import Stationery
from bot.texts import sop_paper as words

TEMPLATE = "sop.typ"
# Characters that a cell holds before it goes on in a row of its own: a third of a page at most.
ACTIVITY, CELL = 600, 240


class Paper(StrEnum):
    F4 = "F4"
    A4 = "A4"


def sop_paper(
    sop: Sop, at: datetime, paper: Paper = Paper.F4, bears: Stationery | None = None
) -> bytes:
    """The PDF, dated `at`; the same bytes for the same values. What the SOP lacks stays empty; its
    kop is its own where the office's settings (`bears`) have none."""
    return typeset_pdf(TEMPLATE, paper_data(sop, paper, bears), at)


def paper_data(sop: Sop, paper: Paper, bears: Stationery | None = None) -> dict[str, Any]:
    told, chart = cover(sop), chart_of(sop)
    own = bears or Stationery()
    return {
        **words.labels(),
        "paper": paper.value,
        "running": words.running(sop),
        "kop": list(own.head or sop.head),
        "logo": picture(own.logo),
        "name": sop.name,
        "sum": words.total(sop),
        **cover_data(told),
        "tables": [[title, *table] for title, table in words.annex(sop)],
        "lanes": lanes_data(sop, chart),
        "rows": [part for row in chart.rows for part in row_parts(row, step_notes(sop))],
    }


def cover_data(told: Mapping[str, Told]) -> dict[str, Any]:
    def of(key: str) -> list[str]:
        return words.said(told.get(key, ()))

    return {
        "identity": [[label, " ".join(of(key))] for key, label in words.IDENTITY.items()],
        "approver": " ".join(of("disahkan_oleh")),
        "fields": [
            [[left_label, of(left)], [right_label, of(right)]]
            for left, left_label, right, right_label in words.FIELDS
        ],
        "note": [words.NOTE, of("keterangan")],
    }


def lanes_data(sop: Sop, chart: Chart) -> list[list[str]]:
    """The post in full, and short where a narrow column has no room for it."""
    return [
        [words.lane_title(official(sop, lane), lane), words.lane_title(lane.title, lane)]
        for lane in chart.lanes
    ]


def step_notes(sop: Sop) -> dict[str, str]:
    return {entry: said for table, entry, said in notes(sop) if table == "langkah"}


def row_parts(row: ChartRow, noted: Mapping[str, str]) -> list[dict[str, Any]]:
    """The step's row; where its words are many, further rows that the flow passes through."""
    step = row.step
    cells = [
        in_pieces(step.activity, ACTIVITY),
        in_pieces(step.completeness, CELL),
        in_pieces(words.step_time(step), CELL),
        in_pieces(step.output, CELL),
        in_pieces(noted.get(str(step.number), ""), CELL),
    ]
    first, *others = zip_longest(*cells, fillvalue="")
    through = {"number": "", "giving": [], "doing": [], "enter": row.leave, "leave": row.leave}
    drawn = {
        "number": str(step.number),
        "giving": marks_data(row.giving),
        "doing": marks_data(row.doing),
        "enter": row.enter,
        "leave": row.leave,
    }
    return [{**drawn, "cells": list(first)}, *({**through, "cells": list(o)} for o in others)]


def in_pieces(text: str, most: int) -> list[str]:
    return textwrap.wrap(text, most, break_on_hyphens=False) or [""]


def marks_data(marks: Sequence[Mark]) -> list[dict[str, Any]]:
    return [{"lane": mark.lane, "shape": mark.shape.value} for mark in marks]
