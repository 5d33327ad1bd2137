"""Every paper of a played run, as who orders gets them by /cetak."""

from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Message, Person
from bot.rules.sop import StepKind
from bot.texts import printing, rehearsals

FOLDER = "naskah"


async def printed_papers(stage: Stage) -> dict[str, Message]:
    """All bound in one and each by itself, by what a rehearsal calls its file."""
    person = stage.orderer
    stage.tell(stage.seat_of(stage.actors(StepKind.ORDER)[0]), rehearsals.PRINTS)
    await stage.idle()  # what comes after a tap is its answer
    person.says(person.chat, "/cetak")
    card = await stage.button(person.chat, printing.ALL)
    found = [await sent(stage, person, card, printing.ALL)]
    for label in card.buttons[1:]:
        found += await of_kind(stage, person, card, label)
    return {f"{FOLDER}/{each.file.name}": each for each in found if each.file}


async def of_kind(stage: Stage, person: Person, card: Message, label: str) -> list[Message]:
    """Where there are several, each that is to be chosen from."""
    one = await answered(stage, person, card, label)
    if one.file:
        return [one]
    return [await sent(stage, person, one, choice) for choice in one.buttons]


async def sent(stage: Stage, person: Person, message: Message, label: str) -> Message:
    found = await answered(stage, person, message, label)
    if found.file is None:
        raise AssertionError(rehearsals.not_printed(label))
    return found


async def answered(stage: Stage, person: Person, message: Message, label: str) -> Message:
    """The next message of the bot after the tap."""
    before = len(person.chat.from_bot)
    await person.taps(message, label)
    return await stage.telegram.until(
        lambda: next(iter(person.chat.from_bot[before:]), None), seconds=stage.patience
    )
