"""Buttons on the page, and the bot's answers to them."""

import asyncio
from typing import Any

import httpx
import pytest

from bot.rehearsal.page.acts import tapping
from bot.rehearsal.page.acts.given import Given
from bot.rehearsal.page.acts.tapping import tap
from bot.rehearsal.page.refusals import Refused
from bot.rehearsal.page.scene import Scene
from bot.texts import pages as texts

ROWS = [
    [{"text": "Setujui", "callback_data": "a"}, {"text": "Tolak", "callback_data": "b"}],
    [
        {"text": "Buka", "url": "https://t.me/himpun_bot?start=x"},
        {"text": "Salin", "copy_text": {"text": "12"}},
        {"text": "Luar", "url": "https://contoh.example"},
    ],
]


@pytest.fixture
async def given(scene: Scene, http: httpx.AsyncClient) -> dict[str, Any]:
    """A message of the bot with buttons, as the first person sees it."""
    person = scene.people[0]
    scene.group.add_bot(person)
    sending = f"/bot{scene.telegram.bot.token}/sendMessage"
    markup = {"inline_keyboard": ROWS}
    asked = {"chat_id": scene.group.id, "text": "Pilih", "reply_markup": markup}
    number = (await http.post(sending, json=asked)).json()["result"]["message_id"]
    return {"person": person.id, "chat": scene.group.id, "message": number}


async def test_a_tap_brings_the_answer_of_the_bot(
    scene: Scene, http: httpx.AsyncClient, do: Any, given: dict[str, Any]
) -> None:
    tapping_it = asyncio.ensure_future(do("tap", **given, row=0, column=1))
    waiting = await scene.telegram.until(
        lambda: [u for u in scene.telegram.updates.waiting if u.kind == "callback_query"]
    )
    assert waiting[0].payload["data"] == "b"
    answer = {"callback_query_id": waiting[0].payload["id"], "text": "Ditolak", "show_alert": True}
    await http.post(f"/bot{scene.telegram.bot.token}/answerCallbackQuery", json=answer)
    said = {"text": "Ditolak", "alert": True, "copied": None, "go": None}
    assert await tapping_it == {"ok": True, "answer": said}


async def test_a_link_opens_the_private_chat_and_a_copied_text_is_told(
    scene: Scene, do: Any, given: dict[str, Any]
) -> None:
    person = scene.people[0]
    opened = await do("tap", **given, row=1, column=0)
    assert opened["answer"]["go"] == person.id
    assert person.chat.messages[-1].text == "/start x"
    copied = await do("tap", **given, row=1, column=1)
    assert copied["answer"]["copied"] == "12"


@pytest.mark.parametrize(
    ("row", "column", "sentence"),
    [
        (1, 2, texts.LEADS_OUT),
        (2, 0, texts.NO_BUTTON),
        (0, 2, texts.NO_BUTTON),
        (-1, 0, texts.NO_BUTTON),
    ],
)
async def test_a_button_that_leads_nowhere_is_refused(
    do: Any, given: dict[str, Any], row: int, column: int, sentence: str
) -> None:
    assert (await do("tap", **given, row=row, column=column))["message"] == sentence


async def test_a_bot_that_does_not_answer_is_told(
    scene: Scene, given: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tapping, "PATIENCE", 0.05)
    with pytest.raises(Refused, match=texts.NO_ANSWER.split(".", maxsplit=1)[0]):
        await tap(scene, Given({**given, "row": 0, "column": 0}))
