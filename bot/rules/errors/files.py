"""Refusals of files, and about documents that were handed in."""

from dataclasses import dataclass
from datetime import datetime

from bot.rules.errors.refusal import Refusal
from bot.rules.form_faults import FormFault
from bot.rules.form_versions import Compared


class TooManyFiles(Refusal):
    """More than one person may send in a day; it is not fetched (rules/intake_bounds.py)."""


class NotAFile(Refusal):
    """A video, a voice message, a sticker: not a document of this SOP."""


@dataclass
class FileRefused(Refusal):
    """`code` is what is wrong with the file (texts/refusals/files.py, FILE_FAULTS)."""

    code: str
    name: str = ""
    detail: str = ""


@dataclass
class FormRefused(Refusal):
    """A workbook with faults, all of them at once (rules/form_faults.py, FormFault); of a seat's
    also what it changes in the one sent before."""

    name: str
    faults: tuple[FormFault, ...]
    version_of: str = ""
    compared: Compared | None = None


@dataclass
class WrongMark(Refusal):
    """A workbook of another office, run or seat; a "whole" format where a seat's came, or a
    "master" where one was to be filled in. `what` is one of them."""

    what: str
    expected: str = ""
    found: str = ""


@dataclass
class NotHandedIn(Refusal):
    """A file out of place, from who hands in nothing; which others he sends, each in its own way:
    an arahan's letter, a signed paper's scan, the logo."""

    letters: bool = False
    scans: bool = False
    logos: bool = False


class OfferSettled(Refusal):
    """What the file is was told before."""


@dataclass
class AlreadyReceived(Refusal):
    """The same bytes stand for this seat and kind already, as that document."""

    document_id: int


@dataclass
class OldVersion(Refusal):
    """The bytes of a workbook that a newer version has replaced; the `newest` stands."""

    version: int
    newest: int


@dataclass
class KindNotOwed(Refusal):
    """The seat owes no such kind; `owed` are those it does."""

    kind: str
    seat: str
    owed: tuple[str, ...]


@dataclass
class KindSettled(Refusal):
    """[Nihil] for a kind of which documents stand already."""

    kind: str


@dataclass
class DocumentDecided(Refusal):
    state: str


@dataclass
class NothingToAccept(Refusal):
    pass


@dataclass
class NotALetterHead(Refusal):
    """An answer that tells no number and no date of a letter; `text` is what was written."""

    text: str


class LetterSettled(Refusal):
    """What was read from the letter was confirmed or denied before."""


class SearchGone(Refusal):
    """The button turns the pages of a search that is not the person's, or not kept."""


@dataclass
class DocumentDestroyed(Refusal):
    """Its bytes went at that moment (UTC); its facts and its hash stay."""

    at: datetime
