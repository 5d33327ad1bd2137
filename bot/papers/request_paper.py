"""Permintaan data: the letter that asks one supplier, from the collectors on the order."""

from collections.abc import Iterator
from typing import Any

from bot.papers.sheet import Sheet, sheet_data
from bot.papers.signing_rooms import acted, rooms_data
from bot.rules.disposing import sheet_of
from bot.rules.dossier import Dossier
from bot.rules.forms import OfficeFormat
from bot.rules.json_form import from_json
from bot.rules.printed import PaperKind
from bot.rules.request_letters import RequestLetter, request_letter
from bot.texts import request_paper as words

TEMPLATE = "permintaan.typ"


def request_sheets(of: Dossier) -> Iterator[Sheet]:
    """One for each supplier whose time has begun."""
    for seat in of.run.sop.suppliers:
        letter = request_letter(of, seat)
        if letter is not None:
            yield request_sheet(of, letter)


def request_sheet(of: Dossier, letter: RequestLetter) -> Sheet:
    title = words.title(letter, of.run.period)
    frame = sheet_data(of.stationery, (), title)
    data = {**letter_data(of, letter), "sheet": frame}
    return Sheet(PaperKind.REQUEST, letter.seat.key, title, TEMPLATE, data, of.as_of)


def letter_data(of: Dossier, letter: RequestLetter) -> dict[str, Any]:
    run, sop = of.run, of.run.sop
    disposition = sheet_of(of.dispositions)
    told = (
        words.letter_number(disposition, of.stationery, letter),
        words.nature(disposition),
        words.enclosed(letter),
        words.subject(run.period),
    )
    asked = indicators(of, letter)
    ordered = (acted(of, words.ORDERED, *done, words.ORDER_RECORDED) for done in letter.orders)
    asking = (acted(of, words.ASKED, *done, words.ASK_RECORDED) for done in letter.asked_by)
    return {
        "day": words.day(letter),
        "reference": [list(pair) for pair in zip(words.LABELS, told, strict=True)],
        "to": [f"{words.DEAR} {letter.seat.title}", *words.PLACE],
        "opening": words.opening(sop, run.period),
        "headings": list(words.HEADINGS),
        "rows": [words.kind_row(n, kind, asked, sop) for n, kind in enumerate(letter.kinds, 1)],
        "limit": words.limit(letter, of.zone),
        "paragraphs": [words.how(sop, letter), words.CLOSING],
        "signing": rooms_data([*ordered, *asking]),
    }


def indicators(of: Dossier, letter: RequestLetter) -> int:
    """How many the format asks this seat for."""
    return len(from_json(OfficeFormat, of.run.form).of(letter.seat.key)) if of.run.form else 0
