"""The same letter in several seats' registers: one row, counted once, whatever each seat wrote."""

from datetime import date
from decimal import Decimal

import pytest

from bot.rules.from_seats import FromSeat, joined
from bot.rules.registers import LheRow, LhpRow, TlhpRow, TlhpStatus
from bot.rules.shared_rows import differing, told_apart

DAY = date(2026, 10, 5)
NUMBER = "700/9/LHP/2026"


def lhp(number: str = NUMBER, value: int | None = 10, findings: int | None = 2, **more) -> LhpRow:
    figures = (None if n is None else Decimal(n) for n in (findings, value))
    return LhpRow(number, more.pop("dated", DAY), "Inspektorat", "Desa", *figures, **more)


def tlhp(finding: str, deposited: int | None = None, number: str = NUMBER, **more) -> TlhpRow:
    paid = None if deposited is None else Decimal(deposited)
    return TlhpRow(number, DAY, finding=finding, deposited=paid, **more)


def of(*registers: list) -> tuple[FromSeat, ...]:
    return joined((f"irban-{n}", rows) for n, rows in enumerate(registers, 1))


@pytest.mark.parametrize("number", [NUMBER, "700/9/lhp/2026", " 700 / 9 / LHP / 2026 "])
def test_one_number_is_one_letter_however_it_is_written(number: str) -> None:
    (entry,) = of([lhp()], [lhp(number)])
    assert (entry.seat, entry.seats) == ("irban-1", ("irban-1", "irban-2"))
    assert (entry.row.number, entry.row.value) == (NUMBER, 10)
    assert differing(entry.told) == ()


@pytest.mark.parametrize("number", ["700/10/LHP/2026", ""])
def test_other_letters_and_letters_without_a_number_are_each_their_own(number: str) -> None:
    assert len(of([lhp(number)], [lhp()], [lhp(number and f"{number}x")])) == 3


def test_what_one_seat_lists_twice_stays_twice() -> None:
    entries = of([lhp(), lhp()], [lhp()])
    assert [entry.seats for entry in entries] == [("irban-1", "irban-2"), ("irban-1",)]


def test_where_seats_contradict_each_other_the_first_counts_and_the_difference_is_told() -> None:
    (entry,) = of([lhp(value=10)], [lhp(value=12, findings=3)], [lhp(value=10)])
    assert (entry.row.value, entry.row.findings) == (10, 2)
    assert differing(entry.told) == ("findings", "value")


def test_what_one_seat_leaves_empty_another_fills_without_contradicting_it() -> None:
    empty = lhp(value=None, dated=None, cells=(("findings", "E6"), ("value", "F6")))
    (entry,) = of([empty], [lhp(cells=(("value", "F9"),))])
    assert (entry.row.value, entry.row.dated) == (10, DAY)
    assert differing(entry.told) == ()
    seat, row = entry.teller("value")
    assert (seat, row.cell("value")) == ("irban-2", "F9")
    assert entry.teller("findings")[0] == "irban-1"


def test_an_evaluation_is_joined_and_its_total_is_that_of_the_joined_parts() -> None:
    parts = [Decimal(n) for n in (20, 20, 10)]
    whole = LheRow("700/31/LHE/2026", DAY, Decimal(2025), *parts, Decimal(15))
    (entry,) = of([LheRow("700/31/LHE/2026", DAY, None, *parts)], [whole])
    assert (entry.row.total, entry.row.grade) == (65, "B")


def test_recommendations_are_joined_by_their_texts_too() -> None:
    paid, status = TlhpStatus.DONE, TlhpStatus.PARTLY
    entries = of(
        [tlhp("Kas kurang", 5, status=paid), tlhp("Pajak")],
        [tlhp("kas  kurang", 7, status=status), tlhp("Aset", number=NUMBER.lower())],
    )
    assert [(e.row.finding, e.seats) for e in entries] == [
        ("Kas kurang", ("irban-1", "irban-2")),
        ("Pajak", ("irban-1",)),
        ("Aset", ("irban-2",)),
    ]
    assert (entries[0].row.deposited, entries[0].row.status) == (5, paid)
    assert differing(entries[0].told) == ("deposited", "status")
    assert list(told_apart(e.told for e in entries)) == [(NUMBER, ("irban-1", "irban-2"))]


def test_recommendations_without_texts_are_not_told_alike() -> None:
    assert len(of([tlhp("")], [tlhp("")])) == 2


def test_recommendations_that_all_seats_tell_alike_are_not_asked_about() -> None:
    entries = of([tlhp("Kas"), tlhp("Pajak")], [tlhp("Pajak"), tlhp("Kas")])
    assert len(entries) == 2
    assert list(told_apart(e.told for e in entries)) == []
