"""From /mulai to the request in the group: who orders, and who conveys the format."""

from collections.abc import Iterator
from functools import partial

from bot.rehearsal.day import PERIOD
from bot.rehearsal.page.autopilot.moves import Move, buttoned, newest_first, tap
from bot.rehearsal.page.autopilot.seating import sits
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Message
from bot.rules.sop import StepKind
from bot.texts import page_captions as texts

BETWEEN = 1  # working minutes until the next seat conveys


def starting(stage: Stage) -> Iterator[Move]:
    """A new run: the command, then the period."""
    step = stage.sop.steps_of(StepKind.ORDER)[0]
    for seat in stage.sop.seats_of(step.actors)[:1]:
        person = sits(stage, seat)
        offer = next((m for m in newest_first(person) if is_offer(m)), None)
        if offer is None:
            mulai = partial(person.says, person.chat, "/mulai")
            yield Move("mulai", texts.begins(step, seat), mulai)
            return
        period = PERIOD if PERIOD in offer.buttons else offer.buttons[0]
        yield tap(person, offer, period, texts.chooses(step, seat, period))


def is_offer(message: Message) -> bool:
    return bool(message.buttons) and message.text.startswith("Mohon pilih periode")


def ordering(stage: Stage) -> Iterator[Move]:
    step = stage.sop.steps_of(StepKind.ORDER)[0]
    for seat in stage.sop.seats_of(step.actors):
        person = sits(stage, seat)
        if checked := buttoned(person, "Perintahkan"):
            yield tap(person, checked, "Perintahkan", texts.orders(step, seat))


def conveying(stage: Stage) -> Iterator[Move]:
    for step in stage.sop.steps_of(StepKind.CONVEY):
        for seat in stage.sop.seats_of(step.actors):
            person = sits(stage, seat)
            if message := buttoned(person, "Sampaikan"):
                yield tap(person, message, "Sampaikan", texts.conveys(step, seat), BETWEEN)
