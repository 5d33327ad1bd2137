"""The stream of views."""

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx

from bot.rehearsal.page.scene import Scene


async def views(answer: httpx.Response) -> AsyncIterator[dict[str, Any]]:
    async for line in answer.aiter_lines():
        if line.startswith("data: "):
            yield json.loads(line.removeprefix("data: "))


async def test_a_view_comes_at_once_and_after_every_change(
    http: httpx.AsyncClient, scene: Scene
) -> None:
    person = scene.people[1]
    asked = f"/peristiwa?person={person.id}&chat={scene.group.id}"
    async with http.stream("GET", asked) as answer:
        assert answer.headers["Content-Type"] == "text/event-stream"
        seen = views(answer)
        assert (await anext(seen))["messages"] == []
        person.says(scene.group, "Selamat pagi")
        (message,) = (await anext(seen))["messages"]
        assert (message["text"], message["mine"]) == ("Selamat pagi", True)


async def test_the_server_chooses_where_nothing_known_is_asked_for(
    http: httpx.AsyncClient, scene: Scene
) -> None:
    first, group = scene.people[0].id, scene.group.id
    stranger = scene.people[3].chat.id
    for asked in ("", "?person=1&chat=2", "?person=x&chat=", f"?chat={stranger}"):
        async with http.stream("GET", f"/peristiwa{asked}") as answer:
            view = await anext(views(answer))
        assert view["viewing"] == {"person": first, "chat": group}


async def test_nothing_of_a_view_tells_the_token(http: httpx.AsyncClient, scene: Scene) -> None:
    token = scene.telegram.bot.token
    await http.get(f"/bot{token}/getMe")
    async with http.stream("GET", "/peristiwa") as answer:
        view = await anext(views(answer))
    assert view["calls"][0]["method"] == "getMe"
    assert token.partition(":")[2] not in json.dumps(view)
