"""The [[retensi]] of an office's settings file, read; faults stand with the file's others."""

from bot.rules.retention import Fate, RecordKind, RetentionNote
from bot.rules.sop_entry import Entry
from bot.rules.sop_faults import FaultCode, ValueType

NOTE = {"keterangan": ValueType.TEXT}
KEYS = ("jenis", "aktif", "inaktif", "nasib", "dasar", *NOTE)
MOST_YEARS = 100


def read_retention(root: Entry) -> tuple[RetentionNote, ...]:
    """One a kind of record, in the file's order; there may be none."""
    notes: list[RetentionNote] = []
    for entry in root.tables("retensi", KEYS, optional=True):
        entry.check_descriptions(NOTE)
        note = read_note(entry)
        if any(note.kind == other.kind for other in notes):
            entry.findings.add(entry.at("jenis"), FaultCode.LISTED_TWICE, word=note.kind.value)
        notes.append(note)
    return tuple(notes)


def read_note(entry: Entry) -> RetentionNote:
    return RetentionNote(
        entry.one_of("jenis", RecordKind),
        entry.number("aktif", 0, MOST_YEARS),
        entry.number("inaktif", 0, MOST_YEARS),
        entry.one_of("nasib", Fate),
        entry.optional_text("dasar") or "",
    )
