"""How a number is read out of a card's name."""


def number_in(name: str, place: int, *words: str) -> int | None:
    """The one at this place after the first word; None for a card that begins with none of these
    words."""
    first, *parts = name.split(":")
    return int(parts[place]) if first in words else None
