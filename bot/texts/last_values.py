"""What an indicator came to before, as plain text: under a question, and noted in a workbook."""

from bot.rules.carrying import Earlier
from bot.rules.forms import Indicator
from bot.texts.fitting import brief
from bot.texts.formats import number, period, rupiah
from bot.texts.workbooks import NO_DATA

NONE = "Belum ada realisasi periode sebelumnya."


def last_actual(last: Earlier, row: Indicator) -> list[str]:
    """The last value, and what the months of this triwulan roll up to."""
    was = NO_DATA if last.actual is None else f"{number(last.actual)} {brief(row.unit)}"
    lines = [f"Realisasi terakhir ({period(last.period)}): {was}."]
    if last.rolled is not None and last.rolled.value is not None:
        gathered = f"{last.rolled.counted} dari {last.rolled.parts} bulan"
        lines.append(f"Dari bulanan ({row.method}, {gathered}): {number(last.rolled.value)}.")
    return lines


def last_spent(last: Earlier) -> list[str]:
    if last.spent is None:
        return []
    return [f"Realisasi terakhir ({period(last.period)}): {rupiah(last.spent)}."]
