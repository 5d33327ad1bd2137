"""What every answer of the page has in common: who is served, and what a browser may do with it."""

from http import HTTPStatus

from tornado.web import RequestHandler

from bot.rehearsal.page.scene import Scene
from bot.rehearsal.telegram.guard import from_own_page, is_ours
from bot.texts import pages as texts

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class PageHandler(RequestHandler):
    scene: Scene

    def initialize(self, scene: Scene) -> None:
        self.scene = scene

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def prepare(self) -> None:
        if not (is_ours(self.request) and from_own_page(self.request)):
            self.refuse(texts.FOREIGN, HTTPStatus.FORBIDDEN)

    def write_error(self, status_code: int, **_: object) -> None:
        """In words too where something of ours went wrong, or nobody asks so."""
        sentence = texts.NO_SUCH_ACT if status_code < 500 else texts.OUR_FAULT
        self.refuse(sentence, HTTPStatus(status_code))

    def refuse(self, sentence: str, code: HTTPStatus = HTTPStatus.BAD_REQUEST) -> None:
        self.set_status(code)
        self.finish({"ok": False, "message": sentence})

    def given_number(self, name: str) -> int:
        """0 where nothing or no number is given."""
        value = self.get_query_argument(name, "")
        digits = value.removeprefix("-")
        known = digits.isascii() and digits.isdecimal() and len(digits) < 20  # longer is no id
        return int(value) if known else 0
