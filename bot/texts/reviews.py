"""What a collector sees of each document, and what the compiler may leave out."""

from bot.rules.acts import Act, button_data
from bot.rules.messages import Attachment, Button, Message, Style
from bot.rules.run import Document, DocumentState, Run, RunState
from bot.texts.findings import reviewed
from bot.texts.fitting import because, brief, short
from bot.texts.letters import letter_line, twin_line
from bot.texts.words import cancellation, run_title, title_of

DECISIONS = {
    DocumentState.ACCEPTED: "Telah disetujui.",
    DocumentState.RETURNED: "Telah dikembalikan untuk perbaikan.",
    DocumentState.REPLACED: "Telah diganti dengan versi baru.",
    DocumentState.EXCLUDED: "Telah dikeluarkan dari rekap.",
}


def review(run: Run, document: Document) -> Message:
    """The document itself with [Terima] and [Kembalikan] while it waits for review.

    Its name stands on the file, so the words leave it out.
    """
    version = f" (versi {document.version})" if document.version > 1 else ""
    whose = short(title_of(run, document.seat))
    said = [f"{document.kind} dari {whose}{version}, {run_title(run)}."]
    said += [*letter_line(document), *twin_line(run, document), *reviewed(document)]
    text = "\n".join(said)
    attachment = Attachment(document.name, document.digest, document.file_id, document.media)
    if document.state != DocumentState.RECEIVED or not run.is_open:
        return Message(f"{text}\n{outcome(run, document)}", (), attachment)
    buttons = (
        Button("Terima", button_data(Act.ACCEPT, run.id, document.id), style=Style.SUCCESS),
        Button("Kembalikan", button_data(Act.RETURN, run.id, document.id), style=Style.DANGER),
    )
    return Message(text, (buttons,), attachment)


def outcome(run: Run, document: Document) -> str:
    """What became of a document that waits for review no more."""
    if document.state == DocumentState.RECEIVED:
        over = run.state == RunState.CANCELLED
        return cancellation(run) if over else "Putaran telah selesai."
    decided = DECISIONS[document.state]
    if not document.reason:
        return decided
    if document.state == DocumentState.REPLACED:
        # the reason is that of its return, which came before
        decided = "Telah dikembalikan untuk perbaikan, lalu diganti dengan versi baru."
    return f"{decided} {because(document.reason)}"


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
