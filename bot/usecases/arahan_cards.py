"""An arahan before who gave it and before who orders, shown as it stands now."""

from collections.abc import Collection

from bot.rules.disposing import orderers, waits_for_order
from bot.rules.dispositions import Disposition
from bot.rules.messages import Message
from bot.rules.people import Person
from bot.rules.periods import Period, offered
from bot.rules.run import Run, Task
from bot.rules.sop import Seat
from bot.texts import dispositions as texts
from bot.texts.words import post_of
from bot.usecases import card_names
from bot.usecases.giving import giving_of
from bot.usecases.order_cards import renew_order
from bot.usecases.work import Work


async def show_given(work: Work, arahan: Disposition) -> None:
    """Where its confirmation stands: in the group, or privately."""
    card, message = card_names.arahan_given(arahan), await given_message(work, arahan)
    giver = await work.uow.people.get(arahan.person)
    if await work.uow.cards.get(card, work.office.chat_id):
        await work.post.show_at_once(card, message)
    elif giver is not None:
        await work.post.show(card, giver, message)


async def given_message(work: Work, arahan: Disposition) -> Message:
    recipients = [seat.title for seat in orderers(work.sop)]
    giving, of = await giving_of(work, arahan), await period_of(work, arahan)
    return texts.given(arahan, giving, recipients, of)


async def show_received(work: Work, arahan: Disposition) -> None:
    """To who orders, or who acts for him; to an empty seat once somebody holds it."""
    for seat in orderers(work.sop):
        message = await received_message(work, arahan, seat)
        await work.tell_seat(card_names.arahan(arahan), seat.key, message)


async def received_message(work: Work, arahan: Disposition, seat: Seat) -> Message:
    giving, periods = await giving_of(work, arahan), await periods_for(work)
    return texts.received(arahan, post_of(seat, work.holders), giving, periods)


async def waiting_for(work: Work, seats: Collection[str]) -> list[Message]:
    """The arahan that wait for who orders from one of these seats, with the periods."""
    own = [seat for seat in orderers(work.sop) if seat.key in seats]
    kept = await work.uow.dispositions.waiting_in(work.office.id) if own else ()
    return [await received_message(work, arahan, own[0]) for arahan in kept]


async def periods_for(work: Work) -> list[tuple[Period, bool]]:
    """Those that /mulai would offer, then (True) those whose run is open."""
    runs = await work.uow.runs.open_in(work.office.id)
    new = [
        (of, False)
        for of in offered(work.today, work.sop.period_kinds)
        if await work.uow.runs.of_period(work.office.id, of) is None
    ]
    return [*new, *((run.period, True) for run in runs)]


async def close_received(work: Work, arahan: Disposition) -> None:
    """Nothing is asked on it any more; what nobody has seen yet is taken back."""
    name = card_names.arahan(arahan)
    await work.uow.errands.recall(name)
    giving, of = await giving_of(work, arahan), await period_of(work, arahan)
    for seat in orderers(work.sop):
        holder = work.holders.get(seat.key)
        if holder is not None and await work.uow.cards.get(name, holder.id):
            await work.post.show(name, holder, texts.received_over(arahan, giving, of))


async def show_letter(work: Work, arahan: Disposition) -> None:
    """Nothing where it has none."""
    if arahan.letter is None:
        return
    card = card_names.arahan_letter(arahan, arahan.letter.digest)
    for seat in orderers(work.sop):
        await work.tell_seat(card, seat.key, texts.scan(arahan, arahan.letter))


async def renew_preflight(work: Work, run: Run) -> None:
    """With what is bound to the run now."""
    if waits_for_order(run):
        for duty in run.duties_where(lambda d: d.task == Task.ORDER and d.is_open):
            await renew_order(work, run, duty)


async def hand_arahan(work: Work, seat: Seat, before: Person | None) -> None:
    """The seat has come into other hands: what waits there comes along."""
    if seat not in orderers(work.sop):
        return
    for arahan in await work.uow.dispositions.waiting_in(work.office.id):
        acts = work.holders.get(seat.key)
        if before is not None and (acts is None or acts.id != before.id):
            await take_from(work, arahan, seat, before)
        await show_received(work, arahan)
        await show_letter(work, arahan)


async def take_from(work: Work, arahan: Disposition, seat: Seat, before: Person) -> None:
    """His card loses its buttons; what has not reached him yet is taken back."""
    name = card_names.arahan(arahan)
    await work.uow.errands.recall(name)
    if arahan.letter is not None:
        await work.uow.errands.recall(card_names.arahan_letter(arahan, arahan.letter.digest))
    if await work.uow.cards.get(name, before.id):
        title = post_of(seat, work.holders)
        await work.post.show(name, before, texts.passed_on(arahan, title))


async def period_of(work: Work, arahan: Disposition) -> Period | None:
    run = await work.uow.runs.get(arahan.run_id) if arahan.run_id else None
    return run.period if run is not None else None
