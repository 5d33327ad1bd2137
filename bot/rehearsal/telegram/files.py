"""Bytes that travel: what people and the bot upload, and how the bot gets at it again."""

import hashlib
import mimetypes
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from bot.rehearsal.telegram.errors import ApiError, bad_request

MEBIBYTE = 1 << 20
UPLOAD_LIMIT = 50 * MEBIBYTE
DOWNLOAD_LIMIT = 20 * MEBIBYTE  # the server's 20<<20; a local Bot API server has none
LINK_LIFE = timedelta(hours=1)
FILE_ID = re.compile(r"(BQACAg|AgACAg)[A-Za-z0-9_-]{32}")

FileKind = Literal["document", "photo"]


@dataclass(frozen=True)
class Upload:
    """A file on its way; `size` may claim more than the bytes at hand, for tests of limits."""

    name: str
    content: bytes
    mime: str = ""
    kind: FileKind = "document"
    claimed_size: int | None = None

    @property
    def size(self) -> int:
        return len(self.content) if self.claimed_size is None else self.claimed_size

    @property
    def mime_type(self) -> str:
        return self.mime or mimetypes.guess_type(self.name)[0] or "application/octet-stream"


@dataclass(frozen=True)
class File:
    """A file that Telegram keeps: file_id fetches and sends it, file_unique_id only compares."""

    file_id: str
    file_unique_id: str
    upload: Upload

    @property
    def name(self) -> str:
        return self.upload.name

    @property
    def content(self) -> bytes:
        return self.upload.content


@dataclass
class Files:
    kept: dict[str, File] = field(default_factory=dict)
    links: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    lifts_download_limit: bool = False

    def keep(self, upload: Upload, unique_id: str = "") -> File:
        number = len(self.kept) + 1
        prefix = "AgACAg" if upload.kind == "photo" else "BQACAg"
        unique = unique_id or "AgAD" + _digest(f"unique {number}", 9)
        file = File(prefix + _digest(f"file {number}", 24), unique, upload)
        self.kept[file.file_id] = file
        return file

    def again(self, file: File) -> File:
        """The same file sent on: a new file_id under the same file_unique_id."""
        return self.keep(file.upload, file.file_unique_id)

    def find(self, file_id: str) -> File:
        if not FILE_ID.fullmatch(file_id):
            raise bad_request("invalid file_id")
        if file_id not in self.kept:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        return self.kept[file_id]

    def link(self, file_id: str, now: datetime) -> tuple[File, str]:
        """The file and the path where it can be downloaded for an hour."""
        file = self.find(file_id)
        if file.upload.size > DOWNLOAD_LIMIT and not self.lifts_download_limit:
            raise bad_request("file is too big")
        suffix = re.search(r"\.\w{1,8}$", file.name)
        folder = "photos" if file.upload.kind == "photo" else "documents"
        path = f"{folder}/file_{len(self.links) + 1}{suffix.group() if suffix else ''}"
        self.links[path] = (file_id, now + LINK_LIFE)
        return file, path

    def download(self, path: str, now: datetime) -> File:
        file_id, until = self.links.get(path, ("", now))
        if now >= until:
            raise ApiError(404, "Not Found")
        return self.kept[file_id]


def _digest(seed: str, length: int) -> str:
    return urlsafe_b64encode(hashlib.sha256(seed.encode()).digest()[:length]).decode()
