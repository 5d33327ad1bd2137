"""What changed in a workbook and what stands out in it, told to who sent it and who reviews it."""

from collections.abc import Sequence
from decimal import Decimal

from bot.rules.acts import Act, button_data
from bot.rules.explaining import warnings_of
from bot.rules.form_changes import Change, Changes, RowsChanged, changes
from bot.rules.form_faults import FormFault, Weight
from bot.rules.forms import FilledForm
from bot.rules.json_form import from_json
from bot.rules.messages import Button, Message, Style
from bot.rules.run import Document, Run
from bot.texts import form_faults
from bot.texts.fitting import short, some_lines
from bot.texts.formats import number
from bot.texts.words import run_title, title_of
from bot.texts.workbooks import DATA_HEADINGS, NO_DATA

LINE = 240
SHEETS = {"lhp": "LHP", "lhe": "LHE", "tlhp": "TLHP"}
FIGURES = ("actual", "spent")


def findings(run: Run, document: Document) -> Message:
    """With [Benar] while an answer is awaited; afterwards with the answer."""
    version = f", versi {document.version}" if document.version > 1 else ""
    lines = [
        f"{document.kind} {short(title_of(run, document.seat))} diterima "
        f"({short(document.name)}{version}), {run_title(run)}.",
        *changed(run, document),
    ]
    warnings = warnings_of(document)
    if not warnings:
        return Message("\n".join(lines))
    lines += ["Yang perlu diperhatikan:", *fault_lines(warnings), *noted(document)]
    awaited = document.counts and run.is_open and document.explained_at is None
    if not awaited:
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
    """What this version changes in the one before."""
    before = run.document(document.replaces) if document.replaces else None
    if before is None or not before.form or not document.form:
        return []
    found = changes(from_json(FilledForm, before.form), from_json(FilledForm, document.form))
    if not found:
        return [f"Tidak ada isian yang berubah sejak versi {before.version}."]
    return [f"Perubahan sejak versi {before.version}:", *some_lines(change_lines(found), 1000)]


def change_lines(found: Changes) -> list[str]:
    return [f"• {figure_changed(c)}" for c in found.figures] + [
        f"• {rows_changed(rows)}" for rows in found.rows
    ]


def figure_changed(change: Change) -> str:
    what = f"indikator {change.number}: {DATA_HEADINGS[change.key]}"
    if change.key in FIGURES:
        return f"{what} {figure(change.was)} menjadi {figure(change.now)}"
    return (
        f"{what} {'diubah' if change.was and change.now else 'diisi' if change.now else 'dihapus'}"
    )


def figure(value: object) -> str:
    return number(value) if isinstance(value, Decimal) else NO_DATA


def rows_changed(rows: RowsChanged) -> str:
    counts = ((rows.added, "ditambahkan"), (rows.removed, "dihapus"))
    return f"{SHEETS[rows.register]}: " + ", ".join(f"{n} baris {how}" for n, how in counts if n)
