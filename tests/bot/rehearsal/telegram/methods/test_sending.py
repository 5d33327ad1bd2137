from collections.abc import Callable
from typing import Any

import pytest
from telegram import Bot as PtbBot
from telegram import (
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    ReplyParameters,
)

from bot.rehearsal.telegram import Upload, picture


async def test_text_at_the_limit_passes_after_parsing(
    office: Any, call: Callable[..., Any]
) -> None:
    text = f"<b>{'x' * 4096}</b>"
    answer = await call("sendMessage", chat_id=office.group.id, text=text, parse_mode="HTML")
    assert len(answer["result"]["text"]) == 4096


async def test_caption_and_button_data_at_the_limit_pass(office: Any, ptb: PtbBot) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="d" * 64)]])
    await ptb.send_document(
        office.group.id, b"isi", caption="x" * 1024, filename="a.txt", reply_markup=keyboard
    )
    assert len(office.group.last.text) == 1024


async def test_a_message_stands_in_the_chat_as_people_see_it(office: Any, ptb: PtbBot) -> None:
    await ptb.send_message(office.group.id, "Yth. <b>Irban</b> &amp; staf", parse_mode="HTML")
    shown = office.group.last
    assert shown.text == "Yth. Irban & staf"
    assert shown.entities == [{"offset": 5, "length": 5, "type": "bold"}]
    assert shown.by is office.telegram.bot
    assert shown.date == office.watch()


async def test_all_kinds_of_buttons_are_kept_in_rows(office: Any, ptb: PtbBot) -> None:
    keyboard = InlineKeyboardMarkup(
        [
            [InlineKeyboardButton("Terima", callback_data="t", style="success")],
            [
                InlineKeyboardButton("Buka", url="https://t.me/himpun_bot?start=a"),
                InlineKeyboardButton("Salin", copy_text=CopyTextButton("LHP-1")),
            ],
        ]
    )
    await ptb.send_message(office.group.id, "x", reply_markup=keyboard)
    assert office.group.last.buttons == ["Terima", "Buka", "Salin"]
    assert office.group.last.rows[0][0]["style"] == "success"


async def test_a_forced_reply_is_shown_and_cannot_be_edited(
    office: Any, ptb: PtbBot, call: Callable[..., Any]
) -> None:
    ask = ForceReply(selective=True, input_field_placeholder="Alasan")
    sent = await ptb.send_message(office.group.id, "Alasan?", reply_markup=ask)
    about = {"chat_id": office.group.id, "message_id": sent.message_id}
    edited = await call("editMessageText", **about, text="y")
    assert office.group.last.asks_reply
    assert edited["description"] == "Bad Request: message can't be edited"


async def test_a_reply_hangs_on_its_message_or_goes_without(office: Any, ptb: PtbBot) -> None:
    asked = office.kasubbag.says(office.group, "/status")
    await ptb.send_message(
        office.group.id, "x", reply_parameters=ReplyParameters(message_id=asked.id)
    )
    assert office.group.last.reply_to is asked
    lenient = ReplyParameters(message_id=99, allow_sending_without_reply=True)
    await ptb.send_message(office.group.id, "y", reply_parameters=lenient)
    assert office.group.last.reply_to is None


async def test_an_album_is_posted_file_by_file_under_one_id(office: Any, ptb: PtbBot) -> None:
    media = [InputMediaDocument(b"a", filename="a.txt", caption="satu")]
    media.append(InputMediaDocument(b"b", filename="b.txt"))
    sent = await ptb.send_media_group(office.group.id, media)
    assert [message.document.file_name for message in sent] == ["a.txt", "b.txt"]
    assert len({message.media_group_id for message in sent}) == 1
    assert [m.file.content for m in office.group.from_bot] == [b"a", b"b"]


async def test_a_file_goes_out_again_by_its_file_id(office: Any, ptb: PtbBot) -> None:
    sent = office.kasubbag.sends(office.kasubbag.chat, Upload("LHP.pdf", b"isi"))
    await ptb.send_document(office.group.id, sent[0].file.file_id)
    assert office.group.last.file.content == b"isi"


async def test_a_photo_must_be_a_picture(
    office: Any, ptb: PtbBot, call: Callable[..., Any]
) -> None:
    sent = await ptb.send_photo(office.group.id, picture(1080, 720))
    assert (sent.photo[0].width, sent.photo[0].height) == (1080, 720)
    document = office.kasubbag.sends(office.kasubbag.chat, Upload("a.txt", b"isi"))[0]
    wrong = await call("sendPhoto", chat_id=office.group.id, photo=document.file.file_id)
    assert wrong["description"] == "Bad Request: can't use file of type Document as Photo"


@pytest.mark.parametrize(("megabytes", "code"), [(50, 200), (50.1, 413)])
async def test_an_upload_over_fifty_megabytes_is_refused(
    office: Any, http: Any, megabytes: float, code: int
) -> None:
    url = f"{office.telegram.url}/bot{office.telegram.bot.token}/sendDocument"
    content = bytes(int(megabytes * (1 << 20)))
    answer = await http.post(
        url, data={"chat_id": office.group.id}, files={"document": ("a.bin", content)}
    )
    assert answer.status_code == code


async def test_in_a_group_with_topics_an_answer_stays_in_its_topic(
    office: Any, ptb: PtbBot
) -> None:
    forum = office.telegram.group("Forum", [office.irban], [office.kasubbag], topics=True)
    forum.add_bot(office.kasubbag)
    topic = forum.open_topic("Kinerja", office.kasubbag)
    asked = office.irban.says(forum, "/status", topic=topic)
    await ptb.send_message(forum.id, "x", reply_parameters=ReplyParameters(message_id=asked.id))
    assert forum.last.thread == topic
    sent = await ptb.send_message(forum.id, "y", message_thread_id=topic)
    assert sent.is_topic_message


@pytest.mark.parametrize(
    ("method", "content", "said"),
    [
        ("sendPhoto", b"no picture", "IMAGE_PROCESS_FAILED"),
        ("sendDocument", b"", "file must be non-empty"),
    ],
)
async def test_an_upload_that_is_no_picture_or_empty_is_refused(
    office: Any, http: Any, method: str, content: bytes, said: str
) -> None:
    url = f"{office.telegram.url}/bot{office.telegram.bot.token}/{method}"
    part = {method.removeprefix("send").lower(): ("a.png", content)}
    answer = await http.post(url, data={"chat_id": office.group.id}, files=part)
    assert answer.json()["description"] == f"Bad Request: {said}"


async def test_only_people_whom_the_bot_has_met_can_be_mentioned(office: Any, ptb: PtbBot) -> None:
    text = "".join(
        f'<a href="tg://user?id={who.id}">{who.name}</a>' for who in (office.irban, office.stranger)
    )
    await ptb.send_message(office.group.id, text, parse_mode="HTML")
    mentioned = [entity["user"]["id"] for entity in office.group.last.entities]
    assert mentioned == [office.irban.id]
