"""Every refusal in words: what is wrong and what to do; a room for each of bot/rules/errors."""

from collections.abc import Callable
from typing import Any

from bot.rules.errors.refusal import Refusal
from bot.texts import packs
from bot.texts.refusals import (
    acting,
    answers,
    approvals,
    calendars,
    dispositions,
    files,
    fillings,
    hardcopies,
    letterheads,
    offices,
    own_data,
    runs,
    seats,
)

SENTENCES: dict[type[Refusal], Callable[[Any, str], str]] = {
    **acting.SENTENCES,
    **answers.SENTENCES,
    **approvals.SENTENCES,
    **calendars.SENTENCES,
    **dispositions.SENTENCES,
    **files.SENTENCES,
    **fillings.SENTENCES,
    **hardcopies.SENTENCES,
    **letterheads.SENTENCES,
    **offices.SENTENCES,
    **own_data.SENTENCES,
    **runs.SENTENCES,
    **seats.SENTENCES,
    **packs.SENTENCES,
}


def sentence(refusal: Refusal, zone: str) -> str:
    """The refusal as HTML-safe text; `zone` is the office's, for times."""
    return SENTENCES[type(refusal)](refusal, zone)


def unknown_button() -> str:
    return "Tombol ini tidak dikenal lagi. Mohon mengetik /tugas."
