from typing import Any

import pytest

from bot.rehearsal.telegram import CannotHappen


def history(office: Any) -> Any:
    return office.telegram.updates.history


def change(update: Any) -> tuple[str, str]:
    about = update["my_chat_member"]
    return about["old_chat_member"]["status"], about["new_chat_member"]["status"]


async def test_being_added_is_told_twice(office: Any) -> None:
    assert change(history(office)[0]) == ("left", "member")
    joined = history(office)[1]["message"]["new_chat_members"]
    assert [who["username"] for who in joined] == ["himpun_bot"]


async def test_rights_given_and_taken_are_told(office: Any) -> None:
    office.group.promote_bot(can_pin=True)
    promoted = history(office)[-1]
    assert change(promoted) == ("member", "administrator")
    assert promoted["my_chat_member"]["new_chat_member"]["can_pin_messages"] is True
    office.group.demote_bot()
    demoted = history(office)[-1]
    assert change(demoted) == ("administrator", "member")
    assert demoted["my_chat_member"]["old_chat_member"]["can_pin_messages"] is True


async def test_being_removed_is_told_and_ends_all_hearing(office: Any) -> None:
    office.group.remove_bot(office.kasubbag)
    assert change(history(office)[-1]) == ("member", "kicked")
    before = len(history(office))
    office.irban.says(office.group, "/status")
    assert len(history(office)) == before


async def test_a_block_and_its_end_are_told(office: Any) -> None:
    office.kasubbag.block()
    assert change(history(office)[-1]) == ("member", "kicked")
    office.kasubbag.unblock()
    assert change(history(office)[-1]) == ("kicked", "member")
    office.kasubbag.says(office.kasubbag.chat, "x")
    assert history(office)[-1]["message"]["text"] == "x"


async def test_start_ends_a_block(office: Any) -> None:
    office.kasubbag.block()
    office.kasubbag.start("abc")
    assert not office.kasubbag.blocked
    assert history(office)[-1]["message"]["text"] == "/start abc"


async def test_a_migration_is_told_in_both_chats(office: Any) -> None:
    new = office.group.migrate()
    old_side, new_side = (update["message"] for update in history(office)[-2:])
    assert (old_side["chat"]["id"], old_side["migrate_to_chat_id"]) == (office.group.id, new.id)
    assert new_side["migrate_from_chat_id"] == office.group.id
    assert new_side["message_id"] == 1
    assert office.irban.says(office.group, "/status").chat is new


async def test_people_come_and_go(office: Any) -> None:
    office.group.add(office.stranger, office.kasubbag)
    assert history(office)[-1]["message"]["new_chat_members"][0]["id"] == office.stranger.id
    office.group.remove(office.stranger)
    assert history(office)[-1]["message"]["left_chat_member"]["id"] == office.stranger.id
    with pytest.raises(CannotHappen):
        office.stranger.says(office.group, "x")


async def test_only_administrators_remove_the_bot(office: Any) -> None:
    with pytest.raises(CannotHappen):
        office.group.remove_bot(office.irban)


async def test_the_bot_knows_whom_it_has_read_of(office: Any, call: Any) -> None:
    other = office.telegram.person("Irban III")
    office.group.add(other, office.kasubbag)
    office.group.remove(other)
    office.group.add(office.telegram.person("Irban IV"), office.kasubbag)
    answer = await call("sendMessage", chat_id=other.id, text="x")
    said = "Forbidden: bot can't initiate conversation with a user"
    assert answer["description"] == said
