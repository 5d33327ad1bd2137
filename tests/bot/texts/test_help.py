import re

from bot.texts.help import COMMANDS, PARTS, START, guide


def test_the_guide_tells_every_command_but_start(read) -> None:
    told = re.findall(r"^/(\w+) — ", read(guide()), re.MULTILINE)
    assert set(told) == set(COMMANDS) - {"start"}


def test_each_command_stands_in_one_part(read) -> None:
    assert sum(len(part) for part in PARTS.values()) == len(COMMANDS) - 1
    headings = [line for line in read(guide()).split("\n") if line in PARTS]
    assert headings == list(PARTS)
    assert all(START not in part for part in PARTS.values())


def test_every_command_fits_the_menu() -> None:
    assert all(re.fullmatch(r"[a-z0-9_]{1,32}", command) for command in COMMANDS)
    assert all(3 <= len(what) <= 256 and what[0].isupper() for what in COMMANDS.values())


def test_a_tap_is_never_called_a_signature(read) -> None:
    assert "persetujuan tercatat, bukan tanda tangan" in read(guide())
