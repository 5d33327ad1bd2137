"""Whom the server on 127.0.0.1 answers: programs of this machine, and no page of another site."""

from tornado.httputil import HTTPServerRequest
from tornado.iostream import IOStream

NAMES = ("127.0.0.1", "localhost")


def is_ours(request: HTTPServerRequest) -> bool:
    """Asked under a name of this machine: one that merely leads here (DNS rebinding) is refused."""
    return request.headers.get("Host", "") in _hosts(request)


def by_browser(request: HTTPServerRequest) -> bool:
    """What a program sends bears no such header; what a page makes its browser send always does."""
    return "Origin" in request.headers or "Sec-Fetch-Site" in request.headers


def from_own_page(request: HTTPServerRequest) -> bool:
    """By the page itself, by who opened it, or by a program."""
    site = request.headers.get("Sec-Fetch-Site", "none")
    origin = request.headers.get("Origin", "")
    ours = not origin or origin.removeprefix("http://") in _hosts(request)
    return site in ("none", "same-origin") and ours


def _hosts(request: HTTPServerRequest) -> set[str]:
    """The names under the port where the request came in."""
    stream = getattr(request.connection, "stream", None)
    if not isinstance(stream, IOStream) or stream.socket is None:
        return set()
    port = stream.socket.getsockname()[1]
    return {f"{name}:{port}" for name in NAMES}
