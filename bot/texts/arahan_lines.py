"""An arahan in lines: what it says, with which letter, what became of it; and on the cards of its
run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.rules.dispositions import Disposition, DispositionState, Nature, ScannedLetter
from bot.rules.messages import Message
from bot.rules.periods import Period
from bot.texts.fitting import TEXT, measure, short, some_lines
from bot.texts.formats import day, period

ARAHAN, ADDED = 1000, 900  # letters of one arahan, and of all that came after it


@dataclass(frozen=True, slots=True)
class Giving:
    """From which post an arahan came, and for which it was given, where that is another."""

    post: str
    behalf: str = ""

    @property
    def named(self) -> str:
        """ "Sekretaris a.n. Kepala"."""
        return f"{self.post} a.n. {self.behalf}" if self.behalf else self.post


def became(arahan: Disposition, of: Period | None) -> str:
    run = f"putaran data kinerja {period(of)}" if of else "putarannya"
    match arahan.state:
        case DispositionState.PREPARED:
            return f"Keadaan: disertakan pada {run}, menunggu perintah."
        case DispositionState.ORDERED:
            return f"Keadaan: diperintahkan pada {run}."
        case DispositionState.JOINED:
            return f"Keadaan: dicatat sebagai arahan susulan pada {run}."
        case DispositionState.WITHDRAWN:
            return "Keadaan: ditarik kembali. Nomor agendanya tidak dipakai lagi."
        case _:
            return "Keadaan: menunggu pelaksanaan."


def said(arahan: Disposition) -> list[str]:
    nature = [] if arahan.nature == Nature.ORDINARY else [f"Sifat: {arahan.nature.value}."]
    return [*nature, f"“{short(arahan.instruction, ARAHAN)}”"]


def letter_lines(letter: ScannedLetter | None) -> list[str]:
    if letter is None:
        return []
    told = "; ".join(letter_parts(letter))
    return [f"Surat: {short(letter.name)}{f' ({told})' if told else ''}."]


def letter_parts(letter: ScannedLetter) -> Iterator[str]:
    if letter.origin:
        yield f"dari {short(letter.origin)}"
    if letter.number:
        yield f"nomor {short(letter.number)}"
    if letter.dated:
        yield f"tanggal {day(letter.dated)}"
    if letter.subject:
        yield f"hal {short(letter.subject)}"


def on_preflight(
    sheet: Disposition | None, added: Sequence[Disposition], giving: Giving | None
) -> list[str]:
    """A line for the run's sheet once it has a number, and one for each arahan after it. It may
    stand in the group: what is confidential is named by its number alone."""
    lines = []
    if sheet is not None and sheet.instruction and giving is not None:
        lines.append(
            f"Arahan {short(giving.named)}, nomor agenda {sheet.agenda}: {quoted(sheet, 300)}"
        )
    elif sheet is not None:
        lines.append(f"Lembar disposisi: nomor agenda {sheet.agenda}.")
    later = [f"Arahan susulan, nomor agenda {each.agenda}: {quoted(each, 200)}" for each in added]
    return [*lines, *some_lines(later, ADDED)]


def quoted(arahan: Disposition, most: int) -> str:
    if arahan.nature == Nature.CONFIDENTIAL:
        return "bersifat rahasia."
    return f"“{short(arahan.instruction, most)}”"


def on_board(board: Message, sheet: Disposition | None) -> Message:
    """The last line of /status, as far as the message has room."""
    line = f"Lembar disposisi: nomor agenda {sheet.agenda}." if sheet else ""
    if not line or measure(board.text) + measure(line) >= TEXT:
        return board
    return replace(board, text=f"{board.text}\n{line}")
