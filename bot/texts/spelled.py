"""Whole numbers and dates in words, as minutes and deeds write them."""

from datetime import date

from bot.texts.formats import day, plain_day

ONES = (
    *("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"),
    *("sepuluh", "sebelas"),
)


def spelled(value: int) -> str:
    """From 0 to 9999: dua ribu dua puluh enam."""
    if value < len(ONES):
        return ONES[value]
    if value < 20:
        return f"{ONES[value - 10]} belas"
    for size, name in ((1000, "ribu"), (100, "ratus"), (10, "puluh")):
        if value >= size:
            many, rest = divmod(value, size)
            head = f"se{name}" if many == 1 else f"{spelled(many)} {name}"
            return f"{head} {spelled(rest)}" if rest else head
    raise ValueError(value)


def spelled_day(value: date) -> str:
    """Kamis, tanggal dua puluh enam bulan November tahun dua ribu dua puluh enam (26 Nov…)."""
    weekday, month = day(value).partition(",")[0], plain_day(value).split()[1]
    return (
        f"{weekday}, tanggal {spelled(value.day)} bulan {month} tahun "
        f"{spelled(value.year)} ({plain_day(value)})"
    )
