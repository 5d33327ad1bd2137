from typing import Any

import pytest

from bot.rehearsal.telegram import CannotHappen, tapping
from bot.rehearsal.telegram.errors import NotSeen

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
KEYBOARD = {
    "inline_keyboard": [
        [
            {"text": "Terima semua", "callback_data": "all"},
            {"text": "Terima", "callback_data": "one"},
        ],
        [
            {"text": "Buka", "url": "https://t.me/himpun_bot?start=peran_1"},
            {"text": "Salin", "copy_text": {"text": "LHP-1"}},
            {"text": "Situs", "url": "https://contoh.go.id"},
        ],
    ]
}


@pytest.fixture
async def board(office: Any, call: Any) -> Any:
    await call("sendMessage", chat_id=office.group.id, text="Papan", reply_markup=KEYBOARD)
    return office.group.last


def last_query(office: Any) -> Any:
    return office.telegram.updates.history[-1]["callback_query"]


async def test_a_tap_brings_the_query_and_the_answer_back(
    office: Any, call: Any, board: Any
) -> None:
    tap = office.irban.taps(board, "Terima")
    query = last_query(office)
    assert (query["data"], query["from"]["id"]) == ("one", office.irban.id)
    assert query["message"]["message_id"] == board.id
    await call("answerCallbackQuery", callback_query_id=query["id"], text="Baik", show_alert=True)
    answer = await tap
    assert (answer.text, answer.show_alert) == ("Baik", True)


async def test_the_start_of_a_label_is_enough(office: Any, board: Any) -> None:
    office.irban.taps(board, "Terima s")
    assert last_query(office)["data"] == "all"


async def test_a_query_is_answered_once_and_soon(office: Any, call: Any, board: Any) -> None:
    office.irban.taps(board, "Terima")
    number = last_query(office)["id"]
    assert (await call("answerCallbackQuery", callback_query_id=number))["ok"]
    assert (await call("answerCallbackQuery", callback_query_id=number))["description"] == TOO_OLD
    office.irban.taps(board, "Terima")
    office.watch.move(seconds=150)
    late = await call("answerCallbackQuery", callback_query_id=last_query(office)["id"])
    assert late["description"] == TOO_OLD


async def test_an_answer_has_at_most_two_hundred_characters(
    office: Any, call: Any, board: Any
) -> None:
    office.irban.taps(board, "Terima")
    number = last_query(office)["id"]
    long = await call("answerCallbackQuery", callback_query_id=number, text="x" * 201)
    assert long["description"] == "Bad Request: MESSAGE_TOO_LONG"
    assert (await call("answerCallbackQuery", callback_query_id=number, text="x" * 200))["ok"]


async def test_a_deep_link_opens_the_private_chat(office: Any, board: Any) -> None:
    tap = office.irban.taps(board, "Buka")
    assert tap.started.text == "/start peran_1"
    assert tap.started.chat is office.irban.chat
    assert office.irban.started


async def test_a_copy_button_copies(office: Any, board: Any) -> None:
    assert office.irban.taps(board, "Salin").copied == "LHP-1"


async def test_a_forged_press_carries_any_data(office: Any, board: Any) -> None:
    office.irban.presses(board, "forged")
    assert last_query(office)["data"] == "forged"


async def test_what_is_not_shown_cannot_be_tapped(office: Any, board: Any) -> None:
    for impossible in (
        lambda: office.irban.taps(board, "Hapus"),
        lambda: office.stranger.taps(board, "Terima"),
        lambda: office.irban.taps(board, "Situs"),
        lambda: office.irban.start("a b"),
    ):
        with pytest.raises(CannotHappen):
            impossible()
    office.telegram.bot.username = "himpun_bot"
    board.deleted = True
    with pytest.raises(CannotHappen, match="deleted"):
        office.irban.taps(board, "Terima")


async def test_a_tap_that_is_never_answered_is_told(
    office: Any, board: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tapping, "PATIENCE", 0.05)
    with pytest.raises(NotSeen, match="no answer to Irban II's tap on \\[Terima\\]"):
        await office.irban.taps(board, "Terima")
