"""The bytes of the example files; everything in them is marked as an example."""

from bot.papers.hostile import cut_off
from bot.papers.samples import example_registers, fill_workbook, letters_in_numbers
from bot.rehearsal.papers import letter
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import File, Upload
from bot.rules.sop import DocumentKind, Seat
from bot.texts import page_samples as texts

FORMS = ("pdf", "docx")


class CannotGive(Exception):
    """Its message is the sentence for whoever asked."""


def sent_workbook(stage: Stage, seat: Seat) -> File:
    """The newest that the bot sent for the seat, whoever holds it now. Refused: CannotGive."""
    ending = f" {seat.title}.xlsx"
    private = [chat for chat in stage.telegram.state.chats.values() if chat.private]
    sent = [m for chat in private for m in chat.from_bot if m.file and m.file.name.endswith(ending)]
    newest = max(sent, key=lambda message: message.date, default=None)
    if newest is None or newest.file is None:
        raise CannotGive(texts.no_workbook_yet(seat))
    return newest.file


def filled(stage: Stage, seat: Seat, *, again: bool = False) -> Upload:
    """With the example figures; `again` without its registers, as a version that differs.

    Refused: CannotGive.
    """
    sent = sent_workbook(stage, seat)
    place = [one.key for one in stage.sop.suppliers].index(seat.key)
    registers = None if again else example_registers(place)
    return Upload(sent.name, fill_workbook(sent.content, registers=registers))


def damaged(stage: Stage, seat: Seat) -> Upload:
    sound = filled(stage, seat)
    return Upload(sound.name, cut_off(sound.content))


def with_letters(stage: Stage, seat: Seat) -> Upload:
    sound = filled(stage, seat)
    return Upload(sound.name, letters_in_numbers(sound.content, texts.WORDS_FOR_A_NUMBER))


def next_letter(stage: Stage, seat: Seat, kind: DocumentKind, form: str = "pdf") -> Upload:
    """With the first number that stands in no chat yet, so that it is nobody's twin."""
    bot, chats = stage.telegram.bot, stage.telegram.state.chats.values()
    sent = {m.file.name for chat in chats for m in chat.posted if m.file and m.by is not bot}
    alike = [n for n in sent if n.startswith(f"{kind.code} {seat.title} ") and n.endswith(form)]
    return letter(stage, seat.key, kind, 1 + len(alike), form)


def empty(code: str) -> Upload:
    return Upload(f"{code} kosong.pdf", b"")


def no_pdf(code: str) -> Upload:
    return Upload(f"{code} palsu.pdf", texts.NOT_A_PDF.encode())
