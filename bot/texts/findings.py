"""What changed in a workbook and what stands out in it, told to who sent it and who reviews it."""

from collections.abc import Sequence

from bot.rules.acts import Act, button_data
from bot.rules.explaining import unanswered, warnings_of
from bot.rules.form_changes import changes
from bot.rules.form_faults import FormFault, Weight
from bot.rules.form_versions import Compared
from bot.rules.forms import FilledForm
from bot.rules.json_form import from_json
from bot.rules.messages import Button, Message, Style
from bot.rules.run import Document, Run
from bot.texts import form_faults
from bot.texts.fitting import short, some_lines
from bot.texts.versions import compared
from bot.texts.words import run_title, title_of

LINE = 240


def findings(run: Run, document: Document, refused: Compared | None = None) -> Message:
    """With [Benar] while an answer is awaited; afterwards with the answer.

    `refused`: what it changes in a version that was refused just before it.
    """
    version = f", versi {document.version}" if document.version > 1 else ""
    lines = [
        f"{document.kind} {short(title_of(run, document.seat))} diterima "
        f"({short(document.name)}{version}), {run_title(run)}.",
        *(compared(refused) if refused else changed(run, document)),
    ]
    warnings = warnings_of(document)
    if not warnings:
        return Message("\n".join(lines))
    lines += ["Yang perlu diperhatikan:", *fault_lines(warnings), *noted(document)]
    if not unanswered(document) or not run.is_open or run.recap_approved:
        return Message("\n".join([*lines, answer(document)]))
    lines.append(
        "Berkas tetap dihitung. Mohon mengetuk Benar bila memang demikian, atau membalas pesan ini "
        "dengan penjelasan. Terima kasih."
    )
    data = button_data(Act.CONFIRM_FINDINGS, run.id, document.id)
    return Message("\n".join(lines), ((Button("Benar", data, style=Style.SUCCESS),),))


def fault_lines(faults: Sequence[FormFault]) -> list[str]:
    return some_lines([f"• {short(form_faults.fault(fault), LINE)}" for fault in faults], 2200)


def noted(document: Document) -> list[str]:
    """What is only told, on one line."""
    notes = [form_faults.fault(f) for f in document.findings if f.weight is Weight.NOTE]
    return [f"Catatan: {short('; '.join(notes), 400)}."] if notes else []


def answer(document: Document) -> str:
    """How its sender answered for what stands out, if he did."""
    if document.explanation:
        return f"Penjelasan: {short(document.explanation, 400)}"
    if document.explained_at is not None:
        return "Telah dibenarkan oleh pengirim."
    return "Versi ini tidak berlaku lagi." if not document.counts else "Belum dijawab pengirim."


def reviewed(document: Document) -> list[str]:
    """On the collector's card; nothing where nothing stands out."""
    warnings = warnings_of(document)
    return [f"Yang perlu diperhatikan: {len(warnings)} hal. {answer(document)}"] if warnings else []


def confirmed() -> str:
    return "Tercatat sebagai benar. Terima kasih."


def changed(run: Run, document: Document) -> list[str]:
    """What this version changes in the taken one before."""
    before = run.document(document.replaces) if document.replaces else None
    if before is None or not before.form or not document.form:
        return []
    forms = from_json(FilledForm, before.form), from_json(FilledForm, document.form)
    return compared(Compared(before.version, changes(*forms)))
