"""`himpun gladi` as a process with its bot behind it: used, killed, begun again, ended."""

import asyncio
import json
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

pytestmark = pytest.mark.slow

PATIENCE = 120.0
ROOT = Path(__file__).parents[4]
View = dict[str, Any]


@dataclass
class Page:
    process: asyncio.subprocess.Process
    http: httpx.AsyncClient

    async def do(self, act: str, **given: Any) -> dict[str, Any]:
        answer = await self.http.post(f"/tindakan/{act}", json=given)
        said: dict[str, Any] = answer.json()
        assert said["ok"], said
        return said

    async def until(self, seen: Callable[[View], Any], person: int = 0) -> View:
        async with asyncio.timeout(PATIENCE):
            async with self.http.stream("GET", f"/peristiwa?person={person}") as answer:
                async for line in answer.aiter_lines():
                    if line.startswith("data: ") and seen(view := json.loads(line[6:])):
                        return dict(view)
        raise AssertionError("the stream ended")


@asynccontextmanager
async def gladi(room: Path) -> AsyncIterator[Page]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "gladi", "--ruang", str(room)),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        line = (await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode()
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        assert found, line
        async with httpx.AsyncClient(base_url=found[0], trust_env=False, timeout=PATIENCE) as http:
            yield Page(process, http)
    finally:
        if process.returncode is None:
            process.terminate()
            await asyncio.wait_for(process.communicate(), PATIENCE)


def says(words: str) -> Callable[[View], bool]:
    return lambda view: said(view, words) > 0


def runs(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status")
    return status.exists() and "zombie" not in status.read_text()


async def gone(pid: int) -> None:
    """A bot that was still starting notices only then that nobody holds it any more."""
    async with asyncio.timeout(PATIENCE):
        while runs(pid):  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.05)


async def in_group(page: Page) -> dict[str, Any]:
    """The administrator, once the bot that he brought has greeted and noticed its rights."""
    view = await page.until(lambda view: view["bot"]["running"])
    await page.do("add_bot", **view["viewing"])
    await page.do("promote_bot", **view["viewing"])
    await page.until(
        lambda view: said(view, "siap mendampingi") and not said(view, "belum menjadi")
    )
    return dict(view["viewing"])


async def test_a_bot_that_was_killed_answers_what_was_said_meanwhile(tmp_path: Path) -> None:
    async with gladi(tmp_path / "ruang") as page:
        who = await in_group(page)
        before = await page.until(lambda view: view["bot"]["running"])
        await page.do("bot", do="kill")
        dead = await page.until(lambda view: not view["bot"]["running"])
        assert (dead["bot"]["pid"], dead["bot"]["ended"]) == (None, None)
        assert not runs(before["bot"]["pid"])
        await page.do("say", **who, text="/peran")
        await page.do("bot", do="start")
        after = await page.until(says("Kursi dan"))
        assert after["bot"]["starts"] == 2


@pytest.mark.parametrize("kind", ["slow", "429", "502", "lost", "down"])
async def test_the_bot_lives_through_every_trouble_of_telegram(tmp_path: Path, kind: str) -> None:
    async with gladi(tmp_path / "ruang") as page:
        who = await in_group(page)
        await page.do("fault", kind=kind)
        await page.do("say", **who, text="/peran")
        await page.until(lambda view: struck(view, kind))
        if kind in ("slow", "down"):
            await page.do("faults_clear")
        view = await page.until(says("Kursi dan"))
        assert (view["bot"]["running"], view["bot"]["starts"]) == (True, 1)


def struck(view: View, kind: str) -> bool:
    return any(call["fault"] == {"down": "refuse"}.get(kind, kind) for call in view["calls"])


def said(view: View, words: str) -> int:
    return sum(words in m["text"] and m["from"]["bot"] for m in view["messages"])


async def test_a_bot_that_ends_by_itself_is_told(tmp_path: Path) -> None:
    async with gladi(tmp_path / "ruang") as page:
        view = await page.until(lambda view: view["bot"]["running"])
        os.kill(view["bot"]["pid"], signal.SIGKILL)
        ended = await page.until(lambda view: not view["bot"]["running"])
        assert "berhenti sendiri" in ended["bot"]["ended"]


async def test_a_rehearsal_that_was_killed_goes_on_and_leaves_no_bot_behind(
    tmp_path: Path,
) -> None:
    room = tmp_path / "ruang"
    async with gladi(room) as page:
        who = await in_group(page)
        await page.do("clock", move="1h")
        await page.do("read", **who, message=1)
        view = await page.until(lambda view: view["bot"]["running"])
        await page.do("bot", do="kill")
        await page.do("say", **who, text="/peran")
        await page.do("bot", do="start")
        running = await page.until(lambda view: view["bot"]["running"])
        page.process.kill()
        await page.process.communicate()
    async with gladi(room) as page:
        again = await page.until(says("Kursi dan"))
        await gone(running["bot"]["pid"])
        assert again["clock"]["utc"] == "2026-11-23T00:30:00+00:00"
        kept = len(view["messages"])
        assert [m["text"] for m in again["messages"][:kept]] == [
            m["text"] for m in view["messages"]
        ]
        twice = [m["text"] for m in again["messages"] if "siap mendampingi" in m["text"]]
        assert len(twice) == 1


async def test_a_second_rehearsal_in_the_same_room_ends_in_words(tmp_path: Path) -> None:
    room = tmp_path / "ruang"
    async with gladi(room):
        second = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "gladi", "--ruang", str(room)),
            cwd=ROOT,
            stderr=asyncio.subprocess.PIPE,
        )
        _, said = await asyncio.wait_for(second.communicate(), PATIENCE)
        assert second.returncode == 1
        assert said.decode().startswith(f"Gladi lain sedang memakai {room}.")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_rehearsal_ends_in_order_though_somebody_looks_on(
    tmp_path: Path, number: signal.Signals
) -> None:
    async with gladi(tmp_path / "ruang") as page:
        view = await page.until(lambda view: view["bot"]["running"])
        async with page.http.stream("GET", "/peristiwa") as answer:
            lines = answer.aiter_lines()
            await anext(lines)
            page.process.send_signal(number)
            out, _ = await asyncio.wait_for(page.process.communicate(), PATIENCE)
        assert page.process.returncode == 0
        assert out.decode().endswith("Gladi diakhiri.\n")
        assert not runs(view["bot"]["pid"])
