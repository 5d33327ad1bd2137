"""Parameters out of an HTTP request."""

import json
from typing import Any

from tornado.httputil import HTTPServerRequest

from bot.rehearsal.telegram.files import Upload
from bot.rehearsal.telegram.params import Params


def read(request: HTTPServerRequest) -> Params:
    """Out of the query, a form, a multipart body or JSON, as the real server takes."""
    values: dict[str, Any] = {
        name: found[-1].decode() for name, found in request.arguments.items() if found
    }
    if request.headers.get("Content-Type", "").startswith("application/json") and request.body:
        body = json.loads(request.body)
        if not isinstance(body, dict):
            raise ValueError("object expected")
        values |= {name: value for name, value in body.items() if value is not None}
    files = {
        name: Upload(found[0].filename, found[0].body, found[0].content_type)
        for name, found in request.files.items()
    }
    return Params(values, files)
