"""11 Every sentence that a person reads is in bot/texts."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot
import handlers
import storage

ROOMS = [Path(package.__file__ or "").parent for package in (bot, handlers, storage)]
TEXTS = Path(bot.__file__).parent / "texts"
# What a rehearsal's people write is theirs, and a paper's words are its data.
OTHERS = ("rehearsal", "papers", "sops", "migrations")

# Words that an Indonesian sentence hardly does without, and no English one has.
COMMON = re.compile(
    r"\b(yang|dan|untuk|dengan|tidak|belum|sudah|telah|mohon|akan|dari|pada|ini|itu|berkas yang|"
    r"silakan|harap|terima kasih|oleh|dapat|bila|agar|sebagai)\b",
    re.IGNORECASE,
)


def files() -> list[Path]:
    found = [path for room in ROOMS for path in sorted(room.rglob("*.py"))]
    return [p for p in found if TEXTS not in p.parents and not set(p.parts) & set(OTHERS)]


def literals(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every string of the code but documentation, with its line; in f-strings … stands for a
    value."""
    nodes = list(ast.walk(tree))
    passed_over = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            passed_over |= {id(part) for part in node.values}
            yield node.lineno, "".join(_part(part) for part in node.values)
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, "" if id(node) in passed_over else node.value


def _part(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "…"


def sentences(source: str) -> list[str]:
    """What reads like a sentence; a verb of the audit trail ("kursi diberikan") does not."""
    return [f"{line}: {words!r}" for line, words in literals(ast.parse(source)) if _is_one(words)]


def _is_one(words: str) -> bool:
    many = len(words.split())
    begins, ends = words[:1].isupper(), bool(re.search(r"[a-z]{2,}\.$", words.strip()))
    speaks = bool(COMMON.search(words))
    return (many >= 3 and begins and speaks) or (many >= 5 and speaks) or (many >= 2 and ends)


@pytest.mark.parametrize("file", files(), ids=lambda p: "/".join(p.parts[-3:]))
def test_invariant_11_no_sentence_stands_outside_of_texts(file: Path) -> None:
    assert sentences(file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "slip",
    [
        'raise ValueError("Berkas ini belum dapat dibaca")',
        'await post.answer(Message(f"Mohon mengirim {kind} kembali"))',
        'TEXT = "Tercatat dengan baik"',
        'return "Tercatat semua."',
    ],
)
def test_invariant_11_a_sentence_outside_of_texts_would_be_seen(slip: str) -> None:
    assert sentences(f"async def f():\n    {slip}")


def test_invariant_11_a_docstring_is_no_sentence_for_people() -> None:
    assert sentences('def f():\n    """Yang ini untuk pembaca."""') == []
