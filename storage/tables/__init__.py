"""Every table, by the room that it serves."""

from storage.tables.approvals import approvals
from storage.tables.base import metadata
from storage.tables.dispositions import dispositions
from storage.tables.fillings import fillings
from storage.tables.hardcopies import hardcopy_watches
from storage.tables.intake import inbox, instance, offers, pulse, questions, searches
from storage.tables.offices import (
    claims,
    leaves,
    offices,
    people,
    seats,
    staff,
    substitutions,
)
from storage.tables.outbox import cards, errands, holds
from storage.tables.printed import printed_papers
from storage.tables.proposals import proposals
from storage.tables.runs import documents, duties, facts, runs

__all__ = [
    "approvals",
    "cards",
    "claims",
    "dispositions",
    "documents",
    "duties",
    "errands",
    "facts",
    "fillings",
    "hardcopy_watches",
    "holds",
    "inbox",
    "instance",
    "leaves",
    "metadata",
    "offers",
    "offices",
    "people",
    "printed_papers",
    "proposals",
    "pulse",
    "questions",
    "runs",
    "searches",
    "seats",
    "staff",
    "substitutions",
]
