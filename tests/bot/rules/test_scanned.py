from datetime import UTC, datetime

import pytest

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
from bot.rules.print_codes import made_code
from bot.rules.printed import FoundCodes, PaperKind, PrintCode
from bot.rules.scanned import check_shown, codes_shown, said_with

NOW = datetime(2026, 11, 24, tzinfo=UTC)
OURS = PrintCode(made_code("rekap"), 12, "ab" * 32)
OTHER = PrintCode(made_code("lain"), 12, "cd" * 32)
RECAP = PrintedPaper(1, 1, OURS.run, PaperKind.RECAP, "", OURS.digest, OURS.code, "Rekap", NOW, NOW)
FOREIGN = "https://example.org"


def found(*payloads: str) -> FoundCodes:
    return FoundCodes(payloads)


@pytest.mark.parametrize(
    ("shown", "typed"),
    [
        (found(OURS.payload), ""),
        (found(OURS.payload, OURS.payload), ""),
        (found(FOREIGN, OURS.payload), ""),
        (found(OURS.payload), OURS.code),
        (found(OTHER.payload, OURS.payload), OURS.code),
        (found(), OURS.code),  # the sender's word is enough where nothing is read
        (kinds.TimedOut(), OURS.code),
        (kinds.TooLarge(), OURS.code),
    ],
)
def test_the_code_is_told_by_the_qr_or_by_its_sender(
    shown: FoundCodes | UnreadableFile, typed: str
) -> None:
    assert codes_shown(shown, typed) == (OURS.code,)


def test_a_bundle_tells_the_codes_of_all_its_papers() -> None:
    both = found(OURS.payload, FOREIGN, OTHER.payload)
    assert codes_shown(both) == (OURS.code, OTHER.code)


@pytest.mark.parametrize(
    ("shown", "typed", "refused"),
    [
        (found(), "", ScanRefused("no_code")),
        (found(FOREIGN), "", ForeignCode()),
        (found(OTHER.payload), OURS.code, OtherCode(OURS.code, (OTHER.code,))),
        (kinds.Damaged(), "", ScanRefused("damaged")),
        (kinds.Encrypted(), OURS.code, ScanRefused("encrypted")),
        (kinds.TooLarge(), "", ScanRefused("too_large")),
        (kinds.TimedOut(), "", ScanRefused("no_code")),
        (kinds.NotAWorkbook(), OURS.code, ScanRefused("type")),
    ],
)
def test_what_tells_no_paper_is_refused(
    shown: FoundCodes | UnreadableFile, typed: str, refused: Exception
) -> None:
    with pytest.raises(type(refused)) as raised:
        codes_shown(shown, typed)
    assert vars(raised.value) == vars(refused)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", ("", "")),
        (f"{OURS.code} lemari 3", (OURS.code, "lemari 3")),
        ("lemari 3", ("", "lemari 3")),
        ("meja kiri", ("", "meja kiri")),  # as long as a code
    ],
)
def test_beside_a_qr_the_place_may_stand_alone(words: str, said: tuple[str, str]) -> None:
    assert said_with(words, found(OURS.payload)) == said


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("lemari 3", found()),
        ("lemari 3", found(FOREIGN)),
        ("lemari 3", kinds.TimedOut()),
        ("ABCD-EFGH rak", found(OURS.payload)),
    ],
)
def test_a_mistyped_code_is_no_place(words: str, shown: FoundCodes | UnreadableFile) -> None:
    with pytest.raises(MistypedCode):
        said_with(words, shown)


@pytest.mark.parametrize(
    "payload",
    [OURS.payload.replace(" 12 ", " 13 "), OURS.payload.replace("ABAB", "CDCD")],
)
def test_the_same_code_of_another_run_or_content_is_none_of_ours(payload: str) -> None:
    check_shown(found(OURS.payload), RECAP)
    check_shown(kinds.TimedOut(), RECAP)
    with pytest.raises(UnknownCode):
        check_shown(found(payload), RECAP)
