"""Berita acara of a run's recap: its course, the completeness, who took part, and the remarks."""

from typing import Any

from bot.papers.recap_pdf import matrix
from bot.papers.recap_rooms import recap_rooms
from bot.papers.sheet import Sheet, sheet_data
from bot.papers.signing_rooms import rooms_data
from bot.rules.dossier import Dossier
from bot.rules.minutes_paper import present
from bot.rules.printed import PaperKind
from bot.rules.signing import signing
from bot.texts import minutes_paper as words
from bot.texts import recap as recap_words
from bot.texts.run_papers import standing

TEMPLATE = "berita-acara.typ"


def minutes_sheet(of: Dossier) -> Sheet:
    title = words.title(of.run)
    frame = sheet_data(of.stationery, (words.TITLE, words.subject(of.run)), title)
    data = {**minutes_data(of), "sheet": frame}
    return Sheet(PaperKind.MINUTES, "", title, TEMPLATE, data, of.as_of)


def minutes_data(of: Dossier) -> dict[str, Any]:
    took_part, day = present(of), of.calendar.on(of.run.closed_at or of.as_of)
    return {
        "standing": standing(of.run, of.as_of, of.zone),
        "number": [words.NUMBER, words.number_of(of, day)],
        "opening": words.opening(of, day),
        "course": {"title": words.COURSE, "rows": words.course(of)},
        "completeness": {
            **matrix(of.recap, lambda cell: {"t": recap_words.completeness(cell, of.zone)}),
            "title": words.COMPLETENESS,
        },
        "present": {
            "title": words.PRESENT,
            "headings": list(words.PRESENT_HEADINGS),
            "rows": [words.present_row(n, one) for n, one in enumerate(took_part, 1)],
            "nothing": words.NOBODY,
        },
        "remarks": {
            "title": words.REMARKS,
            "lines": list(words.remarks(of)) or [words.NO_REMARKS],
        },
        "closing": words.CLOSING,
        "signing": rooms_data(recap_rooms(signing(of), of.zone)),
    }
