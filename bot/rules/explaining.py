"""What stands out in a workbook is confirmed or explained by who handed it in."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.rules.errors.answers import NothingAsked
from bot.rules.errors.files import DocumentDecided
from bot.rules.errors.runs import RecapApproved, RunNotOpen
from bot.rules.filing import described
from bot.rules.form_faults import FormFault, Weight
from bot.rules.run import Document, Fact, Outcome, Run


@dataclass(frozen=True, slots=True)
class FindingsAnswered:
    document: Document


def warnings_of(document: Document) -> tuple[FormFault, ...]:
    return tuple(found for found in document.findings if found.weight is Weight.WARNING)


def unanswered(document: Document) -> bool:
    """Its sender has said nothing yet to what stands out in what counts."""
    return bool(warnings_of(document)) and document.counts and document.explained_at is None


def explain(run: Run, document: Document, person: int, text: str, now: datetime) -> Outcome:
    """With no `text` the figures are confirmed as they stand. A later answer takes the place of
    an earlier one, which stays in the facts."""
    if not run.is_open:
        raise RunNotOpen(run.closed_at)
    if not warnings_of(document):
        raise NothingAsked
    if not document.counts:
        raise DocumentDecided(document.state)
    if run.recap_approved:
        raise RecapApproved
    answered = replace(document, explanation=text, explained_at=now)
    verb = "temuan dijelaskan" if text else "temuan dibenarkan"
    detail = {**described(document), **({"penjelasan": text} if text else {})}
    fact = Fact(verb, now, person, document.seat, detail)
    return Outcome(run.with_document(answered), (fact,), (FindingsAnswered(answered),))
