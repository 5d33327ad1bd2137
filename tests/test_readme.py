"""README against the house: what it lists is what there is."""

import re
from pathlib import Path

import pytest

import bot
from bot.commands.parser import build_parser
from bot.settings import Settings
from bot.texts.commands import COMMANDS

HOUSE = Path(bot.__file__).parents[1]
README = (HOUSE / "README.md").read_text("utf-8")


def section(title: str) -> str:
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def first_column(title: str) -> list[str]:
    """What the section's table names, by row."""
    return re.findall(r"^\| `([^`]+)` \|", section(title), re.MULTILINE)


def fenced(title: str) -> list[str]:
    return re.findall(r"```\w*\n(.*?)\n```", section(title), re.DOTALL)


def test_the_table_of_settings_names_exactly_the_settings() -> None:
    assert first_column("Settings") == [name.upper() for name in Settings.model_fields]


def test_the_table_of_commands_names_exactly_the_parsers_commands() -> None:
    assert first_column("Commands") == [f"himpun {name}" for name in COMMANDS]
    help_text = build_parser().format_help()
    assert all(re.search(rf"^    {name} ", help_text, re.MULTILINE) for name in COMMANDS)


def test_the_map_of_the_house_leads_to_rooms_that_are_there() -> None:
    rooms = first_column("The house")
    assert len(rooms) > 5
    assert [room for room in rooms if not (HOUSE / room).exists()] == []


def test_quick_start_is_two_lines_of_one_command_each() -> None:
    set_up, checks = fenced("Quick start")
    assert set_up.startswith("python3 -m venv .venv && ")
    assert set_up.endswith(".venv/bin/himpun gladi --otomatis --keluaran hasil")
    assert "\n" not in set_up + checks


@pytest.mark.parametrize(
    "check", ["ruff check .", "ruff format --check .", "mypy", "lint-imports", "pytest -n auto"]
)
def test_the_second_line_runs_every_check(check: str) -> None:
    assert f".venv/bin/{check}" in fenced("Quick start")[1].split(" && ")


def test_ci_runs_the_lines_that_readme_shows() -> None:
    """It reads them out of README by the same heading."""
    script = (HOUSE / ".ci/run").read_text("utf-8")
    assert '"## Quick start"' in script
    assert all(line not in script for line in fenced("Quick start"))


def test_files_that_readme_speaks_of_are_there() -> None:
    named = re.findall(r"`((?:bot/sops/|\.)[\w./]+|\w+\.toml)`", README)
    assert len(named) > 3
    missing = {
        n for n in named if not any((HOUSE / part / n).exists() for part in ("", "bot/sops"))
    }
    assert missing - {".env"} == set()
