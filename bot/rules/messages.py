"""What the bot says, before anybody knows that it is Telegram: text, buttons, a file."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Style(StrEnum):
    PLAIN = ""
    PRIMARY = "primary"
    SUCCESS = "success"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """`data` is the act with its arguments (rules/acts.py, at most 64 bytes); or a link."""

    label: str
    data: str = ""
    url: str = ""
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file out of the cabinet (`digest`), or one that Telegram has already (`file_id`)."""

    name: str
    digest: str = ""
    file_id: str = ""
    media: str = "document"


@dataclass(frozen=True, slots=True)
class Message:
    """`text` is Telegram's HTML with every value escaped; `ask` opens a reply with this hint."""

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    attachment: Attachment | None = None
    ask: str = ""

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Message":
        attachment = kept["attachment"]
        rows = tuple(
            tuple(Button(**{**b, "style": Style(b["style"])}) for b in row)
            for row in kept["buttons"]
        )
        return cls(
            kept["text"], rows, Attachment(**attachment) if attachment else None, kept["ask"]
        )
