"""Whatever became of documents, the checker proves the tables that tell it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from bot.papers.evidence_registers import approvals_table, dispositions_table, papers_table
from bot.papers.evidence_tables import decisions_table, documents_table
from bot.rules import recapping
from bot.rules.run import Document
from bot.usecases.pack_parts import named
from tests.bot.conftest import PENYUSUN, PERSON, Course
from tests.bot.papers.periksa.packs import (
    NAMES,
    ZONE,
    Files,
    chained,
    faults,
    pack_of,
    zipped,
)


@dataclass
class Written(Course):
    """It knows the bytes that were handed in."""

    contents: dict[str, bytes] = field(default_factory=dict)

    def file(
        self, seat: str, kind: str, name: str = "berkas.pdf", content: str = "", **more: object
    ) -> Document:
        content = content or f"{seat} {kind} {name} {len(self.run.documents)}"
        document = super().file(seat, kind, name, content, **more)  # type: ignore[arg-type]
        self.contents[document.digest] = content.encode()
        return document


@pytest.fixture
def written(course: Course) -> Written:
    made = Written(course.calendar, course.run, course.now, course.facts)
    made.to_step(4)
    return made


def pack(course: Written) -> Files:
    """Nobody approves, and nothing was printed or ordered by letter."""
    run, recorded = course.run, chained(course.run, course.facts)
    names = {document.id: name for document, name in named(run)}
    kept = {names[d.id]: course.contents[d.digest] for d in run.documents if not d.nihil}
    kept["berkas.csv"] = documents_table(run, names, NAMES, ZONE)
    kept["pengembalian.csv"] = decisions_table(run, recorded, NAMES, ZONE)
    kept["naskah.csv"] = papers_table([], [], {}, NAMES, ZONE)
    kept["persetujuan.csv"] = approvals_table(run, NAMES, ZONE)
    kept["disposisi.csv"] = dispositions_table(run, [], {}, NAMES, ZONE)
    return pack_of(run, recorded, kept)


def mended(course: Written) -> None:
    first = course.file("irban-1", "LHP")
    course.give_back(first, "=1+1, mohon diperbaiki")
    course.accept(course.file("irban-1", "LHP"))


def returned_though_accepted(course: Written) -> None:
    letter = course.file("irban-1", "LHP")
    course.accept(letter)
    course.give_back(letter)


def same_bytes_again(course: Written) -> None:
    course.give_back(course.file("irban-1", "LHP", content="sama"))
    course.file("irban-1", "LHP", content="sama")
    course.file("irban-2", "LHP", content="sama")


def three_of_a_kind(course: Written) -> None:
    for name in ("lap.pdf", "Lap.pdf", "2_lap.pdf", "=lap.pdf"):
        course.file("irban-1", "LHP", name)


def nihil_and_yet(course: Written) -> None:
    course.nihil("irban-1", "LHP")
    course.give_back(course.file("irban-1", "LHP"))
    course.nihil("irban-1", "LHP")


def overtaken(course: Written) -> None:
    """Sent first, its bytes came last."""
    sent = course.now
    course.now += timedelta(minutes=5)
    course.file("irban-1", "LHP", "baru.pdf", message=(course.now, 2))
    newer = course.run.documents[-1]
    course.file("irban-1", "LHP", "lama.pdf", answers=newer.id, message=(sent, 1))


def excluded(course: Written) -> None:
    course.to_step(5)
    letter = next(d for d in course.run.documents if d.kind == "LHP")
    reason = "Di luar periode."
    course.do(recapping.exclude(course.run, letter, PENYUSUN, PERSON, reason, course.now))


COURSES = {
    mended: "berkas dikembalikan",
    returned_though_accepted: "berkas dikembalikan",
    same_bytes_again: "berkas dikembalikan",
    three_of_a_kind: "berkas diterima",
    nihil_and_yet: "nihil dinyatakan",
    overtaken: "berkas didahului",
    excluded: "berkas dikeluarkan",
}


@pytest.mark.parametrize(("happened", "verb"), COURSES.items(), ids=[c.__name__ for c in COURSES])
def test_it_is_proved(
    written: Written, tmp_path: Path, happened: Callable[[Written], None], verb: str
) -> None:
    happened(written)
    assert verb in {fact.verb for fact in written.facts}
    assert faults(zipped(pack(written), tmp_path / "p.zip")) == []
