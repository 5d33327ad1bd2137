import pytest

from bot.rehearsal.telegram.entities import detect, trimmed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/mulai", [("bot_command", 0, 6)]),
        ("/mulai@himpun_bot TW III", [("bot_command", 0, 17)]),
        ("😀 /status", [("bot_command", 3, 7)]),
        ("dan/atau", []),
        ("23/11/2026", []),
        ("Yth. @kasubbag mohon", [("mention", 5, 9)]),
        ("surel a@dpmd.go.id", []),
        ("https://t.me/himpun_bot?start=a /x", [("url", 0, 31), ("bot_command", 32, 2)]),
    ],
)
def test_telegram_finds_commands_mentions_and_links(
    text: str, found: list[tuple[str, int, int]]
) -> None:
    assert [(e["type"], e["offset"], e["length"]) for e in detect(text)] == found


def test_nothing_is_found_inside_code() -> None:
    code = {"type": "code", "offset": 0, "length": 6}
    assert detect("/mulai", [code]) == [code]


def test_trimming_moves_and_cuts_entities() -> None:
    bold = {"type": "bold", "offset": 1, "length": 6}
    assert trimmed("  halo  ", [bold]) == ("halo", [{"type": "bold", "offset": 0, "length": 4}])
