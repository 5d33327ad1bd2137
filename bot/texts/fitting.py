"""What keeps a message within Telegram's 4096 characters, or 1024 under a file (Bot API)."""

from collections.abc import Sequence

from bot.texts.formats import escape, join_names

NAME = 60
REASON = 400
NAMES = 600
LINES = 3000
TEXT = 4000  # of 4096: a line may be added to a message whose first try may have arrived


def measure(text: str) -> int:
    """UTF-16 units, as Telegram counts; tags and entities count too, so never too few."""
    return len(text.encode("utf-16-le")) // 2


def brief(text: str, most: int = NAME) -> str:
    """The text itself, or its beginning with an ellipsis, on one line."""
    line = " ".join(text.split())
    if measure(line) <= most:
        return line
    kept = line.encode("utf-16-le")[: 2 * (most - 1)].decode("utf-16-le", errors="ignore")
    return f"{kept.rstrip()}…"


def short(text: str, most: int = NAME) -> str:
    """Brief, and safe inside Telegram's HTML."""
    return escape(brief(text, most))


def because(reason: str, most: int = REASON) -> str:
    """ "Alasan: Format keliru.", with one full stop however the reason ends."""
    return f"Alasan: {short(reason, most).rstrip('. ')}."


def some_names(names: Sequence[str], room: int = NAMES) -> str:
    """A, B dan C; where they take more room, A, B dan 10 lainnya."""
    kept = fitting(names, room)
    rest = len(names) - len(kept)
    return join_names([*kept, f"{rest} lainnya"] if rest else kept)


def some_groups(groups: Sequence[str], room: int = NAMES) -> str:
    """A: x, y; B: x; where they take more room, A: x, y; dan 10 lainnya."""
    kept = fitting(groups, room)
    rest = len(groups) - len(kept)
    return "; ".join([*kept, f"dan {rest} lainnya"] if rest else kept)


def some_lines(lines: Sequence[str], room: int = LINES) -> list[str]:
    """The lines; where they take more room, the first of them and how many are left out."""
    kept = fitting(lines, room)
    rest = len(lines) - len(kept)
    return [*kept, f"• dan {rest} lainnya"] if rest else kept


def fitting(parts: Sequence[str], room: int) -> list[str]:
    """As many parts from the first as the room takes, one at least."""
    kept: list[str] = []
    for part in parts:
        room -= measure(part) + 2
        if kept and room < 0:
            break
        kept.append(part)
    return kept
