"""Taps, led to their act and answered."""

from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.usecases.desk import Reply
from handlers.buttons import shortened
from handlers.room import App
from tests.handlers.front import Front


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Berkas diterima.", "Berkas diterima."),
        ("x" * 200, "x" * 200),
        ("kata  " * 33 + "ya", "kata  " * 33 + "ya"),  # fits: the spacing stays
        ("kata\n" * 50, "kata\n" * 39 + "kata…"),
        ("x" * 199 + " ya", "x" * 199 + "…"),
        ("x" * 198 + "  ya", "x" * 198 + "…"),
        ("ya " + "x" * 300, "ya…"),
        ("x" * 300, "x" * 199 + "…"),  # one word alone is cut where it must be
        ("", ""),
    ],
)
def test_an_answer_too_long_ends_with_a_whole_word(text: str, answer: str) -> None:
    assert shortened(text) == answer
    assert len(answer) <= 200


async def buttons_shown(application: App, chat: Any, data: str) -> Any:
    button = InlineKeyboardButton("Tombol", callback_data=data)
    await application.bot.send_message(
        chat.id, "Kartu", reply_markup=InlineKeyboardMarkup([[button]])
    )
    return chat.last


async def test_a_tap_leads_to_its_act_and_is_answered_at_once(
    office: Any, front: Front, application: App
) -> None:
    card = await buttons_shown(application, office.group, "terima:7:12")
    front.reply = Reply("Diterima", alert=False)
    tap = office.ani.taps(card, "Tombol")
    [done] = await front.feed()
    assert done.args == ("7", "12")
    assert done.call.tapped
    assert (done.call.reply_to, done.call.message_id) == (card.id, card.id)
    answer = await tap
    assert (answer.text, answer.show_alert) == ("Diterima", False)


async def test_a_refused_tap_is_answered_by_an_alert_as_long_as_telegram_allows(
    office: Any, front: Front, application: App
) -> None:
    card = await buttons_shown(application, office.ani.chat, "terima:7:12")
    front.reply = Reply("kata " * 60, alert=True)
    tap = office.ani.taps(card, "Tombol")
    await front.feed()
    answer = await tap
    assert (answer.text, answer.show_alert) == ("kata " * 39 + "kata…", True)


@pytest.mark.parametrize("data", ["entah:1", "status", "x", "terima", "terima:7", "terima:7:x"])
async def test_a_button_that_is_not_ours_is_told_so(
    office: Any, front: Front, application: App, data: str
) -> None:
    card = await buttons_shown(application, office.ani.chat, data)
    tap = office.ani.taps(card, "Tombol")
    assert await front.feed() == []
    assert (await tap).show_alert


async def test_a_seat_is_granted_with_the_groups_human_administrators_at_hand(
    office: Any, front: Front, application: App
) -> None:
    office.group.promote_bot(office.ani)
    await front.feed()
    card = await buttons_shown(application, office.group, "setuju:1")
    office.budi.taps(card, "Tombol")
    [done] = await front.feed()
    assert done.call.admins == {office.ani.id}


async def test_a_tap_too_old_to_be_answered_has_its_effect_all_the_same(
    office: Any, front: Front, application: App, telegram: Any
) -> None:
    card = await buttons_shown(application, office.ani.chat, "terima:7:12")
    office.ani.taps(card, "Tombol")
    telegram.faults.add(
        "answerCallbackQuery",
        "error",
        code=400,
        description="Bad Request: query is too old and response timeout expired",
    )
    assert len(await front.feed()) == 1


async def test_a_tap_on_a_message_too_old_to_be_read_names_its_message(
    office: Any, telegram: Any, front: Front, application: App
) -> None:
    old = {"chat": office.ani.chat.raw(), "message_id": 12, "date": 0}
    query = {
        "id": "1",
        "from": office.ani.raw(),
        "chat_instance": "1",
        "data": "terima:7:12",
        "message": old,
    }
    telegram.updates.add("callback_query", query, office.ani.id)
    [done] = await front.feed()
    assert (done.call.reply_to, done.call.chat_id) == (12, office.ani.id)
    telegram.violations.clear()
