"""Telegram made to fail from the page."""

from typing import Any

import httpx
import pytest

from bot.rehearsal.page import troubles
from bot.rehearsal.page.scene import Scene


async def call(http: httpx.AsyncClient, scene: Scene, method: str = "getMe") -> int | None:
    """The status of the answer; None where the connection was closed without one."""
    try:
        return (await http.get(f"/bot{scene.telegram.bot.token}/{method}")).status_code
    except httpx.RemoteProtocolError:
        return None


@pytest.mark.parametrize(
    ("kind", "times", "seen"),
    [
        ("429", 2, [429, 429, 200]),
        ("502", 1, [502, 200, 200]),
        ("lost", 1, [None, 200, 200]),
        ("slow", 1, [200, 200, 200]),
        ("down", None, [None, None, None]),
    ],
)
async def test_a_trouble_strikes_so_many_calls_and_is_shown_meanwhile(
    scene: Scene,
    http: httpx.AsyncClient,
    do: Any,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    times: int | None,
    seen: list[int | None],
) -> None:
    monkeypatch.setattr(troubles, "SLOW", 0.05)
    await do("fault", kind=kind, times=times)
    assert list(scene.faults.in_force()) == [(kind, times)]
    assert [await call(http, scene) for _ in seen] == seen
    await do("faults_clear")
    assert list(scene.faults.in_force()) == []
    assert await call(http, scene) == 200


async def test_a_slow_call_is_held_and_done_all_the_same(
    scene: Scene, http: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(troubles, "SLOW", 0.2)
    scene.faults.begin("slow", 1)
    await call(http, scene)
    logged = scene.telegram.calls[-1]
    assert logged.ended - logged.started >= 0.2
    assert (logged.code, logged.fault, logged.applied) == (200, "slow", True)


@pytest.mark.parametrize(("kind", "left"), [("429", 3), ("lost", 1), ("slow", 20), ("502", 2)])
async def test_a_poll_wears_out_only_what_would_strike_it(
    scene: Scene, http: httpx.AsyncClient, kind: str, left: int
) -> None:
    scene.faults.begin(kind, None)
    await call(http, scene, "getUpdates")
    assert list(scene.faults.in_force()) == [(kind, left)]


async def test_a_trouble_asked_for_again_begins_anew(scene: Scene) -> None:
    scene.faults.begin("502", 5)
    scene.faults.begin("502", 2)
    scene.faults.begin("lost", None)
    assert list(scene.faults.in_force()) == [("502", 2), ("lost", 1)]
