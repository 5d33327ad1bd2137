"""Which printed papers a photo or scan shows, told by its QR codes and its sender's word."""

import re
from collections.abc import Mapping

from bot.rules import kinds
from bot.rules.errors.hardcopies import (
    ForeignCode,
    MistypedCode,
    OtherCode,
    ScanRefused,
    UnknownCode,
)
from bot.rules.hardcopies import PrintedPaper
from bot.rules.kinds import UnreadableFile
from bot.rules.print_codes import code_and_rest
from bot.rules.printed import FoundCodes, named_code

AS_A_CODE = re.compile(r"\w{4}-\w{4}\b")

WHY: Mapping[type[UnreadableFile], str] = {
    kinds.EmptyFile: "damaged",
    kinds.Damaged: "damaged",
    kinds.Encrypted: "encrypted",
    kinds.TooLarge: "too_large",
    kinds.TimedOut: "no_code",
    kinds.NotAWorkbook: "type",
}


def said_with(words: str, found: FoundCodes | UnreadableFile) -> tuple[str, str]:
    """The code and the place that stand after /fisik in a caption; beside a QR that is read the
    place may stand alone."""
    if not words:
        return "", ""
    try:
        return code_and_rest(words)
    except MistypedCode:
        if isinstance(found, UnreadableFile) or not found.ours or AS_A_CODE.match(words):
            raise
        return "", words


def codes_shown(found: FoundCodes | UnreadableFile, typed: str = "") -> tuple[str, ...]:
    """The codes that the file shows, several of a bundle; with one `typed` that alone, also where
    none can be read."""
    if isinstance(found, UnreadableFile):
        why = WHY[type(found)]
        if typed and why in ("no_code", "too_large"):
            return (typed,)
        raise ScanRefused(why)
    codes = tuple(dict.fromkeys(map(named_code, found.ours)))
    if typed:
        if codes and typed not in codes:
            raise OtherCode(typed, codes)
        return (typed,)
    if not codes:
        raise ForeignCode if found.payloads else ScanRefused("no_code")
    return codes


def check_shown(found: FoundCodes | UnreadableFile, paper: PrintedPaper) -> None:
    """Refuses the same code of another run or content: a paper of another system."""
    if isinstance(found, UnreadableFile):
        return
    same = [each for each in found.ours if named_code(each) == paper.code]
    if same and paper.print_code.payload not in same:
        raise UnknownCode(paper.code)
