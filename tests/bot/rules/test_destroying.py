from datetime import UTC, datetime

import pytest

from bot.rules.destroyed import DESTROYED
from bot.rules.destroying import files_of, heads_covered, packs_of, used_elsewhere
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


def test_what_another_chain_names_and_has_not_destroyed_is_used_there(course: Course) -> None:
    run = course.run
    pack = fact("paket bukti dibuat", "p", putaran=run.id, periode=run.period.key)
    naming = [
        (run.id, 1, fact(HANDED_IN, "own")),
        (None, 1, pack),
        (run.id + 1, 1, fact(HANDED_IN, "theirs")),
        (None, 2, fact("format diganti", "office")),
        (run.id + 2, 1, fact(HANDED_IN, "gone")),
        (run.id + 2, 1, fact(DESTROYED, "gone")),
    ]
    assert used_elsewhere(run, naming) == {"theirs", "office"}
    assert packs_of(run, [pack]) == {"p": f"paket bukti {run.period.key}"}


def test_a_pack_holds_all_only_if_nothing_but_destruction_was_recorded_since() -> None:
    chain = [
        (fact(HANDED_IN, "a"), "h1"),
        (fact(HANDED_IN, "b"), "h2"),
        (fact(DESTROYED, "a"), "h3"),
    ]
    assert list(heads_covered(chain)) == ["h3", "h2"]
    assert list(heads_covered(chain[:2])) == ["h2"]
    assert list(heads_covered([])) == []
