"""Texts and captions as they come out of a call: parsed, trimmed and measured."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.telegram.entities import Entity, detect, trimmed
from bot.rehearsal.telegram.errors import bad_request
from bot.rehearsal.telegram.html import parse_html, utf16
from bot.rehearsal.telegram.params import Params, WrongParameter, require
from bot.rehearsal.telegram.state import State

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024

Words = tuple[str, tuple[Any, ...]]


def text_of(state: State, given: Params) -> Words:
    text, entities = _parsed(state, given, "text", "entities")
    require(bool(text), "message text is empty")
    require(utf16(text) <= TEXT_LIMIT, "message is too long")
    return text, tuple(entities)


def caption_of(state: State, given: Params) -> Words:
    text, entities = _parsed(state, given, "caption", "caption_entities")
    require(utf16(text) <= CAPTION_LIMIT, "message caption is too long")
    return text, tuple(entities)


def _parsed(state: State, given: Params, name: str, entities: str) -> tuple[str, list[Entity]]:
    source, mode = given.text(name), given.text("parse_mode").lower()
    if not mode:
        text, found = source, given.array(entities) or []
    elif mode == "html":
        text, found = parse_html(source)
    elif mode in ("markdown", "markdownv2"):
        raise WrongParameter("this miniature reads parse_mode HTML only")
    else:
        raise bad_request("unsupported parse_mode")
    text, found = trimmed(
        text, [e for e in found if e["type"] != "text_mention" or _known(state, e)]
    )
    return text, detect(text, [_with_user(state, entity) for entity in found])


def _known(state: State, entity: Entity) -> bool:
    """Telegram drops a mention of somebody whom the bot has never met."""
    person = state.people.get(_user_id(entity))
    return person is not None and person.met


def _with_user(state: State, entity: Entity) -> Entity:
    if entity["type"] != "text_mention":
        return entity
    place = {name: entity[name] for name in ("type", "offset", "length")}
    return {**place, "user": state.people[_user_id(entity)].raw()}


def _user_id(entity: Entity) -> int:
    return int(entity["user_id"] if "user_id" in entity else entity["user"]["id"])
