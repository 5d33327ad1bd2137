"""By whose hand an act is done, and what who may not is told."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.rules.errors.acting import StaffMayNot, SubstituteActs
from bot.rules.errors.seats import NotYours
from bot.rules.hands import hand_of, not_theirs, signed
from bot.rules.people import Leave, Person, Seating, Substitution, Title
from bot.rules.run import Fact
from bot.rules.sop import Sop

BUDI, SARI, RINA, ANI = (Person(n, name) for n, name in enumerate(("Budi", "Sari", "Rina", "Ani")))
MONDAY, WEDNESDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 25), date(2026, 11, 27)
STANDS_IN = Substitution(1, 1, "irban-2", SARI, Title.PLH, WEDNESDAY, FRIDAY)
SEATING = Seating(
    {"irban-1": ANI, "irban-2": BUDI}, {"irban-2": (RINA,)}, (STANDS_IN,),
    (Leave(1, 1, BUDI, MONDAY, FRIDAY), Leave(2, 1, SARI, FRIDAY, FRIDAY)),
)  # fmt: skip
AT = datetime(2026, 11, 25, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "who", "away"),
    [
        (MONDAY, "Budi", True),  # on leave, and nobody stands in yet
        (WEDNESDAY, "Sari", False),
        (FRIDAY, "Sari", True),  # the substitute is on leave himself
        (date(2026, 11, 28), "Budi", False),
    ],
)
def test_the_substitute_acts_in_his_days_and_is_away_on_his_own_leave(
    day: date, who: str, away: bool
) -> None:
    assert SEATING.acting(day)["irban-2"].name == who
    assert (SEATING.away(day) == {"irban-2"}) is away


def test_one_that_was_ended_stands_in_no_more() -> None:
    over = replace(SEATING, substitutions=(replace(STANDS_IN, ended_at=AT),))
    assert over.acting(WEDNESDAY)["irban-2"] == BUDI


@pytest.mark.parametrize(
    ("person", "day", "acting"),
    [
        (BUDI, MONDAY, None),
        (SARI, MONDAY, None),
        (SARI, WEDNESDAY, "Plh."),
        (RINA, MONDAY, "staf"),
        (RINA, WEDNESDAY, "staf"),
        (ANI, WEDNESDAY, None),
    ],
)
def test_a_fact_bears_both_names_where_another_than_the_holder_acted(
    person: Person, day: date, acting: str | None
) -> None:
    fact = signed(SEATING, Fact("berkas diterima", AT, person.id, "irban-2", {"jenis": "LHP"}), day)
    hand = hand_of(SEATING, "irban-2", person.id, day)
    assert (hand.acting if hand else None) == acting
    told = {"sebagai": acting, "oleh": person.name, "atas nama": "Budi"} if acting else {}
    assert fact.detail == {"jenis": "LHP", **told}


def test_what_the_clock_did_is_signed_by_nobody() -> None:
    fact = Fact("pengingat", AT, None, "irban-2")
    assert signed(SEATING, fact, WEDNESDAY) == fact


def test_who_may_not_is_told_whose_it_is_and_why(jeneponto: Sop) -> None:
    seat = jeneponto.seat("irban-2")
    holder = not_theirs(SEATING, BUDI.id, [seat], WEDNESDAY)
    assert holder == SubstituteActs("Irban II", "irban-2", "Sari", "Plh.", FRIDAY)
    assert not_theirs(SEATING, RINA.id, [seat], MONDAY) == StaffMayNot(("Irban II",), ("Budi",))
    assert not_theirs(SEATING, ANI.id, [seat], WEDNESDAY) == NotYours(("Irban II",), ("Sari",))
