"""What a collector sees of each document, and what the compiler may leave out."""

from bot.rules.acts import Act, button_data
from bot.rules.messages import Attachment, Button, Message, Style
from bot.rules.run import Document, DocumentState, Run
from bot.texts.fitting import because, brief
from bot.texts.formats import escape
from bot.texts.words import document_name, run_title, title_of

DECISIONS = {
    DocumentState.ACCEPTED: "Diterima oleh penghimpun.",
    DocumentState.RETURNED: "Dikembalikan untuk perbaikan.",
    DocumentState.REPLACED: "Telah diganti dengan versi baru.",
    DocumentState.EXCLUDED: "Dikeluarkan dari rekap.",
}


def review(run: Run, document: Document) -> Message:
    """The document itself with [Terima] and [Kembalikan] while it waits for review."""
    text = f"{escape(document_name(run, document))}\n{run_title(run)}."
    attachment = Attachment(document.name, document.digest, document.file_id, document.media)
    if document.state != DocumentState.RECEIVED:
        reason = f" {because(document.reason)}" if document.reason else ""
        return Message(f"{text}\n{DECISIONS[document.state]}{reason}", (), attachment)
    buttons = (
        Button("Terima", button_data(Act.ACCEPT, run.id, document.id), style=Style.SUCCESS),
        Button("Kembalikan", button_data(Act.RETURN, run.id, document.id), style=Style.DANGER),
    )
    return Message(text, (buttons,), attachment)


def excludable(run: Run) -> Message:
    """Every document of the recap as a button; a tap asks for the reason."""
    accepted = [d for d in run.documents if d.state == DocumentState.ACCEPTED and not d.nihil]
    if not accepted:
        return Message("Tidak ada berkas di dalam rekap yang dapat dikeluarkan.")
    rows = tuple(
        (
            Button(
                brief(f"{d.kind} {title_of(run, d.seat)}: {d.name}"),
                button_data(Act.EXCLUDE, run.id, d.id),
            ),
        )
        for d in accepted[:90]
    )
    return Message("Mohon pilih berkas yang dikeluarkan dari rekap:", rows)
