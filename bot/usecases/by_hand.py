"""Who handed a document in for a seat that another holds, kept with the document."""

from dataclasses import replace

from bot.rules.hands import hand_of
from bot.rules.run import Document, Outcome
from bot.usecases.work import Work


def by_hand(work: Work, document: Document) -> Document:
    """The document, saying as what its sender acted where that was not as the seat's holder."""
    hand = hand_of(work.seating, document.seat, document.sender, work.today)
    if hand is None:
        return document
    return replace(document, sent_as=hand.acting, on_behalf=hand.on_behalf)


def last_by_hand(work: Work, outcome: Outcome) -> Outcome:
    """The same of the document that a move has just added."""
    *others, new = outcome.run.documents
    return replace(outcome, run=replace(outcome.run, documents=(*others, by_hand(work, new))))
