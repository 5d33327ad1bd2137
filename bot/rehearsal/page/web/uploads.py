"""A file out of a form: its bytes, and a name that is shown and never used as a path."""

from tornado.httputil import HTTPFile

from bot.rehearsal.page.pictures import is_picture
from bot.rehearsal.telegram import Upload

LONGEST_NAME = 200
NAMELESS = "tanpa nama"


def upload_of(file: HTTPFile, *, alone: bool) -> Upload:
    """A picture by itself goes as a photo, as Telegram's own clients send it."""
    photo = alone and is_picture(file.body)
    return Upload(name_of(file.filename), file.body, kind="photo" if photo else "document")


def name_of(given: str) -> str:
    """The last part of what was called a name, without what cannot be seen."""
    last = given.replace("\\", "/").rpartition("/")[2]
    seen = "".join(letter for letter in last if letter.isprintable()).strip(" .")
    return seen[-LONGEST_NAME:] or NAMELESS
