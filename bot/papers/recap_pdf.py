"""The recap on paper: a page or two to be signed, and its tables as annexes."""

import math
from collections.abc import Callable
from typing import Any

from bot.papers.recap_annexes import annexes
from bot.papers.sheet import Sheet, set_sheet, sheet_data
from bot.rules.printed import PaperKind
from bot.rules.recap import Completeness, Recap
from bot.rules.signing import Signature, Signing
from bot.rules.stationery import Stationery
from bot.texts import formats, printed
from bot.texts import recap as words

TEMPLATE = "rekap.typ"
BLANK = {"t": "", "brief": "", "state": "blank"}
SIDE_BY_SIDE, ON_A_PAGE = 3, 4  # signatures: on the sheet of a workbook, on paper


def recap_pdf(recap: Recap, signing: Signing, stationery: Stationery | None = None) -> bytes:
    """The same bytes for the same values. TypesetFault where a page would not be as meant."""
    return set_sheet(recap_sheet(recap, signing, stationery or Stationery(recap.head)))


def recap_sheet(recap: Recap, signing: Signing, stationery: Stationery) -> Sheet:
    """The same as a paper of its run, under the office's kop."""
    said = recap_data(recap, signing)
    titles = (words.TITLE, formats.period(recap.period).upper())
    frame = sheet_data(stationery, titles, said["running"])
    data = {**said, "sheet": frame}
    return Sheet(PaperKind.RECAP, "", said["running"], TEMPLATE, data, recap.compiled_at)


def recap_data(recap: Recap, signing: Signing) -> dict[str, Any]:
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
        "signing": signatures(recap, signing, ON_A_PAGE),
        "annexes": annexes(recap),
    }


def matrix(recap: Recap, said: Callable[[Completeness], dict[str, str]]) -> dict[str, Any]:
    """Seat × kind; a seat that owes a kind nothing has an empty cell there."""
    kinds = list(dict.fromkeys(cell.kind for cell in recap.completeness))
    cells = {(c.seat, c.kind): {**said(c), "state": state_of(c)} for c in recap.completeness}
    seats = dict.fromkeys(cell.seat for cell in recap.completeness)
    rows = [
        {
            "unit": recap.title(seat),
            "cells": [cells.get((seat, kind), BLANK) for kind in kinds],
        }
        for seat in seats
    ]
    return {"title": printed.COMPLETENESS, "unit": words.UNIT, "kinds": kinds, "rows": rows}


def state_of(found: Completeness) -> str:
    """A word that the templates colour by."""
    if found.missing:
        return "missing"
    if found.waiting:
        return "waiting"
    return "accepted" if found.accepted else "nihil"


def signatures(recap: Recap, signing: Signing, most: int = SIDE_BY_SIDE) -> dict[str, Any]:
    """Room for the wet paraf and signatures in even rows, each of so many at `most`; an act is told
    once it is recorded."""
    rooms = rooms_of(recap, signing)
    rows = math.ceil(len(rooms) / most)
    in_a_row = math.ceil(len(rooms) / max(rows, 1)) or 1
    return {
        "name": printed.NAME,
        "nip": printed.NIP,
        "initials": printed.INITIALS,
        "rows": [rooms[n : n + in_a_row] for n in range(0, len(rooms), in_a_row)],
    }


def rooms_of(recap: Recap, signing: Signing) -> list[dict[str, str]]:
    acts = (
        (printed.COMPILED_BY, signing.compiled, printed.COMPILED_RECORDED),
        (printed.ANALYSED_BY, signing.analysed, printed.ANALYSED_RECORDED),
        (printed.KNOWN_BY, signing.head, ""),
    )
    rooms = [_room(by, one, act, recap.zone) for by, signed, act in acts for one in signed]
    return [*rooms, *(_of_approver(one, recap.zone) for one in signing.approved)]


def _room(by: str, one: Signature, act: str, zone: str) -> dict[str, str]:
    told = printed.recorded(act, one.recorded_at, zone) if act and one.recorded_at else ""
    also = _of_approver(one.also, zone) if one.also else {"name": "", "recorded": ""}
    recorded = "; ".join(part for part in (told, also["recorded"]) if part)
    return {"by": by, "post": one.post, "name": one.name or also["name"], "recorded": recorded}


def _of_approver(one: Signature, zone: str) -> dict[str, str]:
    """Nothing is told before the act; who stood in is told with the holder's name."""
    if one.act is None:
        return _room("", one, "", zone)
    room = _room(printed.APPROVED_BY[one.act], one, printed.APPROVAL_RECORDED[one.act], zone)
    stead = f" {printed.on_behalf(one.on_behalf)}" if one.on_behalf else ""
    return {**room, "recorded": room["recorded"] + stead}
