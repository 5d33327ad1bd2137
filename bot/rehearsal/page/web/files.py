"""The page's own files, by a list of those that there are, and the files of messages."""

from http import HTTPStatus
from importlib.resources import files
from urllib.parse import quote

from bot.rehearsal.page.pictures import type_of
from bot.rehearsal.page.views.whole import chosen
from bot.rehearsal.page.web.base import PageHandler
from bot.texts import pages as texts

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


class IndexHandler(PageHandler):
    async def get(self) -> None:
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.write(static("index.html") or b"")


class AssetHandler(PageHandler):
    async def get(self, name: str) -> None:
        ending = "." + name.rpartition(".")[2]
        content = static(name) if ending in TYPES else None
        if content is None:
            self.refuse(texts.NO_FILE, HTTPStatus.NOT_FOUND)
            return
        self.set_header("Content-Type", TYPES[ending])
        self.write(content)


class MessageFileHandler(PageHandler):
    """A picture is shown, anything else is saved; a browser never opens it here."""

    async def get(self, chat_id: str, message_id: str) -> None:
        person, _ = chosen(self.scene, self.given_number("person"), 0)
        asked = person.id == self.given_number("person")
        chat = self.scene.chat_of(person, int(chat_id)) if asked else None
        message = chat.message(int(message_id)) if chat else None
        if message is None or message.file is None:
            self.refuse(texts.NO_FILE, HTTPStatus.NOT_FOUND)
            return
        photo = message.file.upload.kind == "photo"
        kind = type_of(message.file.content) if photo else "application/octet-stream"
        how = "inline" if photo else "attachment"
        self.set_header("Content-Type", kind)
        self.set_header("Content-Security-Policy", "default-src 'none'; sandbox")
        name = quote(message.file.name, safe="")
        self.set_header("Content-Disposition", f"{how}; filename*=UTF-8''{name}")
        self.write(message.file.content)


def static(name: str) -> bytes | None:
    """By looking it up among the names that there are, so that no name leads elsewhere."""
    known = {one.name: one for one in files("bot.rehearsal.page").joinpath("static").iterdir()}
    return known[name].read_bytes() if name in known else None
