"""Register rows in which several seats tell of the same letter: each counts once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from bot.rules.letters import same
from bot.rules.registers import Entered, LheRow, LhpRow, TlhpRow

Row = TypeVar("Row", LhpRow, LheRow, TlhpRow)
Told = Sequence[tuple[str, Row]]
"""What each seat's register says of one letter, by the seat's key, in the seats' order."""

COMPARED: dict[type[Entered], tuple[str, ...]] = {
    LhpRow: ("dated", "findings", "value"),
    LheRow: ("dated", "year", "planning", "measuring", "reporting", "evaluating"),
    TlhpRow: ("dated", "finding_value", "recommendation_value", "deposited", "status", "due"),
}


def letters_told(registers: Iterable[tuple[str, Sequence[Row]]]) -> list[Told[Row]]:
    """Every row of the seats' registers, those of the same letter together; where one seat has a
    letter twice, its second row goes with the others' second."""
    told: dict[object, list[tuple[str, Row]]] = {}
    for seat, rows in registers:
        before: Counter[object] = Counter()
        for place, row in enumerate(rows):
            letter = known_by(row)
            key = (letter, before[letter]) if letter else (seat, place)
            before[letter] += 1
            told.setdefault(key, []).append((seat, row))
    return list(told.values())


def known_by(row: Entered) -> tuple[str, ...]:
    """A letter by its number, a recommendation by its texts too; empty where they are not told."""
    number = same(getattr(row, "number", ""))
    if not isinstance(row, TlhpRow):
        return (number,) if number else ()
    texts = (same(row.finding), same(row.recommendation))
    return (number, *texts) if number and any(texts) else ()


def as_counted(told: Told[Row]) -> Row:
    """The first seat's row, in which others fill what it leaves empty."""
    first = told[0][1]
    if len(told) == 1:
        return first
    filled = {field.name: value_of(told, field.name) for field in fields(first)}
    return replace(first, **{**filled, "cells": first.cells})


def value_of(told: Told[Row], key: str) -> Any:
    return getattr(teller_of(told, key)[1], key)


def teller_of(told: Told[Row], key: str) -> tuple[str, Row]:
    """The seat, and its row, whose word on this counts."""
    return next((one for one in told if getattr(one[1], key) not in (None, "")), told[0])


def differing(told: Told[Row]) -> tuple[str, ...]:
    """In what the seats contradict each other; what one leaves empty is no contradiction."""
    return tuple(
        key
        for key in COMPARED[type(told[0][1])]
        if len({getattr(row, key) for _, row in told} - {None}) > 1
    )


def told_apart(every: Iterable[Told[TlhpRow]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Number and seats, where several seats tell of one LHP in words of their own: its
    recommendations may be shared out, or told twice. All of them count."""
    letters: dict[str, list[Told[TlhpRow]]] = {}
    for told in every:
        letters.setdefault(same(told[0][1].number), []).append(told)
    for letter, rows in letters.items():
        seats = tuple(dict.fromkeys(seat for told in rows for seat, _ in told))
        if letter and any(len(told) < len(seats) for told in rows):
            yield rows[0][0][1].number, seats
