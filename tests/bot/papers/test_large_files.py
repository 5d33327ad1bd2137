"""No file of 20 MB takes more than 512 MB or 10 s of a processor, and the bot answers others
meanwhile."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import bot
from bot.papers.gate import MAX_BYTES
from tests.bot.papers import large_files as large

pytestmark = pytest.mark.slow
APART = Path(__file__).with_name("reading_apart.py")
ROOT = Path(bot.__file__).parents[1]
MEMORY = 512 * 1024 * 1024  # bytes
SECONDS = 10
BUSY = 1.0  # seconds of a processor that the loop may be held up
STOOD = 5.0  # seconds that it may stand, on a machine with much else to do
READ, REFUSED = {"FilledForm", "FormFaults"}, {"TooLarge", "TimedOut", "Damaged"}


def cost(kind: str, data: bytes, tmp_path: Path) -> dict[str, Any]:
    path = tmp_path / "berkas"
    path.write_bytes(data)
    done = subprocess.run(
        [sys.executable, APART, kind, path],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def check(cost: dict[str, Any], answers: set[str]) -> None:
    assert cost["answer"] in answers, cost
    assert cost["memory"] <= MEMORY, cost
    assert cost["seconds"] <= SECONDS, cost
    assert cost["busy"] <= BUSY, cost
    assert cost["stood"] <= STOOD, cost


@pytest.mark.parametrize(
    ("made", "answers"),
    [
        (large.with_a_photo, {"FilledForm"}),
        (large.with_many_rows, {"FilledForm"}),
        (large.with_long_texts, READ | {"TooLarge"}),
        (large.with_many_styles, REFUSED),
        (large.with_wide_rows, {"TooLarge"}),
        (large.only_noise, {"Damaged"}),
    ],
    ids=lambda made: getattr(made, "__name__", ""),
)
def test_a_workbook_of_the_largest_size_is_read_or_refused_within_its_limits(
    filled: bytes, made: Callable[[bytes], bytes], answers: set[str], tmp_path: Path
) -> None:
    data = made(filled)
    assert len(data) == MAX_BYTES
    check(cost("filled", data, tmp_path), answers)


@pytest.mark.parametrize(
    ("made", "answers"),
    [
        (lambda: large.scanned_pdf("Laporan Hasil Pemeriksaan"), {"str"}),
        (large.bomb_pdf, {"str", *REFUSED}),
        (large.broken_pdf, {"str", *REFUSED}),
    ],
    ids=["scanned", "bomb", "broken"],
)
def test_a_letter_of_the_largest_size_is_read_or_refused_within_its_limits(
    made: Callable[[], bytes], answers: set[str], tmp_path: Path
) -> None:
    data = made()
    assert 0.99 * MAX_BYTES <= len(data) <= MAX_BYTES
    check(cost("first_page", data, tmp_path), answers)
