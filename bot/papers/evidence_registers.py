"""More tables of an evidence pack: papers with their hardcopies, approvals, dispositions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.papers.evidence_tables import Names, named, table, when
from bot.papers.sheet import Sheet
from bot.rules.dispositions import Disposition
from bot.rules.hardcopies import PrintedPaper, replaced_by
from bot.rules.run import Run
from bot.texts import evidence as texts

InPack = Mapping[str, str]
"""The names in the pack of what lies in it, by hash."""


def papers_table(
    sheets: Sequence[tuple[str, Sheet]],
    printed: Sequence[PrintedPaper],
    scans: InPack,
    names: Names,
    zone: str,
) -> bytes:
    """Every paper that stands, by its name in the pack, and every content that was ever printed."""
    by_digest = {paper.digest: paper for paper in printed}
    standing = {sheet.digest for _, sheet in sheets}
    rows = [
        (name, sheet.title, sheet.digest, by_digest.get(sheet.digest)) for name, sheet in sheets
    ]
    rows += [("", one.title, one.digest, one) for one in printed if one.digest not in standing]
    return table(
        texts.PAPERS,
        (
            [name, title, digest, *registered(paper, printed, scans, names, zone)]
            for name, title, digest, paper in rows
        ),
    )


def registered(
    paper: PrintedPaper | None,
    printed: Sequence[PrintedPaper],
    scans: InPack,
    names: Names,
    zone: str,
) -> Iterator[object]:
    if paper is None:
        yield from ("", "", "", texts.NOT_PRINTED, "", "", "", "", "")
        return
    newer, copy, scan = replaced_by(paper, printed), paper.hardcopy, paper.scan
    yield from (paper.code, when(paper.printed_at, zone), named(paper.printed_by, names))
    yield texts.replaced_by(newer.code) if newer else texts.IN_FORCE
    yield from (
        (when(copy.received_at, zone), named(copy.received_by, names), copy.place)
        if (copy)
        else ("", "", "")
    )
    yield from (scans.get(scan.digest, ""), scan.digest) if scan else ("", "")


def approvals_table(run: Run, names: Names, zone: str) -> bytes:
    """Those of every closing; the last closing's are of the recap in the pack."""
    return table(
        texts.APPROVALS,
        (
            [
                *(one.turn, one.place, run.sop.seat(one.seat).title, one.act, one.state),
                *(when(one.asked_at, zone), when(one.decided_at, zone)),
                *(named(one.decided_by, names), one.done_as, one.on_behalf),
                *(one.reason, when(one.voided_at, zone), one.recap),
            ]
            for one in run.approvals
        ),
    )


def dispositions_table(
    run: Run, dispositions: Iterable[Disposition], letters: InPack, names: Names, zone: str
) -> bytes:
    return table(
        texts.DISPOSITIONS,
        (disposition_row(run, each, letters, names, zone) for each in dispositions),
    )


def disposition_row(
    run: Run, one: Disposition, letters: InPack, names: Names, zone: str
) -> Iterator[object]:
    titles = {seat.key: seat.title for seat in run.sop.seats}
    yield from (one.agenda, one.state, when(one.at, zone), titles.get(one.seat, one.seat))
    yield from (titles.get(one.on_behalf, one.on_behalf), named(one.person, names))
    yield from (one.nature, one.instruction)
    letter = one.letter
    if letter is None:
        yield from ("", "", "", "", "", "")
    else:
        yield from (letter.origin, letter.number, letter.dated, letter.subject)
        yield from (letters.get(letter.digest, ""), letter.digest)
