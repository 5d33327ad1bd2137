"""Lembar disposisi: half a folio to be filled with a pen, and under it what was recorded."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from bot.papers.sheet import Sheet, sheet_data
from bot.rules.disposition_record import (
    Record,
    forwarded_to,
    initialling,
    post_of,
    record_of,
)
from bot.rules.dispositions import DispositionState
from bot.rules.dossier import Dossier
from bot.rules.printed import PaperKind
from bot.rules.run import Fact
from bot.rules.sop import Seat
from bot.texts import disposition_sheet as words
from bot.texts.run_papers import standing

TEMPLATE = "disposisi.typ"


def disposition_sheets(of: Dossier) -> Iterator[Sheet]:
    """The run's one sheet, from its first arahan or its order on."""
    record = record_of(of, words.ACTS)
    if record is not None:
        title = words.title(of.run)
        frame = sheet_data(of.stationery, (words.TITLE,), title)
        at = max(of.as_of, *(each.at for each in of.dispositions))
        data = {**said(of, record, at), "sheet": frame}
        yield Sheet(PaperKind.DISPOSITION, "", title, TEMPLATE, data, at)


def said(of: Dossier, record: Record, at: datetime) -> dict[str, Any]:
    sheet = record.sheet
    posts = [post_of(of, each) for each in (sheet, *record.added)]
    return {
        "standing": standing(of.run, at, of.zone),
        "letter": words.letter_fields(sheet.letter),
        "agenda": list(
            zip(words.AGENDA, (words.received(sheet, of.zone), sheet.agenda, ""), strict=True)
        ),
        "natures": words.nature_boxes(sheet),
        "about": [words.ABOUT, words.about(sheet, of.run.period)],
        "forwarded": [words.FORWARDED, [forwarded(of, seat) for seat in forwarded_to(of)]],
        "hopes": [
            words.HOPED,
            words.hope_boxes(ordered=sheet.state == DispositionState.ORDERED),
        ],
        "notes": [words.NOTES, words.notes(sheet, record.added, posts)],
        "initials": [room(seat, last=seat == initialling(of)[-1]) for seat in initialling(of)],
        "date": words.DATE,
        "record": record_data(of, record),
    }


def forwarded(of: Dossier, seat: Seat) -> str:
    """With the name of who acted for it, once he has."""
    acts = act_of(of, seat)
    hand = of.hand(acts) if acts else None
    acting = f"{hand.acting} " if hand and hand.acting else ""
    return words.forwarded(f"{acting}{seat.title}", hand.name if hand else "")


def act_of(of: Dossier, seat: Seat) -> Fact | None:
    """The seat's first act that enters the sheet."""
    return next((f for f in of.facts if f.verb in words.ACTS and f.seat == seat.key), None)


def room(seat: Seat, *, last: bool) -> dict[str, str]:
    """Left to the pen: the highest signs, the others put their paraf."""
    return {"by": words.SIGNATURE if last else words.INITIALS, "post": seat.title}


def record_data(of: Dossier, record: Record) -> dict[str, Any]:
    titles = {seat.key: seat.title for seat in of.run.sop.seats}
    rows = [
        [
            str(place),
            words.act(entry, titles),
            words.person(entry),
            entry.post or words.NOTHING,
            words.when(entry.at, of.zone),
        ]
        for place, entry in enumerate(record.entries, 1)
    ]
    return {
        "title": words.RECORD_TITLE,
        "headings": list(words.RECORD_HEADINGS),
        "rows": rows,
        "nothing": words.NO_RECORD,
        "note": words.RECORD_NOTE,
    }
