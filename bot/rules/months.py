"""The months by their Indonesian names."""

MONTHS = (
    "januari", "februari", "maret", "april", "mei", "juni",
    "juli", "agustus", "september", "oktober", "november", "desember",
)  # fmt: skip
SHORTEST = 3  # letters: "okt"


def month_named(name: str) -> int:
    """1 to 12 by its name or the beginning of it; 0 where no month is called so."""
    if len(name) < SHORTEST:
        return 0
    written = name.casefold()
    return next((n for n, month in enumerate(MONTHS, 1) if month.startswith(written)), 0)
