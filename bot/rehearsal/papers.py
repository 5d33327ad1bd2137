"""What people hand in at a rehearsal: filled workbooks and letters, all marked as examples."""

from bot.papers.samples import (
    example_registers,
    fill_workbook,
    letter_docx,
    letter_pdf,
)
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Upload
from bot.rules.sop import DocumentKind

BODY = "Surat ini contoh untuk gladi; tidak memuat data kantor."


async def filled_workbook(stage: Stage, seat: str, *, again: bool = False) -> Upload:
    """The seat's own workbook as the bot sent it, filled with the example figures; `again`
    without its registers, as a version that differs."""
    chat = stage.cast[seat].chat
    sent = await stage.telegram.until(
        lambda: next(
            (m.file for m in reversed(chat.from_bot) if m.file and m.file.name.endswith("xlsx")),
            None,
        ),
        seconds=stage.patience,
    )
    place = [s.key for s in stage.sop.suppliers].index(seat)
    registers = None if again else example_registers(place)
    filled = fill_workbook(sent.content, registers=registers)
    return Upload(sent.name, filled)


def letter(stage: Stage, seat: str, kind: DocumentKind, number: int, form: str = "pdf") -> Upload:
    """`form` is pdf or docx; each form has numbers of its own, so that neither is a twin."""
    title = stage.seat_of(seat).title
    series = "W-" if form == "docx" else ""
    mark = f"{series}{number:03d}/{kind.code}/{seat.upper()}/CONTOH/{stage.clock.now():%Y}"
    write = letter_docx if form == "docx" else letter_pdf
    content = write(kind.name, mark, stage.clock.now().date(), title, BODY)
    return Upload(f"{kind.code} {title} {number}.{form}", content)
