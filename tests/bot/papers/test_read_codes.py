from collections.abc import Callable

import pytest
from PIL import Image

from bot.papers import read_codes as room
from bot.papers.child import read_outside
from bot.papers.read_codes import read_codes
from bot.papers.samples import letter_pdf
from bot.rules.kinds import Damaged, NotAWorkbook, TooLarge, UnreadableFile
from bot.rules.printed import FoundCodes
from tests.bot.papers.photographed import (
    CODE,
    half_shaded,
    huge_png,
    huge_scan,
    page,
    photo,
    scan,
    soiled,
)

SHEET = page()
FOUND = FoundCodes((CODE.payload,))


@pytest.mark.parametrize(
    "taken",
    [
        lambda: photo(SHEET),
        lambda: photo(SHEET, longer=1280, turn=7),
        lambda: photo(SHEET, longer=1280, blur=1),  # only when made larger and sharper
        lambda: photo(SHEET, turn=180, quality=40, blur=2),
        lambda: photo(soiled(SHEET, 0.04, seed=1)),
        lambda: photo(SHEET, grain=100),  # only without its speckles
        lambda: photo(half_shaded(SHEET, left=0.07)),  # only when made half as large again
        lambda: scan(SHEET),
    ],
)
def test_a_code_is_read_from_a_photo_or_scan_of_its_page(taken: Callable[[], bytes]) -> None:
    assert read_codes(taken()) == FOUND


def test_one_code_on_many_pages_is_one_and_others_stay_apart() -> None:
    other = CODE.payload.replace("12", "13")
    assert read_codes(scan(page(), page())) == FOUND
    found = read_codes(scan(page(CODE.payload, "https://example.org"), page(other)))
    assert isinstance(found, FoundCodes)
    assert sorted(found.payloads) == sorted([CODE.payload, "https://example.org", other])
    assert sorted(found.ours) == sorted([CODE.payload, other])


def test_of_a_whole_bundle_the_codes_of_all_its_papers_are_read() -> None:
    codes = [CODE.payload.replace("12", str(n)) for n in range(20, 32)]
    blank = Image.new("L", SHEET.size, 250)
    assert read_codes(scan(blank, *map(page, codes))) == FoundCodes(tuple(codes))


def test_what_was_read_when_the_time_is_over_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "LONG", 0)
    other = CODE.payload.replace("12", "13")
    assert read_codes(scan(page(), page(other))) == FOUND


def test_a_page_without_a_code_holds_none() -> None:
    blank = SHEET.crop((0, 0, SHEET.width, SHEET.height // 2))
    assert read_codes(photo(blank)) == FoundCodes()
    letter = ("Laporan", "700/31", None, "Irban II", "Isi")
    assert read_codes(letter_pdf(*letter)) == FoundCodes()


@pytest.mark.parametrize(
    ("data", "refused"),
    [
        (huge_png(), TooLarge),
        (huge_scan(), TooLarge),
        (photo(SHEET)[:200], Damaged),
        (b"%PDF-1.4 rusak", Damaged),
        (b"bukan gambar", NotAWorkbook),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, refused: type[UnreadableFile]) -> None:
    assert type(read_codes(data)) is refused


async def test_codes_are_read_in_the_child() -> None:
    assert await read_outside("codes", photo(SHEET, longer=1280)) == FOUND
