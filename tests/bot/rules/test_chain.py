import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest

from bot.rules.chain import START, Link, broken_places, digest
from bot.rules.fingerprint import fingerprint
from bot.rules.run import Fact

AT = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
FACT = Fact("run_opened", AT, 7, "penyusun", {"periode": "2026-TW3", "n": 1})


def chain(*facts: Fact) -> list[Link]:
    links, end = [], START
    for place, fact in enumerate(facts, 1):
        end = digest(end, 1, 2, fact)
        links.append(Link(place, fact, end))
    return links


def broken(links: list[Link], length: int, end: str) -> list[int]:
    return list(broken_places(1, 2, links, (length, end)))


FIVE = chain(*(replace(FACT, detail={"n": n}) for n in range(5)))
HEAD = (5, FIVE[-1].recorded)


def test_the_hash_of_a_known_fact_never_changes() -> None:
    # recorded chains of every office hang on this value
    text = (
        '{"at":"2026-11-23T00:30:00.000000+00:00","detail":{"n":1,"periode":"2026-TW3"},'
        '"office":1,"person":7,"previous":"","run":2,"seat":"penyusun","verb":"run_opened"}'
    )
    assert digest(START, 1, 2, FACT) == sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    "other",
    [
        replace(FACT, verb="run_closed"),
        replace(FACT, at=AT + timedelta(microseconds=1)),
        replace(FACT, person=8),
        replace(FACT, seat="irban-1"),
        replace(FACT, detail={"periode": "2026-TW3", "n": 2}),
    ],
)
def test_every_field_of_a_fact_counts(other: Fact) -> None:
    assert digest(START, 1, 2, other) != digest(START, 1, 2, FACT)


@pytest.mark.parametrize(("previous", "office", "run"), [("a", 1, 2), ("", 9, 2), ("", 1, None)])
def test_the_chain_that_a_fact_stands_in_counts(
    previous: str, office: int, run: int | None
) -> None:
    assert digest(previous, office, run, FACT) != digest(START, 1, 2, FACT)


def test_the_zone_that_an_instant_is_written_in_does_not_count() -> None:
    wita = replace(FACT, at=AT.astimezone(timezone(timedelta(hours=8))))
    assert digest(START, 1, 2, wita) == digest(START, 1, 2, FACT)


@pytest.mark.parametrize(
    "detail", [{2: "a", 10: "b"}, {"b": 1, "a": (1, 2)}, {"nilai": 1.10}, {"nama": "\ud83d é"}]
)
def test_what_comes_back_from_json_has_the_same_fingerprint(detail: dict[object, object]) -> None:
    assert fingerprint(json.loads(json.dumps(detail))) == fingerprint(detail)


def test_an_unbroken_chain_has_no_broken_places() -> None:
    assert broken(FIVE, *HEAD) == []
    assert broken([], 0, START) == []


def test_an_altered_fact_shows_at_its_place() -> None:
    altered = replace(FIVE[2], fact=replace(FACT, person=666))
    assert broken([*FIVE[:2], altered, *FIVE[3:]], *HEAD) == [3]


def test_a_fact_altered_with_its_hash_shows_at_the_next_one() -> None:
    fact = replace(FACT, person=666)
    forged = Link(3, fact, digest(FIVE[1].recorded, 1, 2, fact))
    assert broken([*FIVE[:2], forged, *FIVE[3:]], *HEAD) == [4]


def test_the_last_fact_altered_with_its_hash_shows_by_the_head() -> None:
    fact = replace(FACT, person=666)
    forged = Link(5, fact, digest(FIVE[3].recorded, 1, 2, fact))
    assert broken([*FIVE[:4], forged], *HEAD) == [5]


def test_a_missing_fact_shows() -> None:
    assert broken([*FIVE[:2], *FIVE[3:]], *HEAD) == [3, 4]


def test_a_tail_cut_off_shows() -> None:
    assert broken(FIVE[:3], *HEAD) == [4, 5]
    assert broken([], *HEAD) == [1, 2, 3, 4, 5]


def test_facts_beyond_the_head_show() -> None:
    assert broken(FIVE, 3, FIVE[2].recorded) == [3]
