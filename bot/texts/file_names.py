"""What the files that the bot sends are called."""

from bot.rules.periods import Period
from bot.texts.formats import period_short

LETTERHEAD = "kop.png"
TIMELINESS = "Ketepatan Waktu.png"
LONGEST_TITLE = 120


def office_format(period: Period) -> str:
    return f"Format Data Kinerja {period_short(period)}.xlsx"


def seat_workbook(period: Period, title: str) -> str:
    """`title` is that of the seat which fills it in."""
    return f"Data Kinerja {period_short(period)} {title}.xlsx"


def marked(name: str) -> str:
    """The sender's own workbook with its faults marked."""
    return f"Perlu diperbaiki - {name}"


def recap(period: Period) -> str:
    return f"Rekap Data Kinerja {period_short(period)}.xlsx"


def recap_pdf(period: Period) -> str:
    return f"Rekap Data Kinerja {period_short(period)}.pdf"


def recap_picture(period: Period) -> str:
    return f"Rekap Data Kinerja {period_short(period)}.png"


def pack(period: Period) -> str:
    return f"Paket Bukti {period_short(period)}.zip"


def board_picture(period: Period) -> str:
    return f"Papan {period_short(period)}.png"


def paper(title: str) -> str:
    """Of a run, by its title."""
    return f"{' '.join(title.replace('/', '-').split())[:LONGEST_TITLE]}.pdf"


def bundle(period: Period) -> str:
    """All of a run's papers in one."""
    return f"Kumpulan Naskah {period_short(period)}.pdf"
