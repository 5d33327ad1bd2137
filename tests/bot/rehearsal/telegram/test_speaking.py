"""What people write, and what privacy mode lets the bot see of it."""

from typing import Any

import pytest

from bot.rehearsal.telegram import CannotHappen, Upload, picture


def last(office: Any) -> Any:
    return office.telegram.updates.history[-1]


def seen(office: Any) -> int:
    return len(office.telegram.updates.history)


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("/status", True),
        ("/status@himpun_bot", True),
        ("/status@Himpun_Bot TW III", True),
        ("/status@bot_lain", False),
        ("selamat pagi", False),
        ("@himpun_bot mohon bantuan", False),
        ("/", False),
    ],
)
async def test_privacy_mode_shows_commands_only(office: Any, text: str, visible: bool) -> None:
    before = seen(office)
    office.irban.says(office.group, text)
    assert (seen(office) > before) is visible


async def test_a_file_posted_plainly_is_seen_by_an_administrator_only(office: Any) -> None:
    before = seen(office)
    office.irban.sends(office.group, Upload("LHP.pdf", b"isi"), "LHP")
    assert seen(office) == before
    office.group.promote_bot()
    office.irban.sends(office.group, Upload("LHP.pdf", b"isi"), "LHP")
    assert last(office)["message"]["document"]["file_name"] == "LHP.pdf"


async def test_a_reply_to_the_bot_is_seen(office: Any, call: Any) -> None:
    await call("sendMessage", chat_id=office.group.id, text="Mohon LHP")
    office.irban.sends(office.group, Upload("LHP.pdf", b"isi"), reply_to=office.group.last)
    replied = last(office)["message"]["reply_to_message"]
    assert replied["text"] == "Mohon LHP"


async def test_bare_commands_go_to_the_bot_that_wrote_last(office: Any, call: Any) -> None:
    office.group.another_bot_speaks()
    before = seen(office)
    office.irban.says(office.group, "/status")
    assert seen(office) == before
    await call("sendMessage", chat_id=office.group.id, text="x")
    office.irban.says(office.group, "/status")
    assert seen(office) == before + 1


async def test_the_bot_never_sees_what_it_wrote_itself(office: Any, call: Any) -> None:
    office.group.promote_bot()
    before = seen(office)
    await call("sendMessage", chat_id=office.group.id, text="/status")
    assert seen(office) == before


async def test_an_album_is_one_update_a_file_with_the_caption_on_the_first(
    office: Any,
) -> None:
    before = seen(office)
    files = [Upload(f"{name}.xlsx", b"x") for name in ("a", "b", "c")]
    office.kasubbag.sends(office.kasubbag.chat, files, "LHP", album=True)
    messages = [u["message"] for u in office.telegram.updates.history[before:]]
    assert [m.get("caption") for m in messages] == ["LHP", None, None]
    assert len({m["media_group_id"] for m in messages}) == 1


async def test_a_photo_has_its_size(office: Any) -> None:
    office.kasubbag.sends(office.kasubbag.chat, Upload("foto.png", picture(800, 600), kind="photo"))
    photo = last(office)["message"]["photo"][-1]
    assert (photo["width"], photo["height"]) == (800, 600)


async def test_a_forward_names_its_origin_and_has_a_new_file_id(office: Any) -> None:
    sent = office.irban.sends(office.group, Upload("LHP.pdf", b"isi"))[0]
    forwarded = office.kasubbag.forwards(sent, office.kasubbag.chat)
    origin = last(office)["message"]["forward_origin"]
    assert origin["sender_user"]["id"] == office.irban.id
    assert last(office)["message"]["from"]["id"] == office.kasubbag.id
    assert forwarded.file.file_id != sent.file.file_id
    assert forwarded.file.file_unique_id == sent.file.file_unique_id


async def test_an_edit_comes_as_edited_message(office: Any) -> None:
    sent = office.kasubbag.sends(office.kasubbag.chat, Upload("a.xlsx", b"1"))[0]
    office.watch.move(minutes=5)
    office.kasubbag.edits(sent, text="LHE", file=Upload("b.xlsx", b"2"))
    edited = last(office)["edited_message"]
    assert (edited["message_id"], edited["caption"]) == (sent.id, "LHE")
    assert edited["document"]["file_name"] == "b.xlsx"
    assert edited["edit_date"] - edited["date"] == 300


async def test_an_anonymous_administrator_writes_as_the_group(office: Any) -> None:
    office.kasubbag.says(office.group, "/mulai", anonymous=True)
    message = last(office)["message"]
    assert message["from"]["username"] == "GroupAnonymousBot"
    assert message["sender_chat"]["id"] == office.group.id


async def test_what_nobody_can_do_is_told_to_the_script(office: Any) -> None:
    private = office.kasubbag.chat
    album = [Upload("a.pdf", b"x")]
    for impossible in (
        lambda: office.stranger.says(office.group, "x"),
        lambda: office.irban.says(office.irban.chat, "x"),
        lambda: office.irban.says(office.group, "x", anonymous=True),
        lambda: office.kasubbag.says(private, " "),
        lambda: office.kasubbag.sends(private, album, album=True),
        lambda: office.kasubbag.sends(private, Upload("a.png", b"x", kind="photo")),
        lambda: office.irban.says(office.group, "x", topic=3),
    ):
        with pytest.raises(CannotHappen):
            impossible()
