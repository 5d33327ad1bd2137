"""As what somebody acted for a seat that another holds, kept with the document or the duty."""

from dataclasses import replace

from bot.rules.hands import hand_of
from bot.rules.moves import DutyDone
from bot.rules.people import STAFF
from bot.rules.run import Document, Outcome, Run
from bot.usecases.work import Work


def by_hand(work: Work, document: Document) -> Document:
    """The document, saying as what its sender acted where that was not as the seat's holder."""
    hand = hand_of(work.seating, document.seat, document.sender, work.today)
    if hand is None:
        return document
    return replace(document, sent_as=hand.acting, on_behalf=hand.on_behalf)


def done_by_hand(work: Work, outcome: Outcome) -> Run:
    """The run, in which each duty that a substitute has just done says so."""
    run = outcome.run
    if work.call is None:
        return run
    for notice in outcome.notices:
        if isinstance(notice, DutyDone):
            seat, person = notice.duty.seat, work.call.person.id
            hand = hand_of(work.seating, seat, person, work.today)
            duty = run.duty(notice.duty.task, seat, notice.duty.step)
            done_as = hand.acting if hand is not None and hand.acting != STAFF else ""
            if duty is not None and duty.done_as != done_as:
                run = run.with_duty(replace(duty, done_as=done_as))
    return run


def last_by_hand(work: Work, outcome: Outcome) -> Outcome:
    """The same of the document that a move has just added."""
    *others, new = outcome.run.documents
    return replace(outcome, run=replace(outcome.run, documents=(*others, by_hand(work, new))))
