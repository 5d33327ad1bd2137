"""What of a run differs from what was read."""

from dataclasses import dataclass

from bot.rules.run import Document, Duty, Run
from storage.faults import NothingVanishes
from storage.run_rows import run_row


@dataclass(frozen=True, slots=True)
class Changes:
    """`duties` with their places; `documents` that have an id already."""

    run: bool
    duties: tuple[tuple[int, Duty], ...]
    documents: tuple[Document, ...]


def changes_between(before: Run, after: Run) -> Changes:
    """Refuses NothingVanishes where a duty or document is missing from `after`."""
    placed = {duty.key: (place, duty) for place, duty in enumerate(before.duties)}
    filed = {document.id: document for document in before.documents}
    if placed.keys() - {d.key for d in after.duties} or filed.keys() - {
        d.id for d in after.documents
    }:
        raise NothingVanishes(after.id)
    return Changes(
        run=run_row(before) != run_row(after),
        duties=tuple(
            (place, duty)
            for place, duty in enumerate(after.duties)
            if placed.get(duty.key) != (place, duty)
        ),
        documents=tuple(d for d in after.documents if d.id and filed.get(d.id) != d),
    )
