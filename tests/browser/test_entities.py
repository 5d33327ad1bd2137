"""Telegram's entities as the page shows them: by the page's own script, in a real browser."""

from collections.abc import AsyncIterator
from importlib.resources import files
from typing import Any, Final

import pytest
from playwright.async_api import Browser, Page, Route

pytestmark = pytest.mark.slow

STATIC: Final = files("bot.rehearsal.page").joinpath("static")
SITE: Final = "http://gladi.invalid/"
SHOW: Final = """async ([text, entities]) => {
  const { formatted } = await import("/aset/entities.js");
  const place = document.createElement("div");
  place.append(...formatted(text, entities, {}));
  return place.innerHTML;
}"""


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


def pressed(words: str) -> str:
    return f'<button type="button" class="in-text">{words}</button>'


CASES: Final[dict[str, tuple[str, list[dict[str, Any]], str]]] = {
    "text that looks like markup stays text": (
        "<img src=x onerror=alert(1)> & <b>tebal</b>",
        [],
        "&lt;img src=x onerror=alert(1)&gt; &amp; &lt;b&gt;tebal&lt;/b&gt;",
    ),
    "one inside another": (
        "data kinerja baru",
        [entity("italic", 5, 7), entity("bold", 0, 12)],
        "<strong>data <em>kinerja</em></strong> baru",
    ),
    "two of the same place": (
        "kinerja",
        [entity("bold", 0, 7), entity("underline", 0, 7)],
        "<strong><u>kinerja</u></strong>",
    ),
    "offsets count UTF-16 units": (
        "\U0001f44d baik",
        [entity("bold", 3, 4)],
        "\U0001f44d <strong>baik</strong>",
    ),
    "a command and a deep link are pressed": (
        "/peran t.me/himpun_bot?start=a",
        [entity("bot_command", 0, 6), entity("url", 7, 23)],
        f"{pressed('/peran')} {pressed('t.me/himpun_bot?start=a')}",
    ),
    "a link out of Telegram tells nothing about the page": (
        "situs",
        [entity("text_link", 0, 5, url="https://contoh.go.id/a")],
        '<a href="https://contoh.go.id/a" target="_blank" rel="noopener noreferrer">situs</a>',
    ),
    "a link that would run a script leads nowhere": (
        "situs",
        [entity("text_link", 0, 5, url="javascript:alert(1)")],
        "<span>situs</span>",
    ),
    "an entity past the end of its text is left out": ("pendek", [entity("bold", 3, 9)], "pendek"),
}


@pytest.fixture
async def page(browser: Browser) -> AsyncIterator[Page]:
    """The page's scripts without its server."""

    async def serve(route: Route) -> None:
        name = route.request.url.removeprefix(SITE).removeprefix("aset/")
        if name:
            content = STATIC.joinpath(name).read_bytes()
            await route.fulfill(body=content, content_type="text/javascript")
        else:
            await route.fulfill(body="<!doctype html>", content_type="text/html")

    window = await browser.new_page()
    await window.route(f"{SITE}**", serve)
    await window.goto(SITE)
    yield window
    await window.close()


async def test_every_entity_becomes_its_element_and_text_stays_text(page: Page) -> None:
    shown = {
        name: await page.evaluate(SHOW, [text, known]) for name, (text, known, _) in CASES.items()
    }
    assert shown == {name: expected for name, (_, _, expected) in CASES.items()}
