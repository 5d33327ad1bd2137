"""Until the bot is in the group and every seat is held: who adds it, who claims, who grants."""

from collections.abc import Iterator, Sequence
from functools import partial

from bot.rehearsal.page.autopilot.moves import Move, newest_first
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Message, Person
from bot.rules.sop import Seat
from bot.texts import page_captions as texts
from bot.texts.fitting import brief
from bot.texts.words import PERSON, seat_label

OFFER = "Kantor: "  # how the choice of a seat begins

Seats = Sequence[Seat]


def seating(stage: Stage) -> Iterator[Move]:
    """The first seat by itself, so that one sees how it is done; the others together."""
    group, orderer = stage.group, stage.orderer
    if not group.bot_inside:
        yield Move("add", texts.adds_bot(orderer.name), partial(group.add_bot, orderer))
    elif group.bot_status != "administrator":
        yield Move("promote", texts.PROMOTES_BOT, partial(group.promote_bot, orderer))
    else:
        yield from granting(stage)
        empty = [seat for seat in stage.sop.seats if holder(stage, seat) is None]
        if empty:
            yield claiming(stage, empty[:1] if len(empty) == len(stage.sop.seats) else empty)
        yield from reaching(stage)


def granting(stage: Stage) -> Iterator[Move]:
    """The group's owner grants all that is claimed."""
    asked = [m for m in stage.group.from_bot if "Setujui" in m.buttons and " sebagai " in m.text]
    seats = [
        s for s in stage.sop.seats if any(f"sebagai {brief(s.title)}." in m.text for m in asked)
    ]

    def grant() -> None:
        for message in asked:
            stage.orderer.taps(message, "Setujui")

    if asked:
        yield Move(f"grant {[message.id for message in asked]}", texts.grants(seats), grant)


def claiming(stage: Stage, empty: Seats) -> Move:
    """The list with its link, then the choice in the private chat, then the tap on the seat."""
    listing = stage.newest(stage.group, "Pilih kursi saya")
    if listing is None:
        command = f"/peran@{stage.telegram.bot.username}"
        return Move("peran", texts.LISTS_SEATS, partial(stage.orderer.says, stage.group, command))
    link = next(button["url"] for row in listing.rows for button in row)
    unasked = [seat for seat in empty if not choice_of(stage, seat)]
    if unasked:
        return opening(stage, unasked, link)

    def claim() -> None:
        for seat in empty:
            if (offer := choice_of(stage, seat)) and (label := label_in(stage, offer, seat)):
                stage.cast[seat.key].taps(offer, label)

    return Move(f"claim {keys(empty)}", texts.claims(empty), claim)


def opening(stage: Stage, seats: Seats, link: str) -> Move:
    def open_all() -> None:
        for seat in seats:
            stage.cast[seat.key].opens(link)

    return Move(f"open {keys(seats)}", texts.opens_choice(seats), open_all)


def choice_of(stage: Stage, seat: Seat) -> Message | None:
    """Where the seat's own person can tap it."""
    person = stage.cast[seat.key]
    if person.blocked:
        return None
    offers = (m for m in newest_first(person) if m.text.startswith(OFFER))
    return next((offer for offer in offers if label_in(stage, offer, seat)), None)


def label_in(stage: Stage, offer: Message, seat: Seat) -> str | None:
    """The seat's button, whether somebody sits there or not."""
    label = brief(seat_label(stage.sop, seat), PERSON)
    return next((b for b in offer.buttons if b == label or b.startswith(f"{label} (")), None)


def keys(seats: Seats) -> str:
    return " ".join(seat.key for seat in seats)


def reaching(stage: Stage) -> Iterator[Move]:
    """Who holds a seat can be written to."""
    for seat in stage.sop.seats:
        person = holder(stage, seat)
        if person and (person.blocked or not person.started):
            yield Move(f"start {person.id}", texts.opens_chat(seat), person.start)


def holder(stage: Stage, seat: Seat) -> Person | None:
    """Whom the group was last told to sit there."""
    title = brief(seat.title)
    told = sorted(stage.group.from_bot, key=lambda m: (m.edited_at or m.date, m.id))
    for message in reversed(told):
        for person in stage.telegram.state.people.values():
            granted = f"Pengajuan {person.name} sebagai {title} disetujui oleh"
            given = f"{person.name} ditetapkan sebagai {title} oleh"
            if message.text.startswith((granted, given)):
                return person
    return None


def sits(stage: Stage, seat: Seat) -> Person:
    return holder(stage, seat) or stage.cast[seat.key]
