"""The acts over HTTP: JSON, or a form with files; told in words where one cannot be."""

import json
from http import HTTPStatus

from tornado.httputil import HTTPFile, HTTPInputError, parse_body_arguments
from tornado.web import stream_request_body

from bot.rehearsal.page.acts import ACTS
from bot.rehearsal.page.acts.given import Given
from bot.rehearsal.page.refusals import Refused
from bot.rehearsal.page.scene import Scene
from bot.rehearsal.page.web.base import PageHandler
from bot.rehearsal.page.web.limits import Limits
from bot.rehearsal.page.web.uploads import upload_of
from bot.rehearsal.telegram import CannotHappen
from bot.texts import pages as texts

WITH_FILES = "send"


@stream_request_body
class DeedHandler(PageHandler):
    """The body is taken piece by piece, so that one too big is never held."""

    limits: Limits
    body: bytearray
    refused = ""

    def initialize(self, scene: Scene, limits: Limits) -> None:  # type: ignore[override]
        super().initialize(scene)
        self.limits = limits
        self.body = bytearray()

    def prepare(self) -> None:
        super().prepare()
        if self._finished:
            return
        announced = int(self.request.headers.get("Content-Length", "0"))
        try:
            self.limits.check(announced, with_files=self._is_form())
        except Refused as refused:
            # Its body is let pass unread: a browser hears no answer while it still sends.
            self.refused = str(refused)
            self.request.connection.set_max_body_size(announced)  # type: ignore[union-attr]

    def data_received(self, chunk: bytes) -> None:
        if self.refused or self._finished:
            return
        self.body += chunk
        try:
            self.limits.check_size(len(self.body), with_files=self._is_form())
        except Refused as refused:  # it announced no length, or a wrong one
            self.refused = str(refused)
            self.body.clear()

    async def post(self, name: str) -> None:
        if self.refused:
            self.refuse(self.refused, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return
        if name not in ACTS:
            self.refuse(texts.NO_SUCH_ACT, HTTPStatus.NOT_FOUND)
            return
        try:
            done = await ACTS[name](self.scene, self._given(name))
        except Refused as refused:
            self.refuse(str(refused))
            return
        except CannotHappen:  # what no act has a sentence of its own for
            self.refuse(texts.CANNOT)
            return
        finally:
            self.scene.keep()
        self.finish({"ok": True, **done})

    def _is_form(self) -> bool:
        return self.request.headers.get("Content-Type", "").startswith("multipart/form-data")

    def _given(self, name: str) -> Given:
        if name == WITH_FILES and self._is_form():
            return self._form()
        if not self.request.headers.get("Content-Type", "").startswith("application/json"):
            raise Refused(texts.WRONG_REQUEST)
        try:
            values = json.loads(self.body)
        except (ValueError, RecursionError):
            raise Refused(texts.WRONG_REQUEST) from None
        if not isinstance(values, dict):
            raise Refused(texts.WRONG_REQUEST)
        return Given(values)

    def _form(self) -> Given:
        values: dict[str, list[bytes]] = {}
        files: dict[str, list[HTTPFile]] = {}
        kind = self.request.headers["Content-Type"]
        try:
            parse_body_arguments(kind, bytes(self.body), values, files)
            told = {name: found[-1].decode() for name, found in values.items()}
        except (HTTPInputError, UnicodeDecodeError):
            raise Refused(texts.WRONG_REQUEST) from None
        sent = [file for found in files.values() for file in found]
        self.limits.check_files(sent, self.scene.telegram.files)
        return Given(told, tuple(upload_of(file, alone=len(sent) == 1) for file in sent))
