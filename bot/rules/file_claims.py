"""Which records need a file's bytes beside the run that lets it go."""

from collections.abc import Iterable, Iterator

from bot.rules.destroyed import standing_in
from bot.rules.packing import PACKED
from bot.rules.retention import RecordKind
from bot.rules.run import Fact, Run

LETTER = "surat arahan dicatat"
Named = tuple[int | None, int, Fact]  # a fact that names a file, with its run and office
Chain = tuple[int | None, int]


def used_elsewhere(run: Run, naming: Iterable[Named]) -> frozenset[str]:
    """The files that a fact of another chain names which stands, but for what an office's own
    chain tells of a run: this one's packs, and letters that a run keeps with its arahan."""
    told = list(naming)
    kept = {_arahan(office_id, fact) for run_id, office_id, fact in told if run_id is not None}
    chains: dict[Chain, list[Fact]] = {}
    for run_id, office_id, fact in told:
        if run_id is None and (is_pack_of(run, fact) or _is_kept(office_id, fact, kept)):
            continue
        if run_id != run.id:
            chains.setdefault((run_id, office_id), []).append(fact)
    return frozenset(digest for own in chains.values() for _, _, digest in standing_in(own))


def packs_of(run: Run, of_office: Iterable[Fact]) -> dict[str, str]:
    """Evidence packs of the run that the cabinet keeps, which hold its files once more."""
    return {
        digest: f"paket bukti {fact.detail['periode']}"
        for _, fact, digest in standing_in(of_office)
        if is_pack_of(run, fact)
    }


def is_pack_of(run: Run, fact: Fact) -> bool:
    return fact.verb == PACKED and fact.detail.get("putaran") == run.id


def own_files(of_office: Iterable[Fact]) -> Iterator[tuple[Fact, str]]:
    """What stands in an office's own chain, of no run as far as that chain tells: refused files,
    formats, letters, logos. Each once, by the fact that named it last."""
    last = {digest: fact for _, fact, digest in standing_in(of_office) if fact.verb != PACKED}
    return ((fact, digest) for digest, fact in last.items())


def own_kind(fact: Fact) -> RecordKind | None:
    """Of what an office's own fact names; None of a logo, which is a setting and no record."""
    kinds = {"berkas": RecordKind.DOCUMENTS, "format": RecordKind.PAPERS, "surat": RecordKind.SCANS}
    return kinds.get(fact.verb.split()[0])


def _arahan(office_id: int, fact: Fact) -> tuple[int, object, object]:
    return office_id, fact.detail.get("agenda"), fact.detail.get("sidik")


def _is_kept(office_id: int, fact: Fact, kept: set[tuple[int, object, object]]) -> bool:
    return fact.verb == LETTER and _arahan(office_id, fact) in kept
