import asyncio
from collections.abc import Callable
from datetime import date

import pytest

from bot.papers import hostile
from bot.papers.child import read_outside
from bot.papers.samples import letter_docx, letter_pdf
from bot.rules.form_faults import FormFaults
from bot.rules.forms import FilledForm, ReadFormat
from bot.rules.kinds import (
    Damaged,
    EmptyFile,
    Encrypted,
    HasExternalLinks,
    HasMacros,
    NotAWorkbook,
    OldFormat,
    TimedOut,
    TooLarge,
    UnreadableFile,
)

LETTER = ("Laporan Hasil Evaluasi", "700/31/LHE/2026", date(2026, 7, 30), "Irban II", "Isi <surat>")


async def test_a_filled_workbook_is_read(filled: bytes) -> None:
    read = await read_outside("filled", filled)
    assert isinstance(read, FilledForm)
    assert len(read.figures) == 3


async def test_faults_come_back_too(blank: Callable[[str], bytes]) -> None:
    read = await read_outside("filled", blank("irban-1"))
    assert isinstance(read, FormFaults)
    assert len(read.faults) == 4


async def test_a_format_is_read(filled: bytes) -> None:
    assert isinstance(await read_outside("format", filled), ReadFormat)


@pytest.mark.parametrize(
    ("harm", "refused"),
    [
        (hostile.zip_bomb, TooLarge),
        (hostile.many_entries, TooLarge),
        (hostile.wide_rows, TooLarge),
        (hostile.many_strings, TooLarge),
        (hostile.spoilt_part, Damaged),
        (hostile.with_links, HasExternalLinks),
        (lambda _: hostile.open_document(), OldFormat),
        (lambda _: hostile.binary_workbook(), OldFormat),
        (lambda _: hostile.other_zip(), NotAWorkbook),
        (hostile.entity_bomb, Damaged),
        (hostile.cut_off, Damaged),
        (hostile.with_macros, HasMacros),
        (lambda _: hostile.encrypted_office_file(), Encrypted),
        (lambda _: hostile.old_excel_file(), OldFormat),
        (lambda _: b"no;indikator;realisasi\n1;a;2", OldFormat),
        (lambda _: b"\xff\xd8\xff\xe0", NotAWorkbook),
        (lambda _: b"MZ\x90\x00", NotAWorkbook),
        (lambda _: letter_docx(*LETTER), NotAWorkbook),
        (lambda _: b"", EmptyFile),
        (lambda _: bytes(20_000_001), TooLarge),
    ],
)
async def test_a_hostile_or_foreign_file_is_refused_by_its_kind(
    filled: bytes, harm: Callable[[bytes], bytes], refused: type[UnreadableFile]
) -> None:
    assert type(await read_outside("filled", harm(filled))) is refused


@pytest.mark.parametrize(
    "harm",
    [
        hostile.far_cell,
        lambda data: hostile.many_rows(data, 200_000),
        hostile.rows_of_nothing,
        hostile.many_merges,
    ],
    ids=["far cell", "many rows", "rows of nothing", "many merges"],
)
async def test_a_sheet_that_pretends_to_be_huge_is_read_to_its_cap(
    filled: bytes, harm: Callable[[bytes], bytes]
) -> None:
    assert isinstance(await read_outside("filled", harm(filled)), FilledForm)


async def test_the_loop_goes_on_while_a_bomb_is_read(filled: bytes) -> None:
    bomb, ticks = hostile.zip_bomb(filled), 0
    async with asyncio.TaskGroup() as group:
        reading = group.create_task(read_outside("filled", bomb))
        while not reading.done():
            await asyncio.sleep(0.01)
            ticks += 1
    assert isinstance(reading.result(), TooLarge)
    assert ticks > 5


async def test_a_child_that_takes_too_long_is_ended(filled: bytes) -> None:
    assert await read_outside("filled", filled, wall=0.01) == TimedOut()


@pytest.mark.parametrize("letter", [letter_pdf, letter_docx])
async def test_the_first_page_of_a_letter_is_read(letter: Callable[..., bytes]) -> None:
    said = await read_outside("first_page", letter(*LETTER))
    assert isinstance(said, str)
    assert "Laporan Hasil Evaluasi" in said
    assert "Isi <surat>" in said


async def test_a_broken_letter_is_told_as_damaged() -> None:
    assert await read_outside("first_page", letter_pdf(*LETTER)[:200]) == Damaged()


def test_letters_repeat_to_the_byte() -> None:
    assert letter_pdf(*LETTER) == letter_pdf(*LETTER)
    assert letter_docx(*LETTER) == letter_docx(*LETTER)
