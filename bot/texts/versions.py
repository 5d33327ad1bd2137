"""What a workbook changes in the one that was sent before it."""

from collections.abc import Sequence
from decimal import Decimal

from bot.rules.form_changes import Change, Changes, RowsChanged
from bot.rules.form_faults import FormFault
from bot.rules.form_versions import Compared
from bot.texts.fitting import short, some_lines, some_names
from bot.texts.formats import number
from bot.texts.workbooks import DATA_HEADINGS, NO_DATA, SHEETS

FIGURES = ("actual", "spent")
PLACES = 200  # characters


def compared(found: Compared, room: int = 1000) -> list[str]:
    """Lines of a message, within `room` characters or little more."""
    before = f"versi {found.since}" if found.since else "kiriman sebelumnya yang dikembalikan"
    counts = ((found.mended, "telah diperbaiki"), (found.remaining, "masih perlu diperbaiki"))
    lines = [f"• {len(faults)} hal {how} ({places(faults)})" for faults, how in counts if faults]
    lines += change_lines(found.changes)
    if not lines:
        return [f"Tidak ada isian yang berubah sejak {before}."]
    return [f"Perubahan sejak {before}:", *some_lines(lines, room)]


def places(faults: Sequence[FormFault]) -> str:
    named = (" ".join(part for part in (f.sheet, f.cell) if part) for f in faults)
    return some_names([short(name) for name in dict.fromkeys(named)], PLACES)


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
