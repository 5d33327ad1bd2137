"""Entities that Telegram finds by itself in what people and bots write."""

import re
from typing import Any

from bot.rehearsal.telegram.html import utf16

Entity = dict[str, Any]

PATTERNS = (
    ("url", re.compile(r"https?://[^\s<>]+|(?<![\w.])t\.me/[^\s<>]+")),
    ("bot_command", re.compile(r"(?<![\w/@.])/[A-Za-z0-9_]{1,64}(@[A-Za-z0-9_]{3,32})?(?![\w/])")),
    ("mention", re.compile(r"(?<![\w/@])@[A-Za-z0-9_]{3,32}\b")),
)


def detect(text: str, known: list[Entity] | None = None) -> list[Entity]:
    """`known` and what else is found, in the order of the text; found ones never overlap."""
    entities = list(known or [])
    taken = [entity for entity in entities if entity["type"] in ("code", "pre", "text_link")]
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            offset, length = utf16(text[: match.start()]), utf16(match.group())
            found = {"type": kind, "offset": offset, "length": length}
            if not any(_overlap(found, other) for other in taken):
                taken.append(found)
                entities.append(found)
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without white space at either end, as Telegram shows it; entities moved and cut with it."""
    short = text.strip()
    shift = utf16(text[: len(text) - len(text.lstrip())])
    end = utf16(short)
    moved = []
    for entity in entities:
        first = max(0, entity["offset"] - shift)
        last = min(end, entity["offset"] + entity["length"] - shift)
        if last > first:
            moved.append({**entity, "offset": first, "length": last - first})
    return short, moved


def _overlap(one: Entity, other: Entity) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"]
        and other["offset"] < one["offset"] + one["length"]
    )
