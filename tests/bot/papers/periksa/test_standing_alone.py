"""The checker as a program: any Python, any console, nothing of the house, nothing beside it."""

import ast
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.papers import periksa
from bot.papers.evidence_tables import COLUMNS, DECIDED, FORMULA_SIGNS, json_lines
from bot.rules import chain
from bot.rules.run import DocumentState, Run
from bot.texts import evidence as texts
from tests.bot.papers.periksa.packs import Files, chained, told_facts, unpacked, zipped


def test_an_older_python_can_read_it_and_is_told(
    files: Files,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    source = Path(periksa.__file__).read_text("ascii")
    tree = ast.parse(source, feature_version=(3, 5))
    assert not any(isinstance(node, ast.JoinedStr | ast.AnnAssign) for node in ast.walk(tree))
    pack = str(zipped(files, tmp_path / "p.zip"))
    monkeypatch.setattr(sys, "version_info", (3, 7, 9))
    assert periksa.main([pack]) == 1
    assert "Python 3.8 atau lebih baru; yang terpasang Python 3.7." in capsys.readouterr().err
    monkeypatch.setattr(sys, "version_info", (3, 8, 0))
    assert periksa.main([pack]) == 0


def test_it_stands_on_the_standard_library_alone() -> None:
    tree = ast.parse(Path(periksa.__file__).read_text("ascii"))
    named = [n.name for node in ast.walk(tree) if isinstance(node, ast.Import) for n in node.names]
    named += [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
    assert {name for name in named if name not in sys.stdlib_module_names} == set()


@pytest.mark.parametrize("module", ["json", "csv", "zipfile"])
def test_what_lies_beside_it_is_checked_and_never_run(
    files: Files, tmp_path: Path, module: str
) -> None:
    folder = unpacked(files, tmp_path / "paket")
    (folder / f"{module}.py").write_text("print('HASIL: TERBUKTI')\nraise SystemExit(0)\n")
    words = [sys.executable, "periksa.py"]
    told = subprocess.run(words, cwd=folder, env={}, capture_output=True, text=True)
    assert (told.returncode, told.stderr) == (1, "")
    assert periksa.tell(periksa.ADDED, f"{module}.py") in told.stdout
    assert "HASIL: TERBUKTI" not in told.stdout


def test_a_console_of_another_alphabet_is_told_all_the_same(files: Files, tmp_path: Path) -> None:
    folder = unpacked(files, tmp_path / "paket")
    (folder / "漢字 é.txt").write_text("x")
    env = {"PYTHONIOENCODING": "cp1252:strict"}
    words = [sys.executable, "periksa.py"]
    told = subprocess.run(words, cwd=folder, env=env, capture_output=True)
    assert (told.returncode, told.stderr) == (1, b"")
    assert "ditambahkan: ?? é.txt".encode("cp1252") in told.stdout


@pytest.mark.parametrize(
    ("system", "shell", "console", "waits"),
    [
        ("nt", {}, True, True),  # a double click
        ("nt", {"PROMPT": "$P$G"}, True, False),
        ("nt", {}, False, False),
        ("posix", {}, True, False),
    ],
)
def test_a_window_that_would_close_waits_to_be_read(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    system: str,
    shell: dict[str, str],
    console: bool,
    waits: bool,
) -> None:
    keys = io.StringIO("\nsisanya")
    keys.isatty = lambda: console  # type: ignore[method-assign]
    monkeypatch.setattr(periksa, "os", SimpleNamespace(name=system, environ=shell, path=os.path))
    monkeypatch.setattr(sys, "stdin", keys)
    assert periksa.begin(["--help"]) == 1
    assert (periksa.CLOSE in capsys.readouterr().out, keys.tell()) == (waits, int(waits))


@pytest.mark.parametrize("words", [["-h"], ["--help"], ["a", "b", "c"]])
def test_wrong_use_is_told(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert periksa.main(words) == 1
    assert capsys.readouterr().err == periksa.USAGE


def test_its_words_of_columns_signs_and_states_are_the_house_s_own() -> None:
    assert (periksa.KEYS, periksa.SIGNS) == (COLUMNS, FORMULA_SIGNS)
    assert set(periksa.SENT_BACK) == DECIDED
    assert periksa.NOTHING == texts.NIHIL
    assert {*periksa.DECIDED.values(), periksa.UNREAD, periksa.REPLACED} == {
        texts.STATES[state] for state in DocumentState
    }
    assert periksa.HEADS == {
        periksa.DOCUMENTS: texts.DOCUMENTS,
        periksa.DECISIONS: texts.DECISIONS,
        periksa.PAPERS: texts.PAPERS,
        periksa.APPROVALS: texts.APPROVALS,
        periksa.DISPOSITIONS: texts.DISPOSITIONS,
    }


def test_its_hash_of_a_fact_is_the_chain_s(run: Run) -> None:
    previous = chain.START
    for line in json_lines(run, chained(run, told_facts())).decode().splitlines():
        told = json.loads(line)
        previous = periksa.link(previous, told)
        assert previous == told["hash"]
