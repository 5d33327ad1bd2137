"""A real browser before the real page: Debian's Chromium by Playwright's Python client."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, ConsoleMessage, async_playwright, expect

from bot import wiring
from bot.rehearsal.page.opening import page_on
from bot.rehearsal.page.room.folder import entered
from tests.browser.sitting import Album, Desk

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE = {"width": 1440, "height": 900}
PATIENCE = 60_000  # milliseconds: the bot is a process of its own on a busy machine
expect.set_options(timeout=PATIENCE)


@pytest.fixture
def album(request: pytest.FixtureRequest) -> Album:
    """Where pictures of the page go: a folder by --tangkapan, or nowhere."""
    folder = request.config.getoption("--tangkapan")
    return Album(Path(folder) if folder else None)


@pytest.fixture
def axe() -> str:
    """axe-core's script, from the file that AXE_CORE names."""
    if "AXE_CORE" not in os.environ:
        pytest.skip("AXE_CORE names no axe.min.js")
    return Path(os.environ["AXE_CORE"]).read_text("utf-8")


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no chromium here")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture
def small_sop(tmp_path: Path) -> Path:
    """The shipped SOP with one Irban, so that five people carry it."""
    text = wiring.SHIPPED_SOP.read_text("utf-8")
    assert "jumlah = 4\n" in text
    file = tmp_path / "sop.toml"
    file.write_text(text.replace("jumlah = 4\n", ""), "utf-8")
    return file


@asynccontextmanager
async def opened(
    browser: Browser, room: Path, sop: Path | None = None, **context: Any
) -> AsyncIterator[Desk]:
    """The page in a window of its own; nothing may fail in the browser's console meanwhile."""
    troubles: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            troubles.append(message.text)

    with entered(room, sop) as furnished:
        async with page_on(furnished) as scene:
            window = await browser.new_context(viewport=WIDE, accept_downloads=True)
            page = await window.new_page()
            page.on("console", heard)
            page.on("pageerror", lambda error: troubles.append(str(error)))
            page.set_default_timeout(PATIENCE)
            if context:
                await page.emulate_media(**context)
            await page.goto(f"{scene.telegram.url}/")
            yield Desk(page, scene)
            await window.close()
    assert troubles == []
