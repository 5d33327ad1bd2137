"""A letter's number and date as they were read, and the same letter handed in twice."""

from collections.abc import Sequence

from bot.rules.acts import Act, button_data
from bot.rules.letters import LetterState
from bot.rules.messages import Button, Style
from bot.rules.run import Document, Run
from bot.rules.twins import same_bytes, twins
from bot.texts.fitting import short, some_lines, some_names
from bot.texts.formats import day
from bot.texts.words import title_of

RIGHT, WRONG, ALL_RIGHT = "benar", "bukan", "semua"
ASKED_AT_ONCE = 6  # letters
STATES = {
    LetterState.READ: " (terbaca, belum dikonfirmasi)",
    LetterState.CONFIRMED: "",
    LetterState.DENIED: " (bukan, menurut pengirim)",
    LetterState.GIVEN: " (ditulis pengirim, belum dikonfirmasi)",
}


def number_and_day(document: Document) -> str:
    """ "nomor 700/12/LHP/IX/2026, tanggal Senin, 5 Oktober 2026", as far as they are known."""
    number = [f"nomor {short(document.number)}"] if document.number else []
    dated = [f"tanggal {day(document.dated)}"] if document.dated else []
    return ", ".join(number + dated)


def letter_line(document: Document) -> list[str]:
    """For who reviews it: what was read, and whether its sender confirmed it."""
    if document.letter == LetterState.UNREAD:
        return []
    if document.letter == LetterState.NONE:
        return ["Tanpa nomor dan tanggal, menurut pengirim."]
    told = number_and_day(document)
    return [f"{told[0].upper()}{told[1:]}{STATES[document.letter]}."]


def confirm_question(asked: Sequence[Document]) -> list[str]:
    """Nothing waits for the answer."""
    read = [f"{short(d.name)}: {number_and_day(d)}" for d in listed_now(asked)]
    if len(read) == 1:
        return [f"Terbaca pada {read[0]}. Mohon dikonfirmasi."]
    listed = [f"{place}. {line}." for place, line in enumerate(read, start=1)]
    return ["Terbaca, mohon dikonfirmasi:", *listed] if read else []


def listed_now(asked: Sequence[Document]) -> list[Document]:
    """The first that came, in the order in which they were sent: bytes come in any."""
    return sorted(asked[:ASKED_AT_ONCE], key=lambda d: (d.received_at, d.message_id, d.id))


def confirm_buttons(run: Run, asked: Sequence[Document]) -> tuple[tuple[Button, ...], ...]:
    """Of several letters the first, or all that are listed, with one tap."""
    if not asked or not run.is_open:
        return ()
    several = len(asked) > 1
    which, top = " (1)" if several else "", listed_now(asked)[0]
    first = (
        Button(f"Benar{which}", confirming(run, top, RIGHT), style=Style.SUCCESS),
        Button(f"Bukan{which}", confirming(run, top, WRONG), style=Style.DANGER),
    )
    last = asked[:ASKED_AT_ONCE][-1]
    every = (Button("Semua benar", confirming(run, last, ALL_RIGHT), style=Style.SUCCESS),)
    return (every, first) if several else (first,)


def confirming(run: Run, document: Document, answer: str) -> str:
    return button_data(Act.CONFIRM_LETTER, run.id, document.id, answer)


def twin_line(run: Run, document: Document) -> list[str]:
    """Whose letter it is too, and how often its bytes came; each letter counts once."""
    lines = []
    if others := twins(run, document):
        alike = "isi sama" if any(same_bytes(document, d) for d in others) else "nomor sama"
        names = dict.fromkeys(f"{d.kind} {short(title_of(run, d.seat))}" for d in others)
        lines.append(f"Sama dengan {some_names(tuple(names), 200)} ({alike}); dihitung satu kali.")
    if document.repeats:
        lines.append(f"Berkas yang sama dikirim {document.repeats + 1} kali; dihitung satu kali.")
    return lines


def twin_lines(run: Run, seat: str) -> list[str]:
    """For who handed in: each of the seat's letters that was handed in elsewhere or again."""
    own = [d for d in run.filed(seat) if d.counts]
    lines = [f"{short(d.name)}: {line}" for d in own for line in twin_line(run, d)]
    return some_lines(lines, 800)
