from datetime import UTC, datetime

import pytest

from bot.rules.destroyed import DESTROYED
from bot.rules.destroying import begun_in, files_of, heads_covered
from bot.rules.retention import RecordKind
from bot.rules.run import Fact
from tests.bot.conftest import Course

NOW = datetime(2032, 1, 5, tzinfo=UTC)
HANDED_IN, SCAN, RECAP = "berkas diterima", "pindaian bertanda tangan disimpan", "rekap disetujui"


def fact(verb: str, digest: str, **more: object) -> Fact:
    return Fact(verb, NOW, detail={"sidik": digest, **more})


@pytest.mark.parametrize(
    ("facts", "kind", "files"),
    [
        ([fact(HANDED_IN, "a", nama="x.pdf")], RecordKind.DOCUMENTS, {"a": "x.pdf"}),
        ([fact(HANDED_IN, "a"), fact("berkas dikembalikan", "a")], RecordKind.DOCUMENTS, {"a": ""}),
        ([fact(HANDED_IN, "a"), fact(SCAN, "b")], RecordKind.SCANS, {"b": ""}),
        ([fact("surat arahan dicatat", "c")], RecordKind.SCANS, {"c": ""}),
        ([fact(RECAP, "d"), fact("format diganti", "e")], RecordKind.PAPERS, {"d": "", "e": ""}),
        ([fact(HANDED_IN, "a"), fact(SCAN, "a")], RecordKind.DOCUMENTS, {}),  # of another kind too
        ([fact(HANDED_IN, "a"), fact(DESTROYED, "a")], RecordKind.DOCUMENTS, {}),
    ],
)
def test_each_file_is_of_one_kind_and_what_is_of_two_stays(
    course: Course, facts: list[Fact], kind: RecordKind, files: dict[str, str]
) -> None:
    assert files_of(course.run, facts, kind) == files


def test_what_was_destroyed_by_its_kind_is_begun_unless_the_run_names_it_again() -> None:
    own = [
        fact(HANDED_IN, "a"),
        fact(DESTROYED, "a", golongan="berkas serahan"),
        fact(DESTROYED, "b", golongan="pindaian"),
        fact(DESTROYED, "c", golongan="berkas serahan"),
        fact(HANDED_IN, "c"),
    ]
    of_office = [fact(DESTROYED, each, golongan="berkas serahan") for each in ("c", "p")]
    assert begun_in(own, of_office, RecordKind.DOCUMENTS) == ["p", "a"]


def test_a_pack_holds_all_only_if_nothing_but_destruction_was_recorded_since() -> None:
    chain = [
        (fact(HANDED_IN, "a"), "h1"),
        (fact(HANDED_IN, "b"), "h2"),
        (fact(DESTROYED, "a"), "h3"),
    ]
    assert list(heads_covered(chain)) == ["h3", "h2"]
    assert list(heads_covered(chain[:2])) == ["h2"]
    assert list(heads_covered([])) == []
