"""What who sends a scan writes of the letter: "dari: Bappeda; nomor: 050/7/2026; hal: Data"."""

import re
from dataclasses import dataclass
from datetime import date

from bot.rules.errors.files import NotALetterHead
from bot.rules.given_head import given_head
from bot.rules.letters import LetterHead

LONGEST = 200  # characters of a field
LABELS = r"dari|pengirim|asal|nomor|nomer|no|tanggal|tgl|tertanggal|hal|perihal"
FIELD = re.compile(
    rf"(?:^|[\n;,])\s*({LABELS})\b\s*[.:]*\s*(.*?)\s*(?=[\n;]|,\s*(?:{LABELS})\b|$)",
    re.IGNORECASE | re.DOTALL,
)
ORIGIN, SUBJECT = ("dari", "pengirim", "asal"), ("hal", "perihal")


@dataclass(frozen=True, slots=True)
class LetterTold:
    """ "" and None where nothing is told."""

    origin: str = ""
    number: str = ""
    dated: date | None = None
    subject: str = ""


def letter_told(caption: str, read: LetterHead) -> LetterTold:
    """The number and date that were `read` from its first page stand where none is written. A
    caption without any label is the letter's subject, or its number and date alone."""
    found = [(label.lower(), value.strip()) for label, value in FIELD.findall(caption)]
    written = " ".join(f"{k} {v}" for k, v in found if k not in (*ORIGIN, *SUBJECT) and v)
    if not found:
        head = head_of(caption, read)
        subject = "" if head != read else " ".join(caption.split())
        return LetterTold("", head.number, head.dated, subject[:LONGEST])
    head = head_of(written, read)
    return LetterTold(named(found, ORIGIN), head.number, head.dated, named(found, SUBJECT))


def head_of(words: str, read: LetterHead) -> LetterHead:
    try:
        return given_head(words, read) if words.strip() else read
    except NotALetterHead:
        return read


def named(found: list[tuple[str, str]], labels: tuple[str, ...]) -> str:
    values = (" ".join(value.split()) for label, value in found if label in labels)
    return next(values, "")[:LONGEST]
