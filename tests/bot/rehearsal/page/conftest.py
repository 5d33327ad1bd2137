"""The page as it is served, over real HTTP, with a bot that was never started."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.rehearsal.page.opening import served
from bot.rehearsal.page.room.folder import Room, entered
from bot.rehearsal.page.scene import Scene

Doing = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    with entered(tmp_path / "ruang", None) as room:
        async with served(room) as scene:
            yield scene


@pytest.fixture
def room(scene: Scene, tmp_path: Path) -> Room:
    return Room(tmp_path / "ruang")


@pytest.fixture
async def http(scene: Scene) -> AsyncIterator[httpx.AsyncClient]:
    given: dict[str, Any] = {"base_url": scene.telegram.url, "trust_env": False, "timeout": 60}
    async with httpx.AsyncClient(**given) as client:
        yield client


@pytest.fixture
def do(http: httpx.AsyncClient) -> Doing:
    """An act of the page, and what it was answered."""

    async def act(name: str, **given: Any) -> dict[str, Any]:
        answer = await http.post(f"/tindakan/{name}", json=given)
        said: dict[str, Any] = answer.json()
        assert said["ok"] is (answer.status_code == 200)
        return said

    return act
