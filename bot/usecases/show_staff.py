"""Who hands in for a seat has its workbook and what concerns handing in; others decide."""

from bot.rules.messages import Attachment
from bot.rules.people import Person
from bot.rules.run import Duty, Run
from bot.texts import duties as texts
from bot.usecases import card_names
from bot.usecases.work import Work


def helpers(work: Work, seat: str) -> tuple[Person, ...]:
    return work.seating.helpers(seat, work.today)


async def show_staff(work: Work, run: Run, duty: Duty, workbook: Attachment | None) -> None:
    """Each of the seat's staff; the card of one who cannot be reached waits for his coming."""
    for person in helpers(work, duty.seat):
        holders = {**work.holders, duty.seat: person}
        message = texts.hand_in_duty(run, duty, workbook, work.calendar, holders, decides=False)
        told = texts.with_end(message, run, duty, work.calendar)
        await work.post.show_or_keep(card_names.duty(run, duty), person, told)


async def has_card(work: Work, run: Run, duty: Duty) -> bool:
    """Whether any of the seat's staff has the duty before him."""
    card = card_names.duty(run, duty)
    return any(
        [await work.uow.cards.in_chat(person.id, card) for person in helpers(work, duty.seat)]
    )
