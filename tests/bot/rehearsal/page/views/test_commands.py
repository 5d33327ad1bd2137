"""Which commands a person is offered where."""

import json
from typing import Any

import pytest

from bot.rehearsal.page.scene import Scene
from bot.rehearsal.page.views.commands import commands_for

GROUP = {"type": "all_group_chats"}
ADMINS = {"type": "all_chat_administrators"}
PRIVATE = {"type": "all_private_chats"}
DEFAULT = {"type": "default"}


def offer(scene: Scene, *scopes: dict[str, Any]) -> None:
    """One command a scope, named for it."""
    for scope in scopes:
        key = json.dumps([scope, ""], sort_keys=True)
        named = scope["type"] + ("_here" if "chat_id" in scope else "")
        scene.telegram.state.commands[key] = [{"command": named, "description": "x"}]


@pytest.mark.parametrize(
    ("scopes", "place", "member", "leader"),
    [
        ([DEFAULT], "group", "/default", "/default"),
        ([DEFAULT, GROUP, PRIVATE], "group", "/all_group_chats", "/all_group_chats"),
        ([GROUP, ADMINS], "group", "/all_group_chats", "/all_chat_administrators"),
        ([DEFAULT, GROUP, PRIVATE], "private", "/all_private_chats", "/all_private_chats"),
        ([GROUP], "private", "", ""),
    ],
)
def test_the_narrowest_scope_that_has_any_is_offered(
    scene: Scene, scopes: list[dict[str, Any]], place: str, member: str, leader: str
) -> None:
    offer(scene, *scopes)
    for person, wanted in ((scene.people[1], member), (scene.people[0], leader)):
        chat = scene.group if place == "group" else person.chat
        found = commands_for(scene.telegram.state, person, chat)
        assert "".join(one["command"] for one in found) == wanted


def test_a_chat_of_its_own_beats_every_other(scene: Scene) -> None:
    here = scene.group.id
    offer(scene, GROUP, {"type": "chat", "chat_id": here})
    (found,) = commands_for(scene.telegram.state, scene.people[1], scene.group)
    assert found["command"] == "/chat_here"
    mine = {"type": "chat_member", "chat_id": here, "user_id": scene.people[1].id}
    offer(scene, mine)
    (found,) = commands_for(scene.telegram.state, scene.people[1], scene.group)
    assert found["command"] == "/chat_member_here"
