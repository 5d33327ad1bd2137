"""The kop alone as a picture, as the office's papers bear it."""

from bot.papers.sheet import sheet_data
from bot.papers.typeset import typeset_png
from bot.rules.stationery import Stationery

TEMPLATE = "kop.typ"


def letterhead_picture(stationery: Stationery) -> bytes:
    """A PNG; the same bytes for the same kop. Raises TypesetFault."""
    return typeset_png(TEMPLATE, {"sheet": sheet_data(stationery, (), "")})
