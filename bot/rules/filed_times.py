"""What a run's documents say of every moment: what was handed in, read and returned by then."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.rules.run import Document, DocumentState, Run

Pair = tuple[str, str]  # a seat and a kind


@dataclass(frozen=True, slots=True)
class Filed:
    """How one kind of one seat stands: `settled` as in rules/owing.py, `unread` while a version
    waits for its collector, `returned_at` where one must be mended."""

    settled: bool = False
    unread: bool = False
    returned_at: datetime | None = None


NOTHING = Filed()


def changes_of(run: Run, pairs: Collection[Pair]) -> dict[Pair, list[tuple[datetime, Filed]]]:
    """For each of these seats and kinds when it came to stand how, oldest first.

    A document that was accepted and excluded later counts as handed in; one that was overtaken on
    its way never stood.
    """
    of_pair: dict[Pair, list[Document]] = {}
    for document in run.documents:
        pair = (document.seat, document.kind)
        if pair in pairs:
            of_pair.setdefault(pair, []).append(document)
    return {pair: changes(documents) for pair, documents in of_pair.items()}


def changes(documents: Sequence[Document]) -> list[tuple[datetime, Filed]]:
    lives = [(d, gone_at(d, documents)) for d in documents]
    moments = {m for d, gone in lives for m in (d.received_at, d.accepted_at, d.decided_at, gone)}
    at = sorted(moment for moment in moments if moment is not None)
    return [(moment, standing(lives, moment)) for moment in at]


def gone_at(document: Document, documents: Iterable[Document]) -> datetime | None:
    """When a version or a nihil took its place; what was overtaken was gone when it came."""
    if document.state != DocumentState.REPLACED:
        return None
    after = [d for d in documents if d.id > document.id]
    took = [d for d in after if d.replaces == document.id]
    took = took or [d for d in after if d.nihil or document.nihil]
    return max(took[0].received_at, document.received_at) if took else document.received_at


def standing(lives: Iterable[tuple[Document, datetime | None]], at: datetime) -> Filed:
    here = [d for d, gone in lives if d.received_at <= at and (gone is None or gone > at)]
    returned = [d.decided_at for d in here if is_returned(d, at) and d.decided_at is not None]
    unread = any(
        d.accepted_at is None or d.accepted_at > at
        for d in here
        if d.decided_at is None or d.decided_at > at
    )
    return Filed(bool(here) and not returned, unread, max(returned, default=None))


def is_returned(document: Document, at: datetime) -> bool:
    if document.decided_at is None or document.decided_at > at:
        return False
    replaced = document.state == DocumentState.REPLACED and bool(document.reason)
    return replaced or document.state == DocumentState.RETURNED
