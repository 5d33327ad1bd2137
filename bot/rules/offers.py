"""A file as somebody sent it, until it is filed as a document or refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

FRESH = timedelta(hours=1)
ITS_CONTENT = ("FileRefused", "FormRefused")  # reasons of a refusal that no caption mends


class OfferState(StrEnum):
    FETCHING = "diambil"
    ASKING = "ditanyakan"  # kept; the sender is asked for the run, the seat or the kind
    PROPOSED = "diusulkan"  # a format that waits for who takes it
    FILED = "dicatat"
    REFUSED = "ditolak"


@dataclass(frozen=True, slots=True)
class Offer:
    """(chat_id, message_id) is unique; an edited message offers again with another file.

    `file_id` fetches the file and may change; `unique_id` stays and only compares (Bot API).

    `office_id` is None where the file came privately; `document_id` once it is filed.
    `target` is what is known of its place: run, seat and kind; or the office and run whose
    format it would replace.
    """

    id: int
    sender: int
    chat_id: int
    message_id: int
    file_id: str
    name: str
    size: int
    mime: str
    media: str
    at: datetime
    caption: str = ""
    album: str = ""
    reply_to: int | None = None
    thread_id: int | None = None
    office_id: int | None = None
    state: OfferState = OfferState.FETCHING
    digest: str = ""
    reason: str = ""
    document_id: int | None = None
    target: Mapping[str, Any] | None = None
    read: Mapping[str, Any] | None = None  # what the child read: mark, form or first page
    version_of: str = ""  # of a workbook, taken or refused: rules/form_versions.py, version_key
    unique_id: str = ""

    def is_of(self, file: "SentFile") -> bool:
        if self.unique_id and file.unique_id:
            return self.unique_id == file.unique_id
        return self.file_id == file.file_id

    @property
    def may_be_named(self) -> bool:
        """Its bytes are kept and may be right: a caption can still say what they are."""
        kept = self.state == OfferState.REFUSED and bool(self.digest)
        return self.state == OfferState.ASKING or (kept and self.reason not in ITS_CONTENT)


@dataclass(frozen=True, slots=True)
class Question:
    """Something the bot asked in words, shown as the card "tanya:<id>"; the answer is a reply to
    it, or plain text in the private chat. `purpose` names the act that the answer completes."""

    id: int
    person_id: int
    purpose: str
    args: tuple[str, ...]
    asked_at: datetime
    open: bool = True

    def is_fresh(self, now: datetime) -> bool:
        """What is said or tapped hours later answers nothing."""
        return now - self.asked_at <= FRESH


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as the message describes it; its bytes are fetched later. `sent_at` is UTC."""

    file_id: str
    name: str
    size: int
    mime: str
    media: str
    sent_at: datetime
    caption: str = ""
    album: str = ""
    unique_id: str = ""
