"""Twins on paper: what was printed, and whether its signed hardcopy and its scan are there."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.rules.errors.hardcopies import PlaceNotTold
from bot.rules.printed import PaperKind, PrintCode

SHORTEST, LONGEST = 3, 80  # letters of a place
WIDEST = 40  # letters of a subject: a seat's key or a number


@dataclass(frozen=True, slots=True)
class Hardcopy:
    """The signed paper was received (UTC) by this person and stands at `place` (lemari, map)."""

    received_at: datetime
    received_by: int
    place: str


@dataclass(frozen=True, slots=True)
class Scan:
    """The signed twin: a file in the cabinet under `digest`."""

    digest: str
    name: str
    at: datetime
    by: int
    media: str = "document"


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """One content of a paper, under its code. `digest` is what it says (Sheet.digest), `printed_at`
    (UTC) when first; `latest_at` when it last took the place of another content."""

    id: int
    office_id: int
    run_id: int
    kind: PaperKind
    subject: str
    digest: str
    code: str
    title: str
    printed_at: datetime
    latest_at: datetime
    printed_by: int | None = None
    hardcopy: Hardcopy | None = None
    scan: Scan | None = None

    @property
    def print_code(self) -> PrintCode:
        return PrintCode(self.code, self.run_id, self.digest)

    @property
    def same_paper(self) -> tuple[int, PaperKind, str]:
        return (self.run_id, self.kind, self.subject)


def in_force(papers: Iterable[PrintedPaper]) -> tuple[PrintedPaper, ...]:
    """Of each paper the content printed last, in binding order; the others are replaced by it."""
    newest: dict[tuple[int, PaperKind, str], PrintedPaper] = {}
    for paper in sorted(papers, key=lambda p: (p.latest_at, p.id)):
        newest[paper.same_paper] = paper
    return tuple(sorted(newest.values(), key=binding_order))


def binding_order(paper: PrintedPaper) -> tuple[int, int, str]:
    # what is shorter comes first: irban-2 before irban-10
    return (paper.run_id, list(PaperKind).index(paper.kind), paper.subject.rjust(WIDEST))


def replaced_by(paper: PrintedPaper, papers: Sequence[PrintedPaper]) -> PrintedPaper | None:
    """What has taken this content's place; None while it is in force."""
    newest = {one.same_paper: one for one in in_force(papers)}.get(paper.same_paper, paper)
    return None if newest.id == paper.id else newest


@dataclass(frozen=True, slots=True)
class Standing:
    """A printed paper among the others of its run: `newer` took its content's place, and of the
    `older` contents, whose place it took, a hardcopy is still kept."""

    paper: PrintedPaper
    newer: PrintedPaper | None = None
    older: tuple[PrintedPaper, ...] = ()


def standing(paper: PrintedPaper, papers: Sequence[PrintedPaper]) -> Standing:
    newer = replaced_by(paper, papers)
    others = [p for p in papers if p.same_paper == paper.same_paper and p.id != paper.id]
    kept = [] if newer else [other for other in others if other.hardcopy]
    return Standing(paper, newer, tuple(kept))


def read_place(written: str) -> str:
    """In one line. Raises PlaceNotTold where it is none."""
    place = re.sub(r"\s+", " ", written).strip(" ,;.")
    if not SHORTEST <= len(place) <= LONGEST:
        raise PlaceNotTold(SHORTEST, LONGEST)
    return place
