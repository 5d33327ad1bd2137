from typing import Any

import pytest
from telegram import Bot as PtbBot
from telegram.constants import ChatMemberStatus


async def test_the_bot_reads_who_leads_a_group(office: Any, ptb: PtbBot) -> None:
    leading = await ptb.get_chat_administrators(office.group.id)
    assert [(m.user.first_name, m.status) for m in leading] == [
        ("Kasubbag Perencanaan", ChatMemberStatus.OWNER)
    ]
    assert await ptb.get_chat_member_count(office.group.id) == 3


@pytest.mark.parametrize(("promoted", "status"), [(True, "administrator"), (False, "member")])
async def test_the_bot_reads_its_own_rights(
    office: Any, ptb: PtbBot, promoted: bool, status: str
) -> None:
    if promoted:
        office.group.promote_bot(can_pin=True)
    mine = await ptb.get_chat_member(office.group.id, ptb.id)
    assert mine.status == status
    assert getattr(mine, "can_pin_messages", False) is promoted


async def test_who_never_was_there_or_left_is_told_apart(office: Any, ptb: PtbBot) -> None:
    office.group.remove(office.irban, office.kasubbag)
    gone = await ptb.get_chat_member(office.group.id, office.irban.id)
    assert gone.status == ChatMemberStatus.BANNED


async def test_a_bot_that_leaves_cannot_write_any_more(office: Any, ptb: PtbBot, call: Any) -> None:
    await ptb.send_message(office.group.id, "x")
    await ptb.leave_chat(office.group.id)
    answer = await call("getChat", chat_id=office.group.id)
    assert answer["description"] == "Forbidden: bot is not a member of the group chat"
    told = office.telegram.updates.history[-1]["my_chat_member"]
    assert (told["from"]["id"], told["new_chat_member"]["status"]) == (ptb.id, "left")


async def test_privacy_mode_is_told_by_get_me(telegram: Any, ptb: PtbBot) -> None:
    assert (await ptb.get_me()).can_read_all_group_messages is False
    telegram.bot.can_read_all_group_messages = True
    assert (await ptb.get_me()).can_read_all_group_messages is True


async def test_a_private_chat_and_a_typing_sign(office: Any, ptb: PtbBot) -> None:
    chat = await ptb.get_chat(office.kasubbag.id)
    assert (chat.type, chat.first_name, chat.username) == (
        "private",
        "Kasubbag Perencanaan",
        "kasubbag",
    )
    await ptb.send_chat_action(office.kasubbag.id, "upload_document")
    assert office.telegram.state.actions == [(office.kasubbag.chat, "upload_document")]
