"""In the morning digest: which papers of a closed run did not come back signed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.rules.chasing_hardcopies import Lack
from bot.rules.messages import Message
from bot.rules.run import Run
from bot.texts.fitting import short, some_lines
from bot.texts.formats import day
from bot.texts.hardcopies import TITLE
from bot.texts.words import run_title


def staff_of(title: str) -> str:
    return f"Staf {title}"


def with_lacks(
    above: Message | None,
    title: str,
    lacking: Sequence[tuple[Run, Sequence[Lack]]],
    today: date,
) -> Message:
    """Below what else the person hears this morning, or a digest of its own."""
    head = Message(f"Yth. Bapak/Ibu {short(title)}. Rangkuman {day(today)}:")
    parts = [part for run, lacks in lacking for part in section(run, lacks)]
    closing = "Mohon mencatatnya setelah ditandatangani: /fisik KODE tempat."
    if above is None:
        return replace(head, text="\n".join([head.text, *parts, f"{closing} Terima kasih."]))
    return replace(above, text="\n".join([above.text, "", *parts, closing]))


def section(run: Run, lacks: Sequence[Lack]) -> list[str]:
    lines = [f"• {line(lack)}" for lack in lacks]
    head = f"Naskah fisik {run_title(run)} yang belum tercatat diterima:"
    return [head, *some_lines(lines)]


def line(lack: Lack) -> str:
    if lack.paper is None:
        return f"{lack.kind}: belum dicetak (/cetak)"
    return f"{short(lack.paper.title, TITLE)} (kode {lack.paper.code})"
