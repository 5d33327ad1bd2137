"""What a file from outside says, read in a child process and kept as plain JSON."""

from typing import Any

from bot.papers.child import read_outside
from bot.papers.gate import workbook_refusal
from bot.rules import kinds
from bot.rules.form_faults import FormFaults
from bot.rules.forms import FilledForm, FormMark, ReadFormat
from bot.rules.json_form import from_json, to_json
from bot.rules.kinds import FileType, UnreadableFile, sniff

CODES: dict[type[UnreadableFile], str] = {
    kinds.EmptyFile: "empty",
    kinds.Encrypted: "encrypted",
    kinds.HasMacros: "macros",
    kinds.HasExternalLinks: "links",
    kinds.TooLarge: "too_large_inside",
    kinds.OldFormat: "old_format",
    kinds.Damaged: "damaged",
    kinds.TimedOut: "timed_out",
    kinds.NotAWorkbook: "not_a_workbook",
    kinds.NoMark: "no_mark",
    kinds.NotAPicture: "not_a_picture",
    kinds.TooManyPixels: "too_many_pixels",
}


async def read_file(content: bytes) -> dict[str, Any]:
    """Keys: `type`, and as found `mark`, `form`, `faults`, `page`, or `refused` with `detail`."""
    kind = sniff(content)
    if kind == FileType.XLSX:
        return {"type": kind.value, **workbook_says(await read_outside("filled", content))}
    if kind in (FileType.PDF, FileType.DOCX):
        return {"type": kind.value, **page_says(await read_outside("first_page", content))}
    if kind in (FileType.JPEG, FileType.PNG):
        return {"type": kind.value}
    return {"type": kind.value, **unsupported(content)}


def unsupported(content: bytes) -> dict[str, Any]:
    """A password, an old form of Office, an open document or a CSV has its own word."""
    why = workbook_refusal(content)
    if why is None or isinstance(why, kinds.NotAWorkbook):
        return {"refused": "type", "detail": ""}
    return refused(why)


def page_says(found: str | UnreadableFile) -> dict[str, Any]:
    if isinstance(found, kinds.TimedOut):
        return {"page": ""}  # the letter is as good as another: its kind is asked
    return refused(found) if isinstance(found, UnreadableFile) else {"page": found}


def workbook_says(found: FilledForm | FormFaults | UnreadableFile) -> dict[str, Any]:
    if isinstance(found, kinds.NoMark):
        return {}  # a workbook of the office's own; it may well be a letter's annex
    if isinstance(found, UnreadableFile):
        return refused(found)
    if isinstance(found, FormFaults):
        form = {"form": to_json(found.form)} if found.form else {}
        return {"mark": to_json(found.mark), "faults": to_json(found.faults), **form}
    return {"mark": to_json(found.mark), "form": to_json(found)}


def refused(found: UnreadableFile) -> dict[str, Any]:
    return {"refused": CODES[type(found)], "detail": found.detail}


def mark_of(read: dict[str, Any]) -> FormMark | None:
    return from_json(FormMark, read["mark"]) if read.get("mark") else None


async def read_format(content: bytes) -> ReadFormat | FormFaults | UnreadableFile:
    return await read_outside("format", content)
