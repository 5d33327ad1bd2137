from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.rules.errors.hardcopies import PlaceNotTold
from bot.rules.hardcopies import (
    Hardcopy,
    PrintedPaper,
    Standing,
    in_force,
    read_place,
    replaced_by,
    standing,
)
from bot.rules.printed import PaperKind

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
RECAP = PrintedPaper(1, 1, 1, PaperKind.RECAP, "", "aa", "AAAA-AAAA", "Rekap", NOW, NOW)


def printed(number: int, kind: PaperKind, subject: str = "", after: int = 0) -> PrintedPaper:
    at = NOW + timedelta(minutes=after)
    return replace(RECAP, id=number, kind=kind, subject=subject, digest=str(number), latest_at=at)


def test_newer_content_takes_the_place_of_the_older_one() -> None:
    older, newer = printed(1, PaperKind.RECAP), printed(2, PaperKind.RECAP, after=5)
    assert in_force([newer, older]) == (newer,)
    assert replaced_by(older, [older, newer]) == newer
    assert replaced_by(newer, [older, newer]) is None


def test_only_what_holds_tells_of_older_hardcopies_that_are_kept() -> None:
    older, newer = printed(1, PaperKind.RECAP), printed(2, PaperKind.RECAP, after=5)
    kept = replace(older, hardcopy=Hardcopy(NOW, 7, "lemari 2"))
    assert standing(newer, [older, newer]) == Standing(newer)
    assert standing(newer, [kept, newer]) == Standing(newer, None, (kept,))
    assert standing(kept, [kept, newer]) == Standing(kept, newer)


def test_content_that_is_printed_again_after_another_holds_again() -> None:
    older, newer = printed(1, PaperKind.RECAP), printed(2, PaperKind.RECAP, after=5)
    again = replace(older, latest_at=NOW + timedelta(minutes=9))
    assert in_force([again, newer]) == (again,)
    assert replaced_by(newer, [again, newer]) == again


def test_papers_stand_in_binding_order_and_seats_by_number() -> None:
    control = printed(1, PaperKind.CONTROL)
    tenth = printed(2, PaperKind.REQUEST, "irban-10")
    second = printed(3, PaperKind.REQUEST, "irban-2")
    assert in_force([control, tenth, second]) == (second, tenth, control)


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("lemari 2, map 5", "lemari 2, map 5"),
        ("  Lemari 2,\n map  5. ", "Lemari 2, map 5"),
        ("x" * 80, "x" * 80),
    ],
)
def test_a_place_is_one_line(written: str, place: str) -> None:
    assert read_place(written) == place


@pytest.mark.parametrize("written", ["", "  ", "ab", ", .", "x" * 81])
def test_what_is_no_place_is_told(written: str) -> None:
    with pytest.raises(PlaceNotTold):
        read_place(written)
