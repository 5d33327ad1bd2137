"""The ledger by seats: summed over a seat's duties, closing to the minute."""

from contextlib import suppress
from datetime import timedelta
from random import Random

import pytest

from bot.rules.errors.refusal import Refusal
from bot.rules.ledger import Share, ledger
from bot.rules.seat_ledger import seat_ledger
from bot.rules.worktime import minutes_between

EVLAP, UMUM = "kasubbag-evlap", "kasubbag-umum"


def accounts(course) -> dict[str, dict[str, int]]:
    found = seat_ledger(course.run, course.calendar, course.now)
    return {each.seat.key: {s.value: n for s, n in each.minutes.items()} for each in found}


def test_a_seat_with_two_duties_has_one_account_of_both(asked) -> None:
    asked.at("2026-11-23 10:00").hand_in("irban-1")
    asked.at("2026-11-23 11:00")
    # of 210 minutes: conveying was his for none, collecting since 10.00 when files had come
    assert accounts(asked)[EVLAP] == {
        "menunggu": 20 + 150, "sendiri": 60, "lepas": 190, "diperiksa": 0, "diizinkan": 0
    }  # fmt: skip


def test_only_seats_of_which_something_was_begun_are_told(course) -> None:
    assert list(accounts(course)) == []
    course.at("2026-11-23 07:35").order()
    course.at("2026-11-23 07:36")
    assert list(accounts(course)) == ["kasubbag-perencanaan", "penyusun"]


def anything(course, dice: Random) -> None:
    """An act that may be refused, by whoever."""
    irban = f"irban-{dice.randint(1, 4)}"
    collector = dice.choice([EVLAP, UMUM])
    acts = [
        lambda: course.hand_in(irban),
        lambda: course.accept_all(collector),
        lambda: course.give_back(dice.choice(course.run.documents), seat=collector),
        lambda: course.convey_collected(collector, "Irban dinas luar"),
        lambda: course.to_step(4),
        course.approve,
        course.finish,
    ]
    with suppress(Refusal, IndexError):
        dice.choice(acts)()


@pytest.mark.parametrize("seed", range(40))
def test_every_seat_s_account_closes_to_the_minute(course, seed: int) -> None:
    dice = Random(seed)  # noqa: S311
    for _ in range(25):
        course.now += timedelta(seconds=dice.randint(1, 9_000))
        anything(course, dice)
    course.now += timedelta(seconds=dice.randint(0, 9_000))
    end = course.run.closed_at or course.now
    whole = minutes_between(course.calendar, course.run.opened_at, end)
    duties = ledger(course.run, course.calendar, course.now)
    for found in seat_ledger(course.run, course.calendar, course.now):
        own = [each for each in duties if each.duty.seat == found.seat.key]
        assert sum(found.minutes.values()) == whole * len(own)
        assert found.late == sum(each.late for each in own)
        for share in Share:
            assert found.minutes[share] == sum(each.minutes[share] for each in own)
