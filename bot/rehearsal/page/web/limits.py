"""How much and how often the page takes files."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import monotonic

from tornado.httputil import HTTPFile

from bot.rehearsal.page.refusals import Refused
from bot.rehearsal.telegram.files import MEBIBYTE, Files
from bot.texts import pages as texts
from bot.texts.formats import file_size

JSON_LIMIT = 64 * 1024
# More than the 20 MB that a bot can fetch: that its refusal can be seen.
FORM_LIMIT = 40 * MEBIBYTE
MOST_FILES = 10
ROOM_LIMIT = 500 * MEBIBYTE
MOST_FORMS, WITHIN = 15, 10.0  # forms in so many real seconds


@dataclass
class Limits:
    """Refused: Refused, in words."""

    times: deque[float] = field(default_factory=deque)

    def check(self, announced: int, *, with_files: bool) -> None:
        """By the length that the request announces, before it is read."""
        self.check_size(announced, with_files=with_files)
        if with_files:
            self._count()

    @staticmethod
    def check_size(octets: int, *, with_files: bool) -> None:
        most = FORM_LIMIT if with_files else JSON_LIMIT
        if octets > most:
            raise Refused(texts.too_big(file_size(most)))

    def _count(self) -> None:
        now = monotonic()
        while self.times and self.times[0] < now - WITHIN:
            self.times.popleft()
        if len(self.times) >= MOST_FORMS:
            raise Refused(texts.TOO_OFTEN)
        self.times.append(now)

    @staticmethod
    def check_files(sent: Sequence[HTTPFile], kept: Files) -> None:
        if len(sent) > MOST_FILES:
            raise Refused(texts.TOO_MANY_FILES)
        held = sum(len(file.content) for file in kept.kept.values())
        if held + sum(len(file.body) for file in sent) > ROOM_LIMIT:
            raise Refused(texts.ROOM_FULL)
