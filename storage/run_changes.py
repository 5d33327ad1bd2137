"""What of a run differs from what was read."""

from dataclasses import dataclass

from bot.rules.approvals import Approval
from bot.rules.run import Document, Duty, Run
from storage.faults import NothingVanishes
from storage.run_rows import run_row


@dataclass(frozen=True, slots=True)
class Changes:
    """`duties` with their places; `documents` that have an id already."""

    run: bool
    duties: tuple[tuple[int, Duty], ...]
    documents: tuple[Document, ...]
    approvals: tuple[Approval, ...]


def changes_between(before: Run, after: Run) -> Changes:
    """Refuses NothingVanishes where a duty, document or approval is missing from `after`."""
    placed = {duty.key: (place, duty) for place, duty in enumerate(before.duties)}
    filed = {document.id: document for document in before.documents}
    asked = {approval.key: approval for approval in before.approvals}
    lost = (
        placed.keys() - {d.key for d in after.duties},
        filed.keys() - {d.id for d in after.documents},
        asked.keys() - {a.key for a in after.approvals},
    )
    if any(lost):
        raise NothingVanishes(after.id)
    return Changes(
        run=run_row(before) != run_row(after),
        duties=tuple(
            (place, duty)
            for place, duty in enumerate(after.duties)
            if placed.get(duty.key) != (place, duty)
        ),
        documents=tuple(d for d in after.documents if d.id and filed.get(d.id) != d),
        approvals=tuple(a for a in after.approvals if asked.get(a.key) != a),
    )
