"""Kartu kendali: each step with standard and used minutes, by whom and when, lying."""

from typing import Any

from bot.papers.sheet import Sheet, sheet_data
from bot.rules.control_card import Line, control_card
from bot.rules.dossier import Dossier
from bot.rules.printed import PaperKind
from bot.rules.sop import Step
from bot.texts import control_card as words
from bot.texts.formats import period
from bot.texts.run_papers import standing

TEMPLATE = "kartu-kendali.typ"


def control_sheet(of: Dossier) -> Sheet:
    title = words.title(of.run)
    frame = sheet_data(of.stationery, (words.TITLE, period(of.run.period).upper()), title)
    data = {**card_data(of), "sheet": frame}
    return Sheet(PaperKind.CONTROL, "", title, TEMPLATE, data, of.as_of)


def card_data(of: Dossier) -> dict[str, Any]:
    card = control_card(of)
    return {
        "standing": standing(of.run, card.until, of.zone),
        "reference": words.reference(of.run, card.minutes, of.zone),
        "headings": list(words.HEADINGS),
        "steps": [step_data(of, step, lines) for step, lines in card.steps],
        "note": words.NOTE,
        "events": {
            "title": words.EVENTS_TITLE,
            "headings": list(words.EVENT_HEADINGS),
            "rows": [words.event(of.run, fact, of.hand(fact), of.zone) for fact in card.events],
            "nothing": words.NO_EVENTS,
        },
    }


def step_data(of: Dossier, step: Step, lines: tuple[Line, ...]) -> dict[str, Any]:
    return {"activity": words.step_line(step), "rows": [row(of, line) for line in lines]}


def row(of: Dossier, line: Line) -> dict[str, Any]:
    own = line.account
    return {
        "cells": [
            words.performer(of.run, line),
            *words.times(own.duty, of.zone),
            *words.figures(own),
            words.remark(own),
        ],
        "late": words.late(own),
    }
