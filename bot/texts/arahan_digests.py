"""In the morning digest: which arahan still wait for who orders."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.rules.dispositions import Disposition, Nature
from bot.rules.messages import Message
from bot.texts.fitting import short, some_lines
from bot.texts.formats import day, moment


def with_arahan(
    above: Message | None, title: str, waiting: Sequence[Disposition], today: date, zone: str
) -> Message:
    """Below what else the person hears this morning, or a digest of its own."""
    lines = some_lines([f"• {line(arahan, zone)}" for arahan in waiting])
    part = ["Arahan yang menunggu pemilihan periode:", *lines]
    closing = "Periodenya dapat dipilih dengan /tugas."
    if above is None:
        head = f"Yth. Bapak/Ibu {short(title)}. Rangkuman {day(today)}:"
        return Message("\n".join([head, *part, f"{closing} Terima kasih."]))
    return replace(above, text="\n".join([above.text, "", *part, closing]))


def line(arahan: Disposition, zone: str) -> str:
    nature = "" if arahan.nature == Nature.ORDINARY else f" ({arahan.nature.value})"
    return f"nomor agenda {arahan.agenda}{nature}, sejak {moment(arahan.at, zone)}."
