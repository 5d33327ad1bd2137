"""Files and other media, offered as their messages describe them."""

from dataclasses import replace
from typing import Any

import pytest

from bot.rehearsal.telegram import Upload, picture
from handlers.room import App
from tests.handlers.front import Front, raw_message

LHP = Upload("LHP Irban II.pdf", b"%PDF-1.7 isi", mime="application/pdf")
VOICE = {"file_id": "v", "file_unique_id": "v", "duration": 3}


async def test_a_document_is_offered_as_the_message_describes_it(office: Any, front: Front) -> None:
    [sent] = office.ani.sends(office.ani.chat, LHP, "LHP semester I")
    [done] = await front.feed()
    [file] = done.args
    assert done.name == "offer_file"
    assert (file.file_id, file.name, file.size) == (sent.file.file_id, LHP.name, len(LHP.content))
    assert (file.mime, file.media, file.caption) == (
        "application/pdf",
        "document",
        "LHP semester I",
    )


async def test_a_photo_is_offered_in_its_largest_size_under_a_name_of_its_own(
    office: Any, front: Front
) -> None:
    photo = Upload("foto.png", picture(), kind="photo")
    [sent] = office.ani.sends(office.ani.chat, photo)
    [done] = await front.feed()
    [file] = done.args
    assert (file.media, file.name) == ("photo", f"foto-{sent.id}.jpg")
    assert file.file_id == sent.file.file_id


async def test_every_file_of_an_album_is_offered_and_bears_its_mark(
    office: Any, front: Front
) -> None:
    office.ani.sends(office.ani.chat, [LHP, replace(LHP, name="LHE.pdf")], "dua", album=True)
    first, second = [done.args[0] for done in await front.feed()]
    assert first.album == second.album != ""
    assert (first.caption, second.caption) == ("dua", "")


async def test_a_file_put_in_place_of_another_by_an_edit_is_offered_too(
    office: Any, front: Front
) -> None:
    [sent] = office.ani.sends(office.ani.chat, LHP)
    office.ani.edits(sent, file=replace(LHP, name="LHP perbaikan.pdf"))
    first, second = await front.feed()
    assert (second.name, second.args[0].name) == ("offer_file", "LHP perbaikan.pdf")
    assert first.call.message_id == second.call.message_id


async def test_a_file_that_was_forwarded_counts_for_who_sends_it_on(
    office: Any, front: Front
) -> None:
    [sent] = office.budi.sends(office.group, LHP)
    office.ani.forwards(sent, office.ani.chat)
    [done] = await front.feed()
    assert (done.name, done.call.person.id) == ("offer_file", office.ani.id)


async def test_a_file_in_reply_names_what_it_answers(
    office: Any, front: Front, application: App
) -> None:
    await application.bot.send_message(office.group.id, "Permintaan data")
    office.budi.sends(office.group, LHP, reply_to=office.group.last)
    [done] = await front.feed()
    assert (done.name, done.call.reply_to) == ("offer_file", office.group.last.id)


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("voice", VOICE),
        ("video", {**VOICE, "width": 1, "height": 1}),
        ("audio", VOICE),
        ("video_note", {**VOICE, "length": 1}),
        (
            "sticker",
            {
                "file_id": "s",
                "file_unique_id": "s",
                "width": 1,
                "height": 1,
                "is_animated": False,
                "is_video": False,
                "type": "regular",
            },
        ),
    ],
)
async def test_other_media_are_refused_where_they_are_meant_for_the_bot(
    office: Any, telegram: Any, front: Front, kind: str, content: dict[str, Any]
) -> None:
    private = raw_message(office, office.ani.chat, **{kind: content})
    in_group = raw_message(office, office.group, **{kind: content})
    telegram.updates.add("message", private, office.ani.id)
    telegram.updates.add("message", in_group, office.group.id)
    [done] = await front.feed()
    assert (done.name, done.args) == ("refuse_media", (kind,))
    assert done.call.private


async def test_an_animation_is_no_document(office: Any, telegram: Any, front: Front) -> None:
    moving = {**VOICE, "width": 1, "height": 1}
    both = raw_message(office, office.ani.chat, animation=moving, document=VOICE)
    telegram.updates.add("message", both, office.ani.id)
    [done] = await front.feed()
    assert (done.name, done.args) == ("refuse_media", ("animation",))
