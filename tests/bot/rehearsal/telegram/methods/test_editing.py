from typing import Any

from telegram import Bot as PtbBot
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReactionTypeEmoji

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Terima", callback_data="t")]])


async def test_an_edit_changes_the_message_in_place_and_keeps_its_history(
    office: Any, ptb: PtbBot
) -> None:
    sent = await ptb.send_message(office.group.id, "1 dari 4")
    shown = office.group.last
    office.watch.move(minutes=1)
    await sent.edit_text("2 dari 4")
    assert shown.text == "2 dari 4"
    assert [before.text for before in shown.history] == ["1 dari 4"]
    assert shown.edited_at == office.watch()


async def test_an_edit_without_a_keyboard_takes_the_keyboard_away(office: Any, ptb: PtbBot) -> None:
    sent = await ptb.send_message(office.group.id, "x", reply_markup=KEYBOARD)
    await sent.edit_text("y")
    assert office.group.last.buttons == []


async def test_the_keyboard_alone_can_be_edited(office: Any, ptb: PtbBot) -> None:
    sent = await ptb.send_message(office.group.id, "x")
    await sent.edit_reply_markup(KEYBOARD)
    assert office.group.last.buttons == ["Terima"]


async def test_a_caption_is_edited_as_a_caption(office: Any, ptb: PtbBot, call: Any) -> None:
    sent = await ptb.send_document(office.group.id, b"isi", filename="a.txt", caption="x")
    await sent.edit_caption("y")
    assert office.group.last.text == "y"
    about = {"chat_id": office.group.id, "message_id": sent.message_id}
    answer = await call("editMessageText", **about, text="z")
    said = "Bad Request: there is no text in the message to edit"
    assert answer["description"] == said


async def test_a_deleted_message_is_gone(office: Any, ptb: PtbBot, call: Any) -> None:
    sent = await ptb.send_message(office.group.id, "x")
    await sent.delete()
    assert not office.group.from_bot
    about = {"chat_id": office.group.id, "message_id": sent.message_id}
    answer = await call("editMessageText", **about, text="y")
    assert answer["description"] == "Bad Request: message to edit not found"


async def test_an_administrator_bot_pins_and_unpins(office: Any, ptb: PtbBot) -> None:
    office.group.promote_bot(can_pin=True)
    sent = await ptb.send_message(office.group.id, "papan")
    await sent.pin(disable_notification=True)
    assert office.group.pinned == [office.group.last]
    assert (await ptb.get_chat(office.group.id)).pinned_message.text == "papan"
    await ptb.unpin_chat_message(office.group.id)
    assert office.group.pinned == []


async def test_an_administrator_without_the_right_cannot_pin(office: Any, call: Any) -> None:
    office.group.promote_bot(can_pin=False)
    await call("sendMessage", chat_id=office.group.id, text="x")
    number = office.group.last.id
    answer = await call("pinChatMessage", chat_id=office.group.id, message_id=number)
    assert "not enough rights" in answer["description"]


async def test_only_telegrams_own_reactions_are_taken(office: Any, ptb: PtbBot, call: Any) -> None:
    message = office.kasubbag.says(office.group, "/status")
    await ptb.set_message_reaction(office.group.id, message.id, ReactionTypeEmoji("👍"))
    assert message.reactions == ["👍"]
    about = {"chat_id": office.group.id, "message_id": message.id}
    wrong = await call("setMessageReaction", **about, reaction=[{"type": "emoji", "emoji": "✅"}])
    assert wrong["description"] == "Bad Request: REACTION_INVALID"
    thumbs = [{"type": "emoji", "emoji": "👍"}] * 2
    many = await call("setMessageReaction", **about, reaction=thumbs)
    assert many["description"] == "Bad Request: REACTIONS_TOO_MANY"
    await ptb.set_message_reaction(office.group.id, message.id, [])
    assert message.reactions == []
