"""The house as a whole: what lies where, what may stand in a file, and which way imports point."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

import bot

HOUSE = Path(bot.__file__).parents[1]
ROOMS = ("bot", "handlers", "storage")
TOP = {*ROOMS, "tests", "pyproject.toml", "requirements.txt", "README.md", "LICENSE"}
IGNORED = [line.strip("/") for line in (HOUSE / ".gitignore").read_text("utf-8").splitlines()]
TEXT = {".py", ".toml", ".md", ".txt", ".json", ".html", ".mako", ".typ", ".css", ".js", ""}

FOREIGN = (
    r"py" + r"pi\.org|python" + r"hosted|npm" + r"js\.|index" + r"-url|/simp" + r"le/",
    r"(?<![\w.])/(?:" + r"work|farm|root|home" + r")/",
)
"""Addresses of package registries, and paths of one machine."""

COURTESY = re.compile(r"\bMohon\b|\bmohon\b|Terima kasih|\bYth\.")


def files(*rooms: str) -> Iterator[Path]:
    for room in rooms:
        for path in sorted((HOUSE / room).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and path.suffix in TEXT:
                yield path


def every_file() -> Iterator[Path]:
    yield from files(*ROOMS, "tests", ".ci")
    yield from (HOUSE / name for name in (*TOP, ".env.example", ".gitignore") if "." in name)


def named(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(HOUSE)) for path in paths]


def test_the_top_level_is_the_users() -> None:
    names = {path.name for path in HOUSE.iterdir() if not path.name.startswith(".")}
    unasked = {n for n in names - TOP if not any(fnmatch(n, rule) for rule in IGNORED)}
    assert (unasked, TOP - names) == (set(), set())


@pytest.mark.parametrize("foreign", FOREIGN, ids=["registry", "machine"])
def test_no_file_names_a_registry_or_a_path_of_one_machine(foreign: str) -> None:
    found = [path for path in every_file() if re.search(foreign, path.read_text("utf-8"))]
    assert named(found) == []


def test_tests_have_no_package_files() -> None:
    assert named([path for path in files("tests") if path.name == "__init__.py"]) == []


def literals(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_sentences_for_people_stand_in_texts_alone() -> None:
    """Invariant 11, by the words of courtesy that our sentences have; the rehearsal's people
    speak for themselves."""
    elsewhere = [
        path
        for path in files(*ROOMS)
        if path.suffix == ".py"
        and not {"texts", "rehearsal"} & set(path.relative_to(HOUSE).parts)
        and any(COURTESY.search(literal) for literal in literals(path))
    ]
    assert named(elsewhere) == []


def test_people_are_addressed_formally_and_calmly() -> None:
    """Neither "Anda" nor "kamu", and no exclamation mark."""
    rude = re.compile(r"\b[Aa]nda\b|\b[Kk]amu\b|[A-Za-z]!")
    found = {
        f"{path.name}: {literal[:60]}"
        for path in files("bot/texts")
        for literal in literals(path)
        if rude.search(literal)
    }
    assert found == set()


def test_imports_point_one_way(capsys: pytest.CaptureFixture[str]) -> None:
    broken = lint_imports(config_filename=str(HOUSE / "pyproject.toml"), no_cache=True)
    assert not broken, capsys.readouterr().out


@pytest.mark.parametrize(("ci", "ends"), [("true", 1), ("", 0)])
def test_in_ci_a_skipped_test_is_a_failure(tmp_path: Path, ci: str, ends: int) -> None:
    (tmp_path / "test_skipped.py").write_text(
        "import pytest\n\n@pytest.mark.skip\ndef test_it():\n    pass\n"
    )
    words = ["-m", "pytest", "-c", os.devnull, "-p", "tests.conftest", str(tmp_path)]
    ended = subprocess.run(
        [sys.executable, *words],
        cwd=HOUSE,
        env={**os.environ, "CI": ci, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == ends, ended.stdout
