"""The words of all papers of a run bound in one: its contents."""

from bot.rules.periods import Period
from bot.rules.printed import PaperKind
from bot.texts.formats import number, period

TITLE = "KUMPULAN NASKAH"
CONTENTS = "Daftar isi"
HEADINGS = ("No", "Naskah", "Kode", "Halaman")
NO_CODE = "–"
KINDS = {kind: kind.value.capitalize() for kind in PaperKind}


def title(asked: Period) -> str:
    return f"Kumpulan naskah {period(asked)}"


def subject(asked: Period) -> str:
    return f"DATA KINERJA {period(asked)}".upper()


def extent(papers: int, pages: int) -> str:
    return f"{number(papers)} naskah, {number(pages)} halaman tanpa daftar isi ini."


def page_mark(place: int, pages: int) -> str:
    """In the corner of each page: its place in the whole."""
    return f"{place} / {pages}"
