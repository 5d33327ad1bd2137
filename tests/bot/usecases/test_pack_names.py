"""What a document is called in the pack: no two alike, and each as the checker takes it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.papers import periksa
from bot.rules.archiving import safe
from bot.rules.run import Document, DocumentState
from bot.usecases.pack_parts import named
from tests.bot.conftest import Course

AT = datetime(2026, 11, 23, 1, tzinfo=UTC)


def letter(number: int, name: str) -> Document:
    state = DocumentState.RECEIVED
    return Document(number, "irban-1", "LHP", state, AT, 7, name=name, digest=str(number))


@pytest.mark.parametrize(
    "names",
    [
        ("laporan.pdf", "Laporan.pdf", "LAPORAN.pdf"),
        ("3_laporan.pdf", "laporan.pdf", "laporan.pdf"),  # as the third would be told apart
        ("laporan.pdf", "laporan.pdf", "2_laporan.pdf"),
        ("Straße.pdf", "strasse.pdf", "2_strasse.pdf"),
    ],
)
def test_no_two_documents_are_called_alike(course: Course, names: tuple[str, ...]) -> None:
    documents = tuple(letter(number, name) for number, name in enumerate(names, start=1))
    called = [name for _, name in named(replace(course.run, documents=documents))]
    assert len({name.casefold() for name in called}) == len(names)
    assert all(name.startswith("2026-TW3/irban-1/LHP_v1_") for name in called)


@pytest.mark.parametrize(
    "name",
    [
        "p" * 99 + " " + "q" * 50,
        "p" * 99 + "." + "q" * 50,
        "é" * 99 + " " + "q" * 50,
        "p" * 94 + " .pdf",
        " . ",
        "CON",
        "..\\..\\a:b*?.pdf",
    ],
)
def test_every_name_is_one_that_the_checker_and_every_system_take(name: str) -> None:
    made = safe(name)
    assert periksa.safe(f"LHP_v1_{made}")
    assert periksa.plain(made) == made
