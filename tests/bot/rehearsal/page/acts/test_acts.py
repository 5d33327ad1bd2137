"""What people do on the page, and the sentence where it cannot be."""

from typing import Any

import pytest

from bot.rehearsal.page.scene import Scene
from bot.texts import pages as texts


@pytest.fixture
def who(scene: Scene) -> dict[str, Any]:
    """The first person in the group: its administrator."""
    return {"person": scene.people[0].id, "chat": scene.group.id}


@pytest.fixture
def other(scene: Scene) -> dict[str, Any]:
    return {"person": scene.people[1].id, "chat": scene.group.id}


async def test_what_is_said_stands_in_the_chat_as_a_reply(
    scene: Scene, do: Any, who: dict[str, Any], other: dict[str, Any]
) -> None:
    first = await do("say", **who, text="  Selamat pagi ")
    await do("say", **other, text="Pagi", reply_to=first["message"])
    one, two = scene.group.messages
    assert (one.text, two.by, two.reply_to) == ("Selamat pagi", scene.people[1], one)


async def test_a_private_chat_must_be_opened_and_not_blocked(
    scene: Scene, do: Any, who: dict[str, Any]
) -> None:
    person = scene.people[0]
    private = {"person": person.id, "chat": person.id, "text": "Halo"}
    assert (await do("say", **private))["message"] == texts.MUST_START
    assert (await do("block", **who))["message"] == texts.MUST_START
    assert await do("start", **who) == {"ok": True, "go": person.id}
    assert (await do("say", **private))["ok"]
    assert (await do("unblock", **who))["message"] == texts.NOT_BLOCKED
    await do("block", **who)
    assert (await do("block", **who))["message"] == texts.ALREADY_BLOCKED
    assert (await do("say", **private))["message"] == texts.MUST_START
    await do("unblock", **who)
    assert (await do("say", **private))["ok"]


async def test_the_bot_joins_once_and_is_promoted_by_an_administrator(
    scene: Scene, do: Any, who: dict[str, Any], other: dict[str, Any]
) -> None:
    assert (await do("promote_bot", **who))["message"] == texts.BOT_OUTSIDE
    await do("add_bot", **other)
    assert (await do("add_bot", **who))["message"] == texts.BOT_INSIDE
    assert (await do("promote_bot", **other))["message"] == texts.ONLY_ADMIN
    await do("promote_bot", **who)
    assert (await do("promote_bot", **who))["message"] == texts.BOT_IS_ADMIN
    assert scene.group.bot_status == "administrator"


@pytest.mark.parametrize(
    ("act", "given", "sentence"),
    [
        ("say", {"text": " "}, texts.EMPTY),
        ("say", {"text": "𝒙" * 2049}, texts.TOO_LONG),
        ("say", {"text": 3}, texts.WRONG_REQUEST),
        ("say", {"text": "x", "reply_to": 99}, texts.NO_MESSAGE),
        ("say", {"text": "x", "person": 1}, texts.NO_PERSON),
        ("say", {"text": "x", "chat": 1}, texts.NO_CHAT),
        ("send", {}, texts.NOTHING_SENT),
        ("send", {"album": "true", "caption": "x" * 1025}, texts.NOTHING_SENT),
        ("sample", {"sample": "tidak-ada"}, None),
        ("sample", {"samples": ["x"] * 11}, texts.TOO_MANY_FILES),
        ("sample", {"samples": "x"}, texts.TOO_MANY_FILES),
        ("tap", {"message": 9, "row": 0, "column": 0}, texts.NO_MESSAGE),
        ("forward", {"message": 9, "to": 1}, texts.NO_MESSAGE),
        ("edit", {"message": 9, "text": "x"}, texts.NO_MESSAGE),
        ("delete", {"message": 9}, texts.NO_MESSAGE),
        ("read", {"message": "x"}, texts.WRONG_REQUEST),
        ("open", {"url": "https://contoh.example"}, texts.LEADS_OUT),
        ("clock", {"move": "limit"}, texts.NO_LIMIT),
        ("clock", {"move": "2h"}, texts.WRONG_REQUEST),
        ("speed", {"value": -1}, texts.WRONG_REQUEST),
        ("speed", {"value": 241}, texts.WRONG_REQUEST),
        ("speed", {"value": "1"}, texts.WRONG_REQUEST),
        ("fault", {"kind": "fire"}, texts.WRONG_REQUEST),
        ("fault", {"kind": "502", "times": 0}, texts.WRONG_REQUEST),
        ("bot", {"do": "dance"}, texts.WRONG_REQUEST),
        ("script", {"do": "rewind"}, texts.WRONG_REQUEST),
        ("script", {"pace": 3}, texts.WRONG_REQUEST),
    ],
)
async def test_what_cannot_be_is_refused_in_words(
    scene: Scene,
    do: Any,
    who: dict[str, Any],
    act: str,
    given: dict[str, Any],
    sentence: str | None,
) -> None:
    said = await do(act, **{**who, **given})
    assert not said["ok"]
    assert sentence in (None, said["message"])
    assert scene.group.messages == []


async def test_only_ones_own_message_is_edited_and_deleted(
    scene: Scene, do: Any, who: dict[str, Any], other: dict[str, Any]
) -> None:
    number = (await do("say", **who, text="Satu"))["message"]
    for act in ("edit", "delete"):
        refused = await do(act, **other, message=number, text="Dua")
        assert refused["message"] == texts.NOT_HIS
    await do("edit", **who, message=number, text="Dua")
    assert scene.group.messages[0].text == "Dua"
    await do("delete", **who, message=number)
    assert scene.group.messages == []


async def test_a_message_is_forwarded_to_a_chat_that_one_may_write_in(
    scene: Scene, do: Any, who: dict[str, Any], other: dict[str, Any]
) -> None:
    number = (await do("say", **who, text="Satu"))["message"]
    person = scene.people[1]
    asked = {**other, "message": number, "to": person.id}
    assert (await do("forward", **asked))["message"] == texts.MUST_START
    person.start()
    await do("forward", **asked)
    assert person.chat.messages[-1].forward_origin is not None


async def test_what_was_read_is_unread_no_more(
    scene: Scene, do: Any, who: dict[str, Any], other: dict[str, Any]
) -> None:
    reader = scene.people[1]
    for text in ("Satu", "Dua"):
        number = (await do("say", **who, text=text))["message"]
    assert scene.marks.unread(reader, scene.group) == 2
    assert scene.marks.unread(scene.people[0], scene.group) == 0
    await do("read", **other, message=number)
    assert scene.marks.unread(reader, scene.group) == 0
    await do("read", **other, message=1)
    assert scene.marks.unread(reader, scene.group) == 0


@pytest.mark.parametrize(
    ("move", "text"),
    [("5m", "2026-11-22T23:35"), ("1h", "2026-11-23T00:30"), ("day", "2026-11-23T23:30")],
)
async def test_the_clock_goes_where_it_is_moved(
    scene: Scene, do: Any, who: dict[str, Any], move: str, text: str
) -> None:
    await do("clock", move=move)
    assert scene.clock.now().isoformat().startswith(text)


async def test_the_clock_goes_past_the_next_limit_to_when_the_bot_may_speak(
    scene: Scene, do: Any
) -> None:
    scene.next_limit = scene.clock.now().replace(hour=0, minute=40, day=23)
    await do("clock", move="limit")
    assert scene.clock.now().isoformat().startswith("2026-11-23T00:41")
