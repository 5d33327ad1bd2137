"""A letter's number and date are asked of its sender, and what he wrote is shown to him."""

from collections.abc import Sequence

from bot.rules.letters import LetterState
from bot.rules.messages import Button, Message, Style
from bot.rules.people import Person
from bot.rules.run import Document, Run
from bot.texts.fitting import short
from bot.texts.letters import RIGHT, WRONG, confirming, listed_now, number_and_day
from bot.texts.words import mention

GIVE, NO_NUMBER = "beri", "tanpa"
EXAMPLE = "Contoh: 700/12/LHP/2026, 3 November 2026."
ENDS = {
    LetterState.CONFIRMED: "Telah dicatat. Terima kasih.",
    LetterState.DENIED: "Tidak dipakai, karena bukan nomor dan tanggal surat ini.",
}


def ask_number(run: Run, document: Document, person: Person | None = None) -> Message:
    """`person` is called where the question stands in a group, where an answer must be a reply."""
    what = f"menuliskan nomor dan tanggal {named(document)} dalam satu pesan"
    if person is not None:
        none = "Bila tidak ada, mohon menulis: tidak ada."
        text = f"{mention(person)}, mohon {what}, sebagai balasan pesan ini. {EXAMPLE} {none}"
        return Message(text, ask="Nomor dan tanggal")
    button = Button("Tidak ada nomor", confirming(run, document, NO_NUMBER))
    return Message(f"Mohon {what}. {EXAMPLE}", ((button,),))


def number_given(run: Run, document: Document) -> Message:
    """What its sender wrote, with [Benar] and [Bukan] until he confirms it."""
    if document.letter == LetterState.NONE:
        return no_number(document)
    told = f"{named(document)}: {number_and_day(document)}."
    if document.letter != LetterState.GIVEN or not run.is_open:
        return Message(" ".join((told, ENDS.get(document.letter, ""))).strip())
    buttons = (
        Button("Benar", confirming(run, document, RIGHT), style=Style.SUCCESS),
        Button("Bukan", confirming(run, document, WRONG), style=Style.DANGER),
    )
    return Message(f"{told} Mohon dikonfirmasi.", (buttons,))


def number_answered(document: Document) -> Message:
    """In place of the question."""
    if document.letter == LetterState.NONE:
        return no_number(document)
    return Message(f"Nomor dan tanggal {named(document)} telah dijawab. Terima kasih.")


def no_number(document: Document) -> Message:
    return Message(f"{named(document)} tercatat tanpa nomor dan tanggal. Terima kasih.")


def give_buttons(run: Run, bare: Sequence[Document]) -> tuple[tuple[Button, ...], ...]:
    """For the first of the letters that tell no number; the next one has its turn after it."""
    return tuple((Button("Beri nomor", confirming(run, d, GIVE)),) for d in listed_now(bare)[:1])


def named(document: Document) -> str:
    return f"{document.kind} {short(document.name)}"


def number_awaited() -> str:
    return "Mohon menuliskan nomor dan tanggal surat pada pesan berikut."
