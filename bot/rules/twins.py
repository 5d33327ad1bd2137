"""The same letter handed in twice: by its bytes, or by its number (two Irban may share one LHP)."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from bot.rules.letters import LetterState, same
from bot.rules.run import Document, Run


class Lettered(Protocol):
    """A document, or what a recap knows of one."""

    @property
    def kind(self) -> str: ...
    @property
    def nihil(self) -> bool: ...
    @property
    def digest(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def letter(self) -> LetterState: ...


Letter = TypeVar("Letter", bound=Lettered)


def known_number(document: Lettered) -> str:
    """The letter's number for comparison; "" where its sender said that it was read wrongly."""
    return "" if document.letter == LetterState.DENIED else same(document.number)


def same_bytes(one: Lettered, other: Lettered) -> bool:
    return bool(one.digest) and one.digest == other.digest


def same_letter(one: Lettered, other: Lettered) -> bool:
    if one.nihil or other.nihil:
        return False
    numbered = one.kind == other.kind and known_number(one) == known_number(other) != ""
    return numbered or same_bytes(one, other)


def twins(run: Run, document: Document) -> tuple[Document, ...]:
    """The run's other documents that stand for the same letter."""
    if not document.counts:
        return ()
    return tuple(
        d for d in run.documents if d.id != document.id and d.counts and same_letter(d, document)
    )


def counted_once(documents: Iterable[Letter]) -> tuple[Letter, ...]:
    """The first of each letter; `documents` are of one kind."""
    kept: list[Letter] = []
    for document in documents:
        if not any(same_letter(document, other) for other in kept):
            kept.append(document)
    return tuple(kept)
