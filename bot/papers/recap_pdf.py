"""The recap on paper: a page or two to be signed, and its tables as annexes."""

from collections.abc import Callable, Iterable
from typing import Any

from bot.papers.recap_annexes import annexes
from bot.papers.recap_rooms import recap_rooms
from bot.papers.sheet import Sheet, set_sheet, sheet_data
from bot.papers.signing_rooms import Room, rooms_data
from bot.rules.completeness import Completeness
from bot.rules.printed import PaperKind
from bot.rules.recap import Recap
from bot.rules.signing import Signing
from bot.rules.stationery import Stationery
from bot.texts import formats, printed
from bot.texts import recap as words

TEMPLATE = "rekap.typ"
BLANK = {"t": "", "brief": "", "state": "blank"}


def recap_pdf(
    recap: Recap, signing: Signing, stationery: Stationery | None = None, standing: str = ""
) -> bytes:
    """The same bytes for the same values. TypesetFault where a page would not be as meant."""
    rooms = recap_rooms(signing, recap.zone)
    return set_sheet(recap_sheet(recap, rooms, stationery or Stationery(recap.head), standing))


def recap_sheet(
    recap: Recap, rooms: Iterable[Room], stationery: Stationery, standing: str = ""
) -> Sheet:
    """The same as a paper of its run, under the office's kop; `standing` is empty of a closed
    one."""
    said = {**recap_data(recap, rooms), "standing": standing}
    titles = (words.TITLE, formats.period(recap.period).upper())
    frame = sheet_data(stationery, titles, said["running"])
    data = {**said, "sheet": frame}
    return Sheet(PaperKind.RECAP, "", said["running"], TEMPLATE, data, recap.compiled_at)


def recap_data(recap: Recap, rooms: Iterable[Room]) -> dict[str, Any]:
    """What the template lays out: texts and figures as they are read, in their order."""
    period = formats.period(recap.period)
    return {
        "running": f"{words.TITLE.capitalize()} {period}",
        "compiled": words.compiled(recap),
        "annex": printed.ANNEX,
        "nothing": printed.NOTHING,
        "summary": {
            "title": printed.SUMMARY,
            "rows": [list(line) for line in words.summary_lines(recap)],
        },
        "completeness": matrix(recap, lambda cell: {"t": words.completeness(cell, recap.zone)}),
        "analysis": {
            "title": printed.ANALYSIS,
            "note": words.DRAFT_NOTE,
            "lines": list(words.analysis(recap)),
        },
        "remarks": {"title": printed.REMARKS, "lines": recap.remarks.splitlines()},
        "signing": rooms_data(rooms),
        "annexes": annexes(recap),
    }


def matrix(recap: Recap, said: Callable[[Completeness], dict[str, str]]) -> dict[str, Any]:
    """Seat × kind; a seat that owes a kind nothing has an empty cell there."""
    kinds = list(dict.fromkeys(cell.kind for cell in recap.completeness))
    cells = {(c.seat, c.kind): {**said(c), "state": c.state} for c in recap.completeness}
    seats = dict.fromkeys(cell.seat for cell in recap.completeness)
    rows = [
        {
            "unit": recap.title(seat),
            "cells": [cells.get((seat, kind), BLANK) for kind in kinds],
        }
        for seat in seats
    ]
    return {"title": printed.COMPLETENESS, "unit": words.UNIT, "kinds": kinds, "rows": rows}
