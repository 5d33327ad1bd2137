"""Refusals about printed papers and their hardcopies."""

from dataclasses import dataclass

from bot.rules.errors.refusal import Refusal


@dataclass
class MistypedCode(Refusal):
    """What was written is no code of any paper: a letter is wrong, or two changed places."""

    written: str


@dataclass
class UnknownCode(Refusal):
    """A whole code, but of no paper that this office has printed."""

    code: str


@dataclass
class PlaceNotTold(Refusal):
    """Where the hardcopy stands has too few letters or too many."""

    shortest: int
    longest: int


@dataclass
class NoScan(Refusal):
    """The signed paper of this code was not scanned yet."""

    code: str


@dataclass
class ScanRefused(Refusal):
    """The file sent as a signed paper: `why` is type, damaged, encrypted, too_large or no_code."""

    why: str


class ForeignCode(Refusal):
    """The QR on the photo is of no paper of this system."""


@dataclass
class OtherCode(Refusal):
    """The code that was typed is not the one that the file shows."""

    typed: str
    read: tuple[str, ...]


class ScanGone(Refusal):
    """The scan that the button would keep is answered already, or was never asked about."""
