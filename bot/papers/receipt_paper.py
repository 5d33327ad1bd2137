"""Tanda terima: all that one supplier handed in, with what became of each version."""

from collections.abc import Iterable, Iterator
from typing import Any

from bot.papers.sheet import Sheet, sheet_data
from bot.papers.signing_rooms import Room, rooms_data
from bot.rules.dossier import Dossier
from bot.rules.printed import PaperKind
from bot.rules.receipts import Receipt, receipts_of
from bot.rules.run import Document, DocumentState
from bot.rules.sop import Seat
from bot.texts import receipt_paper as words
from bot.texts.formats import period
from bot.texts.run_papers import standing

TEMPLATE = "tanda-terima.typ"


def receipt_sheets(of: Dossier) -> Iterator[Sheet]:
    """One for each supplier and collecting role, where anything came."""
    for seat in of.run.sop.suppliers:
        for receipt in receipts_of(of.run, seat):
            yield receipt_sheet(of, receipt)


def receipt_sheet(of: Dossier, receipt: Receipt) -> Sheet:
    title = words.title(receipt, of.run)
    frame = sheet_data(of.stationery, (words.TITLE, words.subtitle(receipt, of.run)), title)
    data = {**receipt_data(of, receipt), "sheet": frame}
    return Sheet(PaperKind.RECEIPT, receipt.subject, title, TEMPLATE, data, of.as_of)


def receipt_data(of: Dossier, receipt: Receipt) -> dict[str, Any]:
    told = (receipt.seat.title, receipt.collector.title, period(of.run.period))
    giving = room(of, words.HANDED_IN_BY, receipt.seat, (d.sender for d in receipt.documents))
    deciders = [d.decided_by for d in receipt.documents]
    taking = (room(of, words.RECEIVED_BY, seat, deciders) for seat in receipt.collector.seats)
    facts = zip(words.LABELS, (*told, words.standing(receipt)), strict=True)
    return {
        "standing": standing(of.run, of.as_of, of.zone),
        "reference": [list(pair) for pair in facts],
        "headings": list(words.HEADINGS),
        "rows": [row(of, place, d) for place, d in enumerate(receipt.documents, 1)],
        "note": words.NOTE,
        "signing": rooms_data([giving, *taking]),
    }


def room(of: Dossier, by: str, seat: Seat, people: Iterable[int | None]) -> Room:
    """Named where one person did it all: who else signs is for the office to say."""
    each = {person for person in people if person is not None}
    [person] = each if len(each) == 1 else [None]
    return Room(by, seat.title, of.name(person), of.nip(person))


def row(of: Dossier, place: int, document: Document) -> dict[str, Any]:
    return {
        "cells": [
            str(place),
            document.kind,
            words.file_lines(document),
            words.letter_lines(document),
            words.received(document, of.name(document.sender), of.zone),
            words.decided(document, of.name(document.decided_by), of.zone),
        ],
        "state": state_of(document),
    }


def state_of(document: Document) -> str:
    """A word that the template colours by."""
    if document.nihil or document.state in (DocumentState.REPLACED, DocumentState.EXCLUDED):
        return "nihil"
    waiting = document.state == DocumentState.RECEIVED
    returned = document.state == DocumentState.RETURNED
    return "waiting" if waiting else "missing" if returned else "accepted"
