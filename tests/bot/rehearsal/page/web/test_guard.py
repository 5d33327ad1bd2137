"""Whom the page and the Bot API beside it answer."""

import httpx
import pytest

from bot.rehearsal.page.scene import Scene
from bot.texts import pages as texts

PAGE = ["/", "/aset/app.js", "/peristiwa", "/berkas/1/1"]
FOREIGN = [
    {"Host": "contoh.example"},  # a name that merely leads here
    {"Host": "127.0.0.1"},
    {"Host": "127.0.0.1:1"},
    {"Origin": "https://contoh.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:1"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},  # another port of this machine
]


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
async def test_nothing_of_the_page_is_given_to_another_site(
    http: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    for path in PAGE:
        answer = await http.get(path, headers=headers)
        assert (answer.status_code, answer.json()["message"]) == (403, texts.FOREIGN)


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
async def test_nothing_is_done_for_another_site(
    http: httpx.AsyncClient, scene: Scene, headers: dict[str, str]
) -> None:
    before = scene.clock.now()
    answer = await http.post("/tindakan/clock", json={"move": "1h"}, headers=headers)
    assert (answer.status_code, scene.clock.now()) == (403, before)


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
async def test_the_page_itself_is_served(http: httpx.AsyncClient, scene: Scene, name: str) -> None:
    host = f"{name}:{scene.telegram.port}"
    own = {"Host": host, "Origin": f"http://{host}", "Sec-Fetch-Site": "same-origin"}
    answer = await http.post("/tindakan/clock", json={"move": "1h"}, headers=own)
    assert answer.json() == {"ok": True}


OF_A_BROWSER = [
    {"Host": "contoh.example"},
    {"Origin": "http://127.0.0.1:1"},
    {"Sec-Fetch-Site": "same-origin"},
    {"Sec-Fetch-Site": "cross-site"},
]


@pytest.mark.parametrize("headers", OF_A_BROWSER, ids=str)
async def test_the_bot_api_is_for_no_browser_not_even_with_the_token(
    http: httpx.AsyncClient, scene: Scene, headers: dict[str, str]
) -> None:
    token = scene.telegram.bot.token
    for path in (f"/bot{token}/getMe", f"/file/bot{token}/documents/file_1", "/clock"):
        assert (await http.get(path, headers=headers)).status_code == 403
    assert (await http.get(f"/bot{token}/getMe")).status_code == 200


async def test_the_browser_is_told_to_load_nothing_from_elsewhere_and_to_frame_nothing(
    http: httpx.AsyncClient,
) -> None:
    for path in ("/", "/aset/app.js", "/berkas/1/1", "/tindakan/tidak_ada"):
        headers = (await http.get(path)).headers
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
