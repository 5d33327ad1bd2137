from datetime import UTC, datetime

import pytest

from bot.rules.destroyed import DESTROYED
from bot.rules.file_claims import Named, own_files, packs_of, used_elsewhere
from bot.rules.run import Fact
from tests.bot.conftest import Course

NOW = datetime(2032, 1, 5, tzinfo=UTC)
HANDED_IN, LETTER, BOUND = "berkas diterima", "surat arahan dicatat", "arahan disertakan"
RUN, OTHER, OFFICE = 0, 1, None  # of the run asked about, of another, the office's own


def fact(verb: str, **more: object) -> Fact:
    return Fact(verb, NOW, detail={"sidik": "x", **more})


@pytest.mark.parametrize(
    ("told", "used"),
    [
        ([(RUN, fact(HANDED_IN))], False),
        ([(OTHER, fact(HANDED_IN))], True),
        ([(OTHER, fact(HANDED_IN)), (OTHER, fact(DESTROYED))], False),
        ([(OTHER, fact(DESTROYED)), (OTHER, fact(HANDED_IN))], True),
        ([(OFFICE, fact("format diganti"))], True),
        ([(OFFICE, fact("paket bukti dibuat", putaran=RUN))], False),
        ([(OFFICE, fact("paket bukti dibuat", putaran=OTHER))], True),
        # the office's letter is the run's, once the run tells of the same arahan and scan
        ([(OFFICE, fact(LETTER, agenda="1/2026"))], True),
        ([(OFFICE, fact(LETTER, agenda="1/2026")), (RUN, fact(BOUND, agenda="1/2026"))], False),
        ([(OFFICE, fact(LETTER, agenda="2/2026")), (RUN, fact(BOUND, agenda="1/2026"))], True),
        ([(OFFICE, fact(LETTER, agenda="1/2026")), (OTHER, fact(BOUND, agenda="1/2026"))], True),
    ],
)
def test_a_file_is_used_where_another_record_still_needs_it(
    course: Course, told: list[tuple[int | None, Fact]], used: bool
) -> None:
    run = course.run
    naming: list[Named] = [
        (None if which is None else run.id + which, 1, named(each, run.id)) for which, each in told
    ]
    assert used_elsewhere(run, naming) == ({"x"} if used else set())


def named(told: Fact, run: int) -> Fact:
    """With the run's own number."""
    if "putaran" not in told.detail:
        return told
    return fact(told.verb, putaran=run + told.detail["putaran"], periode="2026-TW3")


def test_another_office_s_letter_of_the_same_number_is_its_own(course: Course) -> None:
    run = course.run
    letter, bound = fact(LETTER, agenda="1/2026"), fact(BOUND, agenda="1/2026")
    assert used_elsewhere(run, [(None, 2, letter), (run.id, 1, bound)]) == {"x"}


def test_the_packs_of_a_run_are_known_and_no_file_of_the_office(course: Course) -> None:
    run = course.run
    pack = fact("paket bukti dibuat", putaran=run.id, periode="2026-TW3")
    refused = Fact("berkas ditolak", NOW, detail={"sidik": "y"})
    assert packs_of(run, [pack, refused]) == {"x": "paket bukti 2026-TW3"}
    assert list(own_files([pack, refused])) == [(refused, "y")]
