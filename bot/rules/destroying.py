"""Which files of a run may be destroyed by its office's JRA, and what hinders it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from bot.rules.destroyed import DESTROYED, destroyed_in, standing_in
from bot.rules.retention import OF_FILES, Fate, RecordKind, RetentionNote, note_for, year_of
from bot.rules.run import Fact, Run

SHORTEST = 10  # letters of a reason
OPERATOR = "operator"  # who types commands is known to the machine alone
SCANNED = ("pindaian ", "arahan ", "surat ")  # how the verbs of facts begin that name a scan


class Hindrance(StrEnum):
    AT_WORK = "at work"
    NO_NOTE = "no note"
    STAYS = "stays"  # facts and conversations, which are no files
    PERMANENT = "permanent"
    NOT_YET = "not yet"
    NO_BASIS = "no basis"
    UNDECIDED = "undecided"
    NO_REASON = "no reason"
    NOTHING = "nothing"
    PACK_INSIDE = "pack inside"  # it would go with the files that it is to outlive
    PACK_UNPROVED = "pack unproved"
    PACK_UNKNOWN = "pack unknown"
    PACK_OLD = "pack old"
    PACK_LACKS = "pack lacks"
    NOT_CONFIRMED = "not confirmed"


class DestroyRefused(Exception):
    """Nothing was destroyed. `since` is the day from which it may be."""

    def __init__(
        self,
        why: Hindrance,
        kind: RecordKind | None = None,
        since: date | None = None,
        told: str = "",
    ) -> None:
        super().__init__(why, told)
        self.why, self.kind, self.since, self.told = why, kind, since, told


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an operator asks for; `basis` is a decision of the office's own, beside its JRA."""

    kind: RecordKind
    reason: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """`files` go out of the run's record, by SHA-256 with their names; `staying` of them keep their
    bytes, which are used elsewhere. `packs` hold them too. `of_office` are files that go and that
    the office's own chain names as well. `begun` were said to be destroyed and stand still: a kill
    came between."""

    run: Run
    wanted: Wanted
    basis: str
    files: Mapping[str, str] = field(default_factory=dict)
    packs: Mapping[str, str] = field(default_factory=dict)
    of_office: Mapping[str, str] = field(default_factory=dict)
    begun: tuple[str, ...] = ()
    staying: tuple[str, ...] = ()

    @property
    def doomed(self) -> tuple[str, ...]:
        """Whose bytes go."""
        named = dict.fromkeys((*self.begun, *self.files, *self.packs))
        return tuple(digest for digest in named if digest not in self.staying)


def basis_for(
    run: Run, wanted: Wanted, notes: Sequence[RetentionNote], zone: str, today: date
) -> str:
    """By what it may be destroyed today. Refused with DestroyRefused."""
    note, year = note_for(notes, wanted.kind), year_of(run, zone)
    if len(wanted.reason.strip()) < SHORTEST:
        raise DestroyRefused(Hindrance.NO_REASON)
    if wanted.kind not in OF_FILES:
        raise DestroyRefused(Hindrance.STAYS, wanted.kind)
    if note is None:
        raise DestroyRefused(Hindrance.NO_NOTE, wanted.kind)
    if note.fate == Fate.PERMANENT:
        raise DestroyRefused(Hindrance.PERMANENT, wanted.kind)
    if year is None:
        raise DestroyRefused(Hindrance.AT_WORK)
    if today < note.over_since(year):
        raise DestroyRefused(Hindrance.NOT_YET, wanted.kind, note.over_since(year))
    return decided(note, wanted)


def decided(note: RetentionNote, wanted: Wanted) -> str:
    """The decree; where a review is asked for first, it and the review's decision."""
    if note.assumed:
        raise DestroyRefused(Hindrance.NO_BASIS, note.kind)
    if note.fate == Fate.REVIEW and not wanted.basis.strip():
        raise DestroyRefused(Hindrance.UNDECIDED, note.kind)
    return "; ".join(part for part in (note.basis, wanted.basis.strip()) if part)


def kind_of(run: Run, fact: Fact, digest: str) -> RecordKind:
    """Of the file that a fact of the run names."""
    if digest in {document.digest for document in run.documents}:
        return RecordKind.DOCUMENTS
    if fact.verb.startswith(SCANNED):
        return RecordKind.SCANS
    return RecordKind.DOCUMENTS if fact.verb.startswith("berkas ") else RecordKind.PAPERS


def files_of(run: Run, facts: Iterable[Fact], kind: RecordKind) -> dict[str, str]:
    """Those that stand, by SHA-256 with their names; what is of another kind too stays."""
    kinds: dict[str, set[RecordKind]] = {}
    names: dict[str, str] = {}
    for _, fact, digest in standing_in(facts):
        kinds.setdefault(digest, set()).add(kind_of(run, fact, digest))
        names[digest] = names.get(digest) or str(fact.detail.get("nama") or "")
    return {digest: names[digest] for digest, found in kinds.items() if found == {kind}}


def begun_in(own: Sequence[Fact], of_office: Sequence[Fact], kind: RecordKind) -> list[str]:
    """What was said to be destroyed and the run's chain does not name again: the bytes may stand
    still."""
    gone = {**destroyed_in(of_office), **destroyed_in(own)}
    again = {digest for _, _, digest in standing_in(own)}
    wanted = {d for d, fact in gone.items() if fact.detail.get("golongan") == kind.value}
    return [digest for digest in gone if digest in wanted - again]


def heads_covered(recorded: Sequence[tuple[Fact, str]]) -> Iterator[str]:
    """The ends that the chain had since anything else than a destruction was recorded: a pack made
    at one of them holds all that stands."""
    for fact, recorded_hash in reversed(recorded):
        yield recorded_hash
        if fact.verb != DESTROYED:
            return


def destruction(plan: Plan, files: Mapping[str, str], seal: str, now: datetime) -> list[Fact]:
    """One fact a file; of those whose bytes stay it says so."""
    told = {"golongan": plan.wanted.kind.value, "alasan": plan.wanted.reason.strip()}
    told |= {"dasar": plan.basis, "paket": seal, "oleh": OPERATOR}
    facts = [
        Fact(DESTROYED, now, detail={"sidik": digest, "nama": name, **told})
        for digest, name in files.items()
    ]
    stays = {"isi": "tetap, dipakai di tempat lain"}
    return [
        replace(fact, detail={**fact.detail, **stays})
        if fact.detail["sidik"] in plan.staying
        else fact
        for fact in facts
    ]


def lacking(wanted: Collection[str], held: Collection[str]) -> int:
    return len(set(wanted) - set(held))
